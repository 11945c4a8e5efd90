import type { Candidate, Candidates } from '@/lib/language/candidates/candidate';
import type { LanguageContext } from '@/lib/language/context';
import { variableInRequest } from '@/lib/language/variable-value';
import { GLOBAL_KEYS_BY_USE } from '@/lib/language/words/global-keys';

// Keys of one value that policies mostly use as variables.
const OF_SERVICES = [
  'saml:sub',
  'saml:namequalifier',
  'sts:SourceIdentity',
  'ec2:SourceInstanceARN',
  's3:prefix',
  's3:max-keys',
  'accounts.google.com:sub',
  'graph.facebook.com:id',
  'www.amazon.com:user_id',
  'cognito-identity.amazonaws.com:sub',
];
const FIRST = ['aws:username', 'aws:PrincipalTag/*', 'aws:userid', 'aws:PrincipalAccount', 'aws:PrincipalOrgID'];

const KEYS = [
  ...FIRST,
  ...GLOBAL_KEYS_BY_USE.filter(({ name, isMultivalued }) => !isMultivalued && !FIRST.includes(name)).map(
    ({ name }) => name,
  ),
  ...OF_SERVICES,
];

const CHARACTERS = [
  ['*', 'a star as a plain character'],
  ['?', 'a question mark as a plain character'],
  ['$', 'a dollar sign as a plain character'],
] as const;

/** Where a policy variable is being typed: its place in the text, from `${`. */
export interface VariablePlace {
  /** Behind `${`. */
  readonly typed: string;
  readonly start: number;
  /** Behind the closing brace, where there is one. */
  readonly end: number;
}

/**
 * The variable that the cursor is in, in the content of a string from `start` to `end`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variableAt(text: string, offset: number, start: number, end: number): VariablePlace | undefined {
  const open = text.lastIndexOf('${', offset - 2);
  if (open < start || open + 2 > offset || text.slice(open, offset).includes('}')) return undefined;
  let stop = offset;
  while (stop < end && /[\w:./-]/.test(text.charAt(stop))) stop++;
  return { typed: text.slice(open + 2, offset), start: open, end: text.charAt(stop) === '}' ? stop + 1 : offset };
}

export function variables({ typed, start, end }: VariablePlace, { request }: LanguageContext): Candidates {
  const candidate = (key: string, detail: string | undefined): Candidate => ({
    kind: 'variable',
    label: key,
    insertion: { kind: 'part', text: `\${${key}}`, range: { start, end } },
    ...(detail !== undefined && { detail }),
  });
  const tags = request?.stated.keys.filter((id) => id.startsWith('aws:principaltag/')) ?? [];
  const names = KEYS.flatMap((key) => {
    if (!key.endsWith('*')) return [key];
    const own = key === 'aws:PrincipalTag/*' ? tags.map((id) => request?.stated.spelling(id) ?? id) : [];
    return [...own, `${key.slice(0, -1)}tag-key`];
  });
  const list = names.map((key) => candidate(key, request && variableInRequest(key, undefined, request)));
  return { typed, list: [...list, ...CHARACTERS.map(([character, detail]) => candidate(character, detail))] };
}
