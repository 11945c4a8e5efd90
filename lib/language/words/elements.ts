import { lookUp } from '@/lib/text/table';

const VARIABLES = `policy variables such as \`\${aws:username}\``;

/** What each element of a policy is for, in one or two sentences. */
const ELEMENTS: Readonly<Record<string, string>> = {
  Version: `The edition of the policy language, not a date of your own. \`2012-10-17\` is the current one; with any other, ${VARIABLES} are plain text.`,
  Id: 'A name for the whole policy. Some services ask for one; it changes nothing.',
  Statement: 'The list of statements. Each one allows or denies something by itself.',
  Sid: 'A name for this statement. It has letters and digits only in identity-based policies, and changes nothing.',
  Effect: '`Allow` lets a request through that fits this statement, `Deny` stops it whatever else allows it.',
  Principal: 'Who the statement is about: an account, a user, a role, a service, or everyone.',
  NotPrincipal:
    'The statement is about everyone but those listed. Name accounts beside users and roles, or they are caught too; a condition on `aws:PrincipalArn` is safer.',
  Action: 'The actions that the statement is about, written `service:Name`; `*` and `?` are wildcards.',
  NotAction: 'The statement is about every action but those listed, of every service.',
  Resource: 'The ARNs that the statement is about; `*` and `?` are wildcards.',
  NotResource: 'The statement is about every resource but those listed, of every service.',
  Condition:
    'The statement counts only where all of this holds. Every operator and every key must hold; of several values of a key one is enough.',
};

const PRINCIPAL_KINDS: Readonly<Record<string, string>> = {
  AWS: 'Accounts, IAM users, IAM roles and role sessions, by their ARN or account ID; `*` is everyone.',
  Service: 'AWS services that act by themselves, such as `lambda.amazonaws.com`.',
  Federated: 'Identity providers: the ARN of a SAML or OIDC provider, or the host of a built-in one.',
  CanonicalUser: 'An account by its canonical user ID, which Amazon S3 and CloudFront use.',
};

export function elementWords(name: string): string | undefined {
  return lookUp(ELEMENTS, name);
}

export function principalKindWords(name: string): string | undefined {
  return lookUp(PRINCIPAL_KINDS, name);
}

/** `Allow` and `Deny`, as values. */
export function effectWords(effect: string): string | undefined {
  if (effect === 'Allow') return 'Lets a request through that fits this statement, unless something else denies it.';
  return effect === 'Deny'
    ? 'Stops a request that fits this statement, whatever else allows it. A Deny always wins.'
    : undefined;
}

export function versionWords(version: string): string | undefined {
  if (version === '2012-10-17') return 'The current edition of the policy language.';
  return version === '2008-10-17'
    ? `The older edition of the policy language: ${VARIABLES} are plain text in it.`
    : undefined;
}
