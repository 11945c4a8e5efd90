import { policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import { REQUEST_FIELDS } from '@/lib/diagnosis/edit-request';
import { policyName } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { Evidence, ReportOrigin } from '@/lib/evidence/evidence';
import { typeInSentence } from '@/lib/explanation/wording';
import { code, listOf, plural } from '@/lib/text/wording';

/** What became of a paste, in sentences. */
export interface PasteReport {
  /** "An error message and 2 policies." */
  readonly read: string;
  /** "The caller, the action and 3 condition keys." Left out where nothing was filled in. */
  readonly filled?: string;
  /** "`ReadReports` (identity-based policy)." Left out where no policy was added. */
  readonly added?: string;
}

/** Says what was understood of a paste, and what it changed. */
export function pasteReport(before: DiagnosisDocument, after: DiagnosisDocument, evidence: Evidence): PasteReport {
  const parts = partsOf(evidence);
  const filled = filledIn(before, after);
  const added = addedPolicies(before, after);
  return {
    read: parts.length === 0 ? 'nothing that WhyDenied knows.' : `${listOf(parts, 'and')}.`,
    ...(filled.length > 0 && { filled: `${listOf(filled, 'and')}.` }),
    ...(added.length > 0 && { added: `${listOf(added, 'and')}.` }),
  };
}

const FORMS = {
  message: ['an error message', 'error messages'],
  event: ['an event', 'events'],
  decodedMessage: ['a decoded message', 'decoded messages'],
} as const satisfies Record<ReportOrigin['form'], readonly [string, string]>;

function partsOf(evidence: Evidence): readonly string[] {
  const {
    kind,
    problems,
    origins = [],
    policies,
    references = [],
    principals = [],
    lastAccessed,
    principal,
    none = [],
    collected = [],
  } = evidence;
  const ofForm = (form: ReportOrigin['form']) => origins.filter((origin) => origin.form === form).length;
  const listed = (kind: string) => principals.filter(({ id }) => id.startsWith(`${kind}:`)).length;
  const counted: readonly (readonly [number, string, string])[] = [
    [collected.length, 'the script’s output', 'outputs of the script'],
    [ofForm('message'), ...FORMS.message],
    [ofForm('event'), ...FORMS.event],
    [ofForm('decodedMessage'), ...FORMS.decodedMessage],
    [policies.length, 'a policy', 'policies'],
    [references.length, 'the name of a policy', 'names of policies'],
    [listed('user'), 'a user', 'users'],
    [listed('role'), 'a role', 'roles'],
    [principal === undefined ? 0 : 1, 'who the caller is', ''],
    [lastAccessed === undefined ? 0 : 1, 'when services were used last', ''],
    [kind === 'lastAccessed' && lastAccessed === undefined ? 1 : 0, 'where a report of what was used last stands', ''],
    [problems.filter(({ code: id }) => id === 'table-output').length, 'a table', 'tables'],
  ];
  return [
    ...counted.flatMap(([count, one, many]) => (count === 0 ? [] : [count === 1 ? one : `${count} ${many}`])),
    ...[...new Set(none.map(({ type }) => type))].map((type) => `that there is no ${typeInSentence(type)}`),
  ];
}

const FIELD_NAMES = {
  principal: 'the caller',
  action: 'the action',
  resource: 'the resource',
  resourceAccount: 'the resource’s account',
} as const satisfies Record<(typeof REQUEST_FIELDS)[number], string>;

function filledIn({ request: before }: DiagnosisDocument, { request: after }: DiagnosisDocument): readonly string[] {
  const fields = REQUEST_FIELDS.filter((field) => after?.[field] !== undefined && after[field] !== before?.[field]);
  const known = new Set([...Object.keys(before?.context ?? {}), ...(before?.absent ?? [])]);
  const keys = [...Object.keys(after?.context ?? {}), ...(after?.absent ?? [])].filter((key) => !known.has(key));
  return [
    ...fields.map((field) => FIELD_NAMES[field]),
    ...(keys.length > 0 ? [plural(keys.length, 'condition key', 'condition keys')] : []),
  ];
}

const MOST_NAMED = 5;

function addedPolicies(before: DiagnosisDocument, after: DiagnosisDocument): readonly string[] {
  const had = new Set(policiesOf(before).filter(hasText));
  const added = policiesOf(after).flatMap((policy, place) => {
    const isNew = hasText(policy) && !had.has(policy);
    return isNew ? [`${code(policyName(policiesOf(after), place))} (${typeInSentence(policy.type)})`] : [];
  });
  const more = added.length - MOST_NAMED;
  return more > 1 ? [...added.slice(0, MOST_NAMED), `${more} more`] : added;
}

function hasText(policy: DocumentPolicy): boolean {
  return policyText(policy).trim() !== '';
}
