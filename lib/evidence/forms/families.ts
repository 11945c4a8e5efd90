import type { DenialReport } from '@/lib/evidence/evidence';

// Denials that do not use the standard sentence: one row a wording. What a row states is all that its words say.

/** A denial in other words. `prefix`: the service that the words belong to. */
export interface FamilyMatch {
  readonly report: Partial<DenialReport>;
  readonly prefix?: string;
  readonly start: number;
  readonly end: number;
}

interface Family {
  readonly pattern: RegExp;
  readonly prefix?: string;
  readonly report?: (match: RegExpExecArray) => Partial<DenialReport>;
}

/** Wordings that leave no doubt. The more a row states, the earlier it stands. */
const CLEAR: readonly Family[] = [
  {
    pattern: /Not authorized to perform (sts:AssumeRoleWith(?:WebIdentity|SAML))/i,
    report: ([, action = '']) => ({ action }),
  },
  {
    pattern: /Principal \[([^\]\s]{1,2048})\] is not allowed to execute \[([\w-]{1,60}:\w{1,128})\] on the resource/i,
    report: ([, principal = '', action = '']) => ({ principal, action }),
  },
  {
    pattern: /Access to the resource (https:\/\/sqs\.\S{1,300}) is denied/i,
    prefix: 'sqs',
    report: ([, resource = '']) => (/\.com(?:\.cn)?\/$/.test(resource) ? {} : { resource }),
  },
  {
    pattern:
      /The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access/i,
    report: () => ({ impliedAction: 'kms:Decrypt' }),
  },
  { pattern: /is not authorized to use the provided AWS KMS key/i },
  {
    pattern: /unable to decrypt the environment variables because KMS access was denied/i,
    report: () => ({ impliedAction: 'kms:Decrypt' }),
  },
  { pattern: /The request was denied due to a VPC endpoint policy/i, report: () => ({ policyType: 'endpoint' }) },
  {
    pattern: /API: ([a-z0-9-]{1,40}:\w{1,80}) (?:Access Denied|You are not authorized)/i,
    report: ([, action = '']) => ({ action }),
  },
  { pattern: /\bYou are not authorized to perform this operation\b/i, prefix: 'ec2' },
  {
    pattern: /You are not authorized to use launch template: [\w-]{1,60}/i,
    report: () => ({ impliedAction: 'ec2:RunInstances' }),
  },
  {
    pattern: /execution role does not have permissions to call (\w{1,80}) on (\w{1,30})/i,
    report: ([, operation = '', service = '']) => ({ impliedAction: `${service.toLowerCase()}:${operation}` }),
  },
  {
    pattern: /credentials have permission to (\w{1,60}) for \S{1,1100} S3 Error Code: AccessDenied/i,
    report: ([, operation = '']) => ({ impliedAction: `s3:${operation}` }),
  },
  {
    pattern: /was unable to assume the role '(arn:[^'\s]{1,2048})'/i,
    report: ([, resource = '']) => ({ impliedAction: 'sts:AssumeRole', resource }),
  },
  {
    pattern: /role defined for the function cannot be assumed by Lambda|is authorized to assume the provided role/i,
    report: () => ({ impliedAction: 'sts:AssumeRole' }),
  },
  {
    pattern: /'(arn:[^'\s]{1,2048})' is not authorized to create managed-rule/i,
    report: ([, principal = '']) => ({ principal, impliedAction: 'events:PutRule' }),
  },
  {
    pattern: /Did not have IAM permissions to process tags on AWS::IAM::(Role|User) resource/i,
    report: ([, kind = '']) => ({ impliedAction: `iam:Tag${kind}` }),
  },
  { pattern: /Did not have IAM permissions to process tags on|permissions error performing a tagging operation/i },
  { pattern: /doesn't have the permissions required to access the Amazon S3 bucket/i },
  { pattern: /Amazon S3 access denied on s3:|Unable to verify\/create output bucket/i },
  {
    pattern: /AccessDeniedException: s3a:\/\/\S{1,1100}: (?:(open)|(mkdirs|PUT))?/,
    prefix: 's3',
    report: ([, read, write]) =>
      read ? { impliedAction: 's3:GetObject' } : write ? { impliedAction: 's3:PutObject' } : {},
  },
  { pattern: /Not Authorized to access \w{1,100} on type \w{1,100}/i },
  { pattern: /You don't have permissions to access this resource/i },
  {
    pattern: /(?:Access denied to|You don't have permission to) ([a-z0-9-]{1,60}:[A-Za-z0-9]{1,128})/i,
    report: ([, action = '']) => ({ action }),
  },
  { pattern: /You do not have the permission required to perform this operation/i },
];

// As a code it stands behind a line's beginning or a sign, never as a word among words.
const CODE =
  /(?<![\w/-])(?:Client\.)?(?:AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized|UnauthorizedResourceAccess|VpceAccessDenied)(?:Exception)?(?=[:,;)"'<]| \(client\)|\s{0,4}$)/m;
// Nothing but the bare words: a line of its own, or behind a colon, a quote, a tag.
const BARE_WORDS =
  /(?:^|[:>"'()]|\b403[ ,-])[ \t]{0,4}Access [Dd]enied(?=\.?(?:["'<,;]|[ \t]{0,4}(?:$|\()| with address))/m;

/** Wordings that other failures use as well. */
const BARE: readonly Family[] = [
  { pattern: /An error occurred \((?:403|Forbidden)\) when calling the \w{1,100} operation/ },
  { pattern: /https response error StatusCode: 403,/ },
  { pattern: /\(Service: [\w ]{1,40}, Status Code: 403,|\b403: UnknownError\b|httpStatusCode: 403\b/ },
  { pattern: CODE },
  { pattern: BARE_WORDS },
];

/** The first wording that leaves no doubt. */
export function readClearFamily(text: string): FamilyMatch | undefined {
  return firstOf(CLEAR, text);
}

/** A bare code or the bare words "Access Denied". */
export function readBareDenial(text: string): FamilyMatch | undefined {
  return firstOf(BARE, text);
}

function firstOf(families: readonly Family[], text: string): FamilyMatch | undefined {
  for (const { pattern, prefix, report } of families) {
    const match = pattern.exec(text);
    if (!match) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    return { report: report?.(match) ?? {}, ...(prefix && { prefix }), ...place };
  }
  return undefined;
}
