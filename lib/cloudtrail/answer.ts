import type { DenialGroup, Tally } from '@/lib/cloudtrail/group';
import type { DenialSummary } from '@/lib/cloudtrail/stream';
import { writeInstant } from '@/lib/text/instant';

type Json = Readonly<Record<string, unknown>>;

/** The denials of some files as public JSON: what the command `events` prints and the page exports. Times are ISO 8601 in UTC. */
export function eventsAnswer(summary: DenialSummary): Json {
  const { files, events, total, repeated, groups, rest, problems, moreProblems } = summary;
  return {
    files,
    events,
    denials: total.count,
    ...times(total),
    ...(repeated > 0 && { repeated }),
    ...timelineAnswer(total),
    groups: groups.map(groupAnswer),
    ...(rest.count > 0 && { rest: { denials: rest.count, ...times(rest) } }),
    problems,
    ...(moreProblems > 0 && { moreProblems }),
  };
}

/** One group; fields that its events do not state are left out. */
function groupAnswer(group: DenialGroup): Json {
  const { count, principal, action, resource, denial, policyType, policyArn, code, sample } = group;
  return {
    denials: count,
    ...times(group),
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    denial,
    ...(policyType && { policyType }),
    ...(policyArn && { policyArn }),
    ...(code && { code }),
    ...timelineAnswer(group),
    sample: asJson(sample),
  };
}

function times({ first, last }: Tally): Json {
  return {
    ...(first !== undefined && { first: writeInstant(first) }),
    ...(last !== undefined && { last: writeInstant(last) }),
  };
}

/** Seconds a step, so that a reader needs no calendar. */
function timelineAnswer({ timeline }: Tally): Json {
  if (timeline === undefined) return {};
  return { timeline: { from: writeInstant(timeline.from), step: timeline.step / 1000, counts: timeline.counts } };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
