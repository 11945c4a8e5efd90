import { type Candidate, type Template, template, textCandidate } from '@/lib/language/candidates/candidate';
import { effectOf } from '@/lib/language/statement';
import { effectWords, elementWords, principalKindWords, versionWords } from '@/lib/language/words/elements';
import type { PrincipalKind } from '@/lib/policy/document';
import type { LooseObject } from '@/lib/text/loose-json';
import type { ValidatedType } from '@/lib/validation/subject';

// Elements where AWS takes them for a policy's type.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

const IDENTITY = ['Effect', 'Action', 'Resource', 'Condition', 'Sid', 'NotAction', 'NotResource'];
const RESOURCE = ['Effect', 'Principal', ...IDENTITY.slice(1), 'NotPrincipal'];

const STATEMENT_ELEMENTS = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: IDENTITY,
  scp: IDENTITY,
  resource: RESOURCE,
  endpoint: RESOURCE,
  rcp: ['Effect', 'Principal', 'Action', 'Resource', 'Condition', 'Sid', 'NotResource'],
  trust: ['Effect', 'Principal', 'Action', 'Condition', 'Sid'],
} satisfies Record<ValidatedType, readonly string[]>;

const TAKES_ID: readonly ValidatedType[] = ['resource', 'trust', 'endpoint'];

const STATEMENTS = {
  identity: '{\n  "Effect": "‸",\n  "Action": [""],\n  "Resource": ""\n}',
  boundary: '{\n  "Effect": "‸",\n  "Action": [""],\n  "Resource": ""\n}',
  session: '{\n  "Effect": "‸",\n  "Action": [""],\n  "Resource": ""\n}',
  scp: '{\n  "Effect": "‸",\n  "Action": [""],\n  "Resource": ""\n}',
  resource: '{\n  "Effect": "‸",\n  "Principal": "",\n  "Action": [""],\n  "Resource": ""\n}',
  endpoint: '{\n  "Effect": "‸",\n  "Principal": "",\n  "Action": [""],\n  "Resource": ""\n}',
  rcp: '{\n  "Effect": "Deny",\n  "Principal": "*",\n  "Action": ["‸"],\n  "Resource": ""\n}',
  trust: '{\n  "Effect": "‸",\n  "Principal": "",\n  "Action": ""\n}',
} satisfies Record<ValidatedType, string>;

/** A whole policy, for an empty text. */
export function wholePolicy(type: ValidatedType): readonly Candidate[] {
  const statements = indented(`[\n${indented(`  ${STATEMENTS[type]}`)}\n]`);
  const value = template(`{\n  "Version": "2012-10-17",\n  "Statement": ${statements}\n}`);
  return [{ kind: 'element', label: 'A policy', detail: SKELETON, insertion: { kind: 'json', value } }];
}

const SKELETON = 'Version and one statement to fill in.';

/** A statement; `whole`: with the list around it. */
export function statements(type: ValidatedType, whole: boolean): readonly Candidate[] {
  const detail = 'Its elements, to fill in.';
  const value = whole ? statementList(type) : template(STATEMENTS[type]);
  return [{ kind: 'element', label: 'A statement', detail, insertion: { kind: 'json', value } }];
}

function statementList(type: ValidatedType): Template {
  return template(`[\n${indented(`  ${STATEMENTS[type]}`)}\n]`);
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

export function policyElements(type: ValidatedType, taken: ReadonlySet<string>): readonly Candidate[] {
  const names = ['Version', 'Statement', ...(TAKES_ID.includes(type) ? ['Id'] : [])];
  return names.filter((name) => !taken.has(name)).map((name) => element(name, policyValue(name, type)));
}

function policyValue(name: string, type: ValidatedType): Template {
  if (name === 'Version') return template('"2012-10-17"');
  return name === 'Statement' ? statementList(type) : template('"‸"');
}

// Of each two only one may stand in a statement.
const TWINS: Readonly<Record<string, string>> = {
  Action: 'NotAction',
  Resource: 'NotResource',
  Principal: 'NotPrincipal',
};

export function statementElements(
  type: ValidatedType,
  taken: ReadonlySet<string>,
  statement: LooseObject | undefined,
): readonly Candidate[] {
  const excluded = new Set(taken);
  for (const [name, twin] of Object.entries(TWINS)) {
    if (taken.has(name)) excluded.add(twin);
    if (taken.has(twin)) excluded.add(name);
  }
  // With Allow it would let in everyone else, and AWS refuses it (R28).
  if (effectOf(statement) !== 'Deny') excluded.add('NotPrincipal');
  return STATEMENT_ELEMENTS[type]
    .filter((name) => !excluded.has(name))
    .map((name) => element(name, statementValue(name, type)));
}

function statementValue(name: string, type: ValidatedType): Template {
  if (name === 'Condition') return template('{\n  ‸\n}');
  if (name === 'Principal' && type === 'rcp') return template('"*"');
  const isList = name === 'NotAction' || (name === 'Action' && type !== 'trust');
  return template(isList ? '["‸"]' : '"‸"');
}

function element(name: string, value: Template): Candidate {
  const detail = elementWords(name);
  return { kind: 'element', label: name, insertion: { kind: 'member', name, value }, ...(detail && { detail }) };
}

export function effects(type: ValidatedType, statement: LooseObject | undefined): readonly Candidate[] {
  const excludesAllow = type === 'rcp' || statement?.members.some(({ key }) => key.text === 'NotPrincipal') === true;
  const values = excludesAllow ? ['Deny'] : ['Allow', 'Deny'];
  return values.map((value) => textCandidate('value', value, effectWords(value)));
}

export function versions(type: ValidatedType): readonly Candidate[] {
  const values = type === 'scp' || type === 'rcp' ? ['2012-10-17'] : ['2012-10-17', '2008-10-17'];
  return values.map((value) => textCandidate('value', value, versionWords(value)));
}

export function principalKinds(kinds: readonly PrincipalKind[], taken: ReadonlySet<string>): readonly Candidate[] {
  return kinds
    .filter((name) => !taken.has(name))
    .map((name) => {
      const insertion = { kind: 'member', name, value: template('"‸"') } as const;
      return { kind: 'element', label: name, detail: principalKindWords(name) ?? '', insertion };
    });
}
