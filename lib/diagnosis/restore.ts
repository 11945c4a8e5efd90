import { type DiagnosisDocument, diagnosisDocument } from '@/lib/diagnosis/schema';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import type { Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

/** Most policies that a document may hold: more than an account can attach to one request, by far. */
export const MAX_POLICIES = 500;
// What one round mends may uncover something else; the schema is five levels deep.
const ROUNDS = 8;
const MAX_PROBLEMS = 50;

export interface Restored {
  readonly document: DiagnosisDocument;
  readonly problems: readonly Problem[];
  /** For each policy of the document, its place in the input. */
  readonly policyPlaces: readonly number[];
}

type Fields = Record<string, unknown>;
type Path = readonly (string | number)[];

/**
 * Makes an object fit the schema: a part that does not is turned into what was meant, or left out, with a problem that says
 * where. The object is changed; hand in a copy (`plainCopy`).
 */
export function restore(input: Fields): Restored {
  const problems: Problem[] = [];
  input.whydenied = 1;
  mendEvidence(input, problems);
  boundPolicies(input, problems);
  const given = [...listIn(input, 'policies')];
  for (let round = 0; round < ROUNDS; round++) {
    const result = diagnosisDocument.safeParse(input);
    if (result.success) {
      const policyPlaces = listIn(input, 'policies').map((policy) => given.indexOf(policy));
      return { document: result.data, problems: summedUp(problems), policyPlaces };
    }
    for (const issue of result.error.issues) {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      mend(input, path, issue.code === 'invalid_type' ? issue.expected : undefined, problems);
    }
    sweep(input);
  }
  return { document: { whydenied: 1 }, problems: [leftOut('document-broken', HOPELESS)], policyPlaces: [] };
}

// Stands in a list for a member that was taken out, so that the places of the others hold until the round is over.
const REMOVED = Symbol('removed');

function mend(root: Fields, path: Path, expected: string | undefined, problems: Problem[]): void {
  const [list, place, field] = path;
  const wholePolicy = list === 'policies' && (path.length === 2 || (path.length === 3 && field === 'type'));
  if (wholePolicy && typeof place === 'number') {
    removePolicy(root, place, problems);
    return;
  }
  // A version without its day, or the other way round, says nothing.
  if (list === 'policies' && field === 'awsManaged' && path.length > 3) {
    if (holderOf(root, path) !== undefined) mend(root, path.slice(0, 3), undefined, problems);
    return;
  }
  const holder = holderOf(root, path);
  const key = path.at(-1);
  if (holder === undefined || key === undefined) return;
  const value = valueIn(holder, key);
  if (value === REMOVED) return;
  const meant = meantBy(path, value, expected);
  const where = printed(path);
  if (meant === undefined) {
    problems.push(
      leftOut('document-part', `${where} has a form that a diagnosis does not have there. It was left out.`),
    );
    if (Array.isArray(holder)) putIn(holder, key, REMOVED);
    else delete holder[key];
    return;
  }
  putIn(holder, key, meant);
  problems.push({
    code: 'document-form',
    severity: 'warning',
    message: `${where} was read as ${shortened(meant)}.`,
  });
}

const LISTS_OF_TEXTS = ['absent', 'present', 'notApplicable', 'incomplete'];

/** What a value of the wrong form most likely means; `undefined` when nothing does. */
function meantBy(path: Path, value: unknown, expected: string | undefined): unknown {
  if (path[0] === 'policies' && path[2] === 'document' && path.length === 3) {
    // Kept as text, so that the person sees it and can mend it.
    return value === undefined ? '' : JSON.stringify(value, null, 2);
  }
  if (path[0] === 'requests' && path.length === 2) return {};
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (LISTS_OF_TEXTS.some((name) => name === path.at(-1)) && typeof value === 'string') return [value];
  return undefined;
}

function removePolicy(root: Fields, place: number, problems: Problem[]): void {
  const policies = listIn(root, 'policies');
  const policy = policies[place];
  if (policy === REMOVED) return;
  policies[place] = REMOVED;
  const which = `Policy ${place + 1} (\`policies[${place}]\`)`;
  if (!isFields(policy)) {
    problems.push(
      leftOut('document-policy-form', `${which} is not an object with a \`type\` and a \`document\`. It was left out.`),
    );
    return;
  }
  const type = 'type' in policy ? `has the type ${shortened(policy.type)}` : 'has no `type`';
  const types = POLICY_TYPES.map((known) => `\`${known}\``).join(', ');
  problems.push(leftOut('document-policy-type', `${which} ${type}, and was left out. The types are ${types}.`));
}

/** Evidence is a text or a list; parts of a list are judged one by one, which the schema's union cannot say. */
function mendEvidence(root: Fields, problems: Problem[]): void {
  const evidence = root.evidence;
  const parts = isFields(evidence) ? [evidence] : evidence;
  if (!Array.isArray(parts)) return;
  root.evidence = parts.flatMap((part: unknown, place): readonly unknown[] => {
    if (typeof part === 'string') return [{ text: part }];
    if (isFields(part) && typeof part.text === 'string') {
      if ('label' in part && typeof part.label !== 'string') delete part.label;
      return [part];
    }
    problems.push(leftOut('document-evidence', `\`evidence[${place}]\` holds no \`text\`. It was left out.`));
    return [];
  });
}

function boundPolicies(root: Fields, problems: Problem[]): void {
  const policies = listIn(root, 'policies');
  if (policies.length <= MAX_POLICIES) return;
  const rest = policies.length - MAX_POLICIES;
  root.policies = policies.slice(0, MAX_POLICIES);
  const message = `The diagnosis holds ${policies.length} policies, and at most ${MAX_POLICIES} are read. The last ${rest} were left out.`;
  problems.push(leftOut('document-too-many-policies', message));
}

function sweep(value: unknown): void {
  if (Array.isArray(value)) {
    const kept: unknown[] = value.filter((member) => member !== REMOVED);
    for (const [place, member] of kept.entries()) value[place] = member;
    value.length = kept.length;
    value.forEach(sweep);
  } else if (isFields(value)) Object.values(value).forEach(sweep);
}

function holderOf(root: Fields, path: Path): Fields | unknown[] | undefined {
  let holder: unknown = root;
  for (const part of path.slice(0, -1)) holder = valueIn(holder, part);
  return Array.isArray(holder) || isFields(holder) ? holder : undefined;
}

function valueIn(holder: unknown, key: string | number): unknown {
  if (Array.isArray(holder)) return typeof key === 'number' ? (holder as readonly unknown[])[key] : undefined;
  return isFields(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function putIn(holder: Fields | unknown[], key: string | number, value: unknown): void {
  if (!Array.isArray(holder)) holder[key] = value;
  else if (typeof key === 'number') holder[key] = value;
}

function listIn(root: Fields, field: string): unknown[] {
  const list = root[field];
  return Array.isArray(list) ? list : [];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leftOut(code: string, message: string): Problem {
  return { code, severity: 'error', message };
}

/** A place as a person finds it in the file: `policies[3].name`. */
function printed(path: Path): string {
  const place = path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join('');
  return code(place);
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return code(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function summedUp(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const rest = problems.length - MAX_PROBLEMS;
  const more = leftOut('document-more', `${rest} further parts of the diagnosis could not be read as they are.`);
  return [...problems.slice(0, MAX_PROBLEMS), more];
}

const HOPELESS = 'Nothing in this diagnosis could be read. Open the file that WhyDenied exported.';
