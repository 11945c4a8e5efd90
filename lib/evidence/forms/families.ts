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
    pattern: /Not authorized to perform:? ["'`]?(sts:AssumeRoleWith(?:WebIdentity|SAML))/i,
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
    pattern: /unable to decrypt (?:the|your) environment variables because (?:the )?KMS access (?:was|is) denied/i,
    report: () => ({ impliedAction: 'kms:Decrypt' }),
  },
  { pattern: /The request was denied due to a VPC endpoint policy/i, report: () => ({ policyType: 'endpoint' }) },
  {
    pattern: /API: ([a-z0-9-]{1,40}:\w{1,80}) (?:Access Denied|You are not authorized)/i,
    report: ([, action = '']) => ({ action }),
  },
  // Amazon Bedrock asks AWS Marketplace before it opens a model.
  {
    pattern: /not authorized to perform the required AWS Marketplace actions \(([a-z-]{1,40}:\w{1,80})/i,
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
    pattern:
      /Cannot access stream (arn:aws[a-z-]{0,12}:(kinesis|dynamodb):[^\s"']{1,1000}?)\. Please ensure the role can perform the (\w{1,40})/i,
    report: ([, resource = '', service = '', operation = '']) => ({
      impliedAction: `${service.toLowerCase()}:${operation}`,
      resource,
    }),
  },
  {
    pattern: /credentials have permission to (\w{1,60}) for \S{1,1100} S3 Error Code: AccessDenied/i,
    report: ([, operation = '']) => ({ impliedAction: `s3:${operation}` }),
  },
  // Amazon Redshift's COPY and UNLOAD
  {
    pattern: /User:? (arn:\S{1,2048}) is not authorized to assume IAM Role:? ["']?(arn:[^\s"',]{1,2048})/i,
    report: ([, principal = '', resource = '']) => ({ principal, impliedAction: 'sts:AssumeRole', resource }),
  },
  {
    pattern:
      /(?:unable|not authorized) to assume (?:the |provided |IAM |execution ){0,2}role:? ["'(]?(arn:[^\s"'(),]{1,2048})/i,
    report: ([, resource = '']) => ({ impliedAction: 'sts:AssumeRole', resource: resource.replace(/\.$/, '') }),
  },
  {
    pattern: /IAM Role \((arn:[^\s()]{1,2048})\) cannot be assumed/i,
    report: ([, resource = '']) => ({ impliedAction: 'sts:AssumeRole', resource }),
  },
  {
    pattern:
      /role defined for the function cannot be assumed by Lambda|is authorized to assume the provided role|unable to assume (?:the )?provided role|must allow AWS EventBridge Scheduler to assume the role/i,
    report: () => ({ impliedAction: 'sts:AssumeRole' }),
  },
  {
    pattern: /'(arn:[^'\s]{1,2048})' is not authorized to create managed-rule/i,
    report: ([, principal = '']) => ({ principal, impliedAction: 'events:PutRule' }),
  },
  {
    pattern: /do(?:es)? not have permission to create the service-linked role required/i,
    report: () => ({ impliedAction: 'iam:CreateServiceLinkedRole' }),
  },
  {
    pattern: /Did not have IAM permissions to process tags on AWS::IAM::(Role|User) resource/i,
    report: ([, kind = '']) => ({ impliedAction: `iam:Tag${kind}` }),
  },
  { pattern: /Did not have IAM permissions to process tags on|permissions error performing a tagging operation/i },
  { pattern: /doesn't have the permissions required to access the Amazon S3 bucket/i },
  { pattern: /Amazon S3 access denied on s3:|Unable to verify\/create output bucket/i },
  { pattern: /Access denied when writing (?:output )?to (?:url|location): s3:/i, prefix: 's3' },
  { pattern: /Access Denied for bucket: /i },
  {
    pattern: /AccessDeniedException: s3a:\/\/\S{1,1100}: (?:(open)|(mkdirs|PUT))?/,
    prefix: 's3',
    report: ([, read, write]) =>
      read ? { impliedAction: 's3:GetObject' } : write ? { impliedAction: 's3:PutObject' } : {},
  },
  // Mounting through the helper of Amazon EFS, which listens on the machine itself
  {
    pattern: /mount\.nfs4?: access denied by server while mounting 127\.0\.0\.1/i,
    report: () => ({ impliedAction: 'elasticfilesystem:ClientMount' }),
  },
  {
    pattern: /\b(arn:aws[a-z-]{0,12}:iam::\S{1,2000}) does not give you permission to perform operations in/i,
    report: ([, principal = '']) => ({ principal }),
  },
  { pattern: /Not Authorized to access \w{1,100} on type \w{1,100}/i },
  { pattern: /You are not authorized to make this call\b/i, prefix: 'appsync' },
  {
    pattern: /User:? (arn:\S{1,2048}) is not authorized to access th(?:is|e) resource/i,
    report: ([, principal = '']) => ({ principal }),
  },
  { pattern: /You don't have permissions to access this resource/i, prefix: 'organizations' },
  {
    pattern: /(?:Access denied to|You don't have permission to) ([a-z0-9-]{1,60}:[A-Za-z0-9]{1,128})/i,
    report: ([, action = '']) => ({ action }),
  },
  // The consoles of services: "to allow the s3:ListBucket action", "You need the s3:ListBucket permission"
  {
    pattern:
      /\b(?:permissions? to allow the|you need the|you (?:must|need to) have(?: the)?) ([a-z0-9-]{1,40}:[A-Z]\w{1,100}) (?:action|permission)/i,
    report: ([, action = '']) => ({ action }),
  },
  {
    pattern:
      /You do not have the permission required to perform this operation|^[ \t]{0,8}Insufficient permissions\.?[ \t]{0,8}$/im,
  },
  // Other products say it too; AWS's consoles name an administrator, the service or IAM behind it.
  { pattern: /You don't have permissions? to \w(?=[\s\S]{0,400}\b(?:AWS|IAM|Amazon|arn:))/i },
];

// As a code it stands behind a line's beginning or a sign, never as a word among words, and it is no statement's Sid.
const CODE =
  /(?<![\w/-])(?<!\bSid["']?:\s?["']?)(?:[A-Z]\w{1,20}\.)?[A-Za-z0-9]{0,24}(?:AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized|UnauthorizedResourceAccess|UnauthorizedTaggingOperation)[A-Za-z]{0,24}(?=[:,;)"'<]| \((?:client|server)\)| - |\s{0,4}$)/m;
// Nothing but the bare words, as Amazon S3 writes them: a line of its own, or behind a colon, a quote, a tag.
const BARE_WORDS =
  /(?:^|[:>"'()]|\b403[ ,-])[ \t]{0,4}Access Denied(?=\.?(?:["'<,;]|[ \t]{0,4}(?:$|\(|--->)| with address))/m;
const NOTHING_ELSE = /^\s{0,200}access\s{1,4}denied[.!]?\s{0,200}$/i;

/** Wordings that other failures use as well. */
const BARE: readonly Family[] = [
  { pattern: /An error occurred \((?:403|Forbidden)\) when calling the \w{1,100} operation/ },
  { pattern: CODE },
  // Ruby, where the message follows in brackets; Apache Arrow
  {
    pattern:
      /\bAws::\w{1,40}::Errors::\w{0,24}(?:AccessDenied|Unauthorized(?:Operation|ResourceAccess)|AuthorizationError)/,
  },
  { pattern: /\bAWS Error (?:ACCESS_DENIED|\[code 15\])(?=:| during )/ },
  { pattern: BARE_WORDS },
  { pattern: NOTHING_ELSE },
];

// The status alone, where the error has no name: an answer to HEAD has no body.
const STATUS: readonly Family[] = [
  { pattern: /https response error StatusCode: 403,/ },
  { pattern: /\(Service: [\w ]{1,40}[,;] Status Code: 403[,;]|\b403: UnknownError\b|httpStatusCode: 403\b/ },
  { pattern: /\bAws::\w{1,40}::Errors::Forbidden\b|\bForbidden: Forbidden\s{1,8}status code: 403, request id\b/ },
  // JavaScript SDK 2: the error, its stack or its fields
  {
    pattern:
      /\bForbidden: null(?=\s{1,8}at Request\.|\s{0,8}\{|$)|\bcode: 'Forbidden',(?=[^{}]{0,600}\bstatusCode: 403,\s{1,8}retryable: )/m,
  },
  { pattern: /\bAWS Error UNKNOWN \(HTTP status 403\) during / },
];
// A load balancer hands on what stands behind it.
const AWS_HOST = /(?<!\.elb)\.amazonaws\.com(?:\.cn)?[/:"'\s]|\bX-Amz-Request-Id\b/i;
const HOST_STATUS: readonly Family[] = [
  {
    pattern: /\b403:?\s{1,4}\(?(?:Client Error: )?Forbidden\b|\berror:? 403\b|\bstatus(?: code)?:? 403\b/i,
    report: () => ({ code: '403' }),
  },
];

/** The first wording that leaves no doubt. */
export function readClearFamily(text: string): FamilyMatch | undefined {
  return firstOf(CLEAR, text);
}

/** A bare code or the bare words "Access Denied". */
export function readBareDenial(text: string): FamilyMatch | undefined {
  return firstOf(BARE, text);
}

/** The status 403 of a call to AWS, where nothing names the error. */
export function readBareStatus(text: string): FamilyMatch | undefined {
  return firstOf(STATUS, text) ?? (AWS_HOST.test(text) ? firstOf(HOST_STATUS, text) : undefined);
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
