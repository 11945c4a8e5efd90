import type { DenialReport, Evidence, FoundPolicy } from '@/lib/evidence/evidence';
import { NO_DENIAL } from '@/lib/evidence/forms/not-iam';
import { HARMLESS_PROBLEMS, parseJson, printJson } from '@/lib/text/json';

// The two go together: what is no denial says what it is.
const NOTHING = { isAccessDenied: false, notIam: NO_DENIAL.id, notIamText: NO_DENIAL.text } as const;

/** What `read` prints: the first report's fields, the further ones, and every policy found. */
export function toReadAnswer(evidence: Evidence): Readonly<Record<string, unknown>> {
  const [first, ...others] = evidence.reports;
  const unread = (evidence.collected ?? []).flatMap((collected) => collected.unread);
  const incomplete = [...new Set(unread.flatMap(({ types }) => types))];
  const problems = [...evidence.problems, ...unread.map(({ problem }) => problem)];
  return {
    kind: evidence.kind,
    ...(first && reportAnswer(first)),
    ...(!first && evidence.principal && { principal: evidence.principal }),
    ...(others.length > 0 && { others: others.map(reportAnswer) }),
    ...(evidence.kind === 'unknown' && !first && NOTHING),
    policies: evidence.policies.map(policyAnswer),
    ...(evidence.references && { references: evidence.references }),
    ...(evidence.lastAccessed && { lastAccessed: evidence.lastAccessed }),
    ...(incomplete.length > 0 && { incomplete }),
    ...(problems.length > 0 && { problems }),
  };
}

// What only the wizard needs is no part of the answer's format.
function reportAnswer({
  absent: _absent,
  resourceAccount: _account,
  encodedText: _text,
  ...report
}: DenialReport): DenialReport {
  return report;
}

// A comma that is missing keeps nothing from being read either.
const READ_IN_SPITE_OF: readonly string[] = [...HARMLESS_PROBLEMS, 'json-comma'];

/** The document as JSON where it is JSON, also with comments or a comma too many or missing; else as the text it is. */
function policyAnswer({
  text,
  attachments: _attachments,
  namesPrincipals: _names,
  isRefused: _refused,
  ...policy
}: FoundPolicy): Readonly<Record<string, unknown>> {
  const { value, problems } = parseJson(text);
  const isWhole = value !== undefined && problems.every(({ code }) => READ_IN_SPITE_OF.includes(code));
  return { ...policy, document: isWhole ? (JSON.parse(printJson(value)) as unknown) : text };
}
