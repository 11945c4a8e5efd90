import { COLLECTED_TYPES, type CollectedType, type Entry, type Output, typesOf } from '@/lib/evidence/collected/output';
import type { Unread } from '@/lib/evidence/evidence';
import type { Problem } from '@/lib/text/problem';
import { code, listOf, plural, visible } from '@/lib/text/wording';

// What the collect script could not read, and what is lost of its output, in sentences.

const NAMES: Readonly<Record<CollectedType, string>> = {
  boundary: 'permissions boundary',
  identity: 'identity-based policies',
  scp: 'SCPs',
  rcp: 'RCPs',
  resource: 'resource-based policy',
};

function warning(problemCode: string, message: string): Problem {
  return { code: problemCode, severity: 'warning', message };
}

/** One sentence for all calls of a service that failed, with the first of AWS's answers. */
export function sayUnread(failed: readonly Entry[]): readonly Unread[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of failed) {
    const id = `${entry.outcome.kind} ${entry.words[0] ?? ''}`;
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  }
  return [...groups.values()].map((entries) => {
    const types = COLLECTED_TYPES.filter((type) => entries.some((entry) => typesOf(entry).includes(type)));
    return { types, problem: sayFailed(types, entries) };
  });
}

function sayFailed(types: readonly CollectedType[], entries: readonly Entry[]): Problem {
  const whose = `The ${listOf(
    types.map((type) => NAMES[type]),
    'and',
  )}`;
  const [reason] = entries.flatMap(({ outcome }) => (outcome.kind === 'skipped' ? [outcome.reason] : []));
  if (reason !== undefined) {
    const message = `${whose} could not be asked for, so they count as incomplete. ${visible(reason.slice(0, 300))} Run the script once more with credentials of that account.`;
    return warning('collect-skipped', message);
  }
  const [call = ''] = entries.flatMap(({ words, outcome }) =>
    outcome.kind === 'error' ? [`${code(`aws ${words.join(' ')}`)} answered ${code(outcome.message)}`] : [],
  );
  if (types.length === 0)
    return warning('collect-caller', `It is not known whose credentials the script used: ${call}.`);
  const more = entries.length > 1 ? ` ${plural(entries.length - 1, 'more call', 'more calls')} failed as well.` : '';
  return warning('collect-unread', `${whose} could not all be read, so they count as incomplete: ${call}.${more}`);
}

// The order in which the script asks, and the policy types of each part.
const ORDER: readonly (readonly CollectedType[])[] = [[], ['boundary', 'identity'], [], ['scp', 'rcp'], ['resource']];

function rankOf(entry: Entry): number {
  if (entry.for.includes('organization')) return 2;
  const [type] = typesOf(entry);
  return type === undefined ? 0 : ORDER.findIndex((types) => types.includes(type));
}

/** What of an output is lost. */
interface Cut {
  /** The types of which something may be lost. */
  readonly types: readonly CollectedType[];
}

/** What is missing between the entries, before the first and behind the last, by their numbers. */
export function cutOf({ entries, parts, isEnded, version }: Output): Cut | undefined {
  const ranks = new Set<number>();
  let [number, rank] = [0, 0];
  for (const entry of entries) {
    const next = rankOf(entry);
    if (entry.number !== number + 1) for (const lost of between(rank, next)) ranks.add(lost);
    [number, rank] = [entry.number, next];
  }
  if (!isEnded) for (const lost of between(rank, ORDER.length - 1)) ranks.add(lost);
  if (ranks.size === 0 && version > 0) return undefined;
  const types = [...ranks].flatMap((lost) => ORDER[lost] ?? []);
  return { types: version > 0 ? types.filter((type) => parts.includes(type)) : types };
}

function between(one: number, other: number): readonly number[] {
  const [low, high] = one < other ? [one, other] : [other, one];
  return ORDER.flatMap((_types, rank) => (rank >= low && rank <= high ? [rank] : []));
}

export function sayCut({ types }: Cut): Unread {
  const lost =
    types.length > 0
      ? ` The ${listOf(
          types.map((type) => NAMES[type]),
          'and',
        )} count as incomplete.`
      : '';
  const message = `The output of the script is not whole: parts of it are missing.${lost} Paste all of it, or save it with ${code('bash whydenied-collect.sh > collected.json')} and drop the file here.`;
  return { types, problem: warning('collect-cut', message) };
}

/** The walk up the organization ended too early. */
export function sayNoRoot(types: readonly CollectedType[]): Unread {
  const message = `The ${listOf(
    types.map((type) => NAMES[type]),
    'and',
  )} count as incomplete: the script did not come up to the organization’s root.`;
  return { types, problem: warning('collect-no-root', message) };
}

export function sayNewer(): Problem {
  return warning(
    'collect-newer',
    'This output comes from a newer version of the script than this page knows. Compare what was read with it, or copy the script from here and run it again.',
  );
}
