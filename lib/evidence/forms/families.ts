import type { DenialReport } from '@/lib/evidence/evidence';

// Denials that do not use the standard sentence: one row a wording. What a row states is all that its words say.

interface Family {
  readonly pattern: RegExp;
  readonly report: (match: RegExpExecArray) => Partial<DenialReport>;
}

const FAMILIES: readonly Family[] = [
  {
    pattern: /Not authorized to perform (sts:AssumeRoleWith(?:WebIdentity|SAML))/i,
    report: ([, action = '']) => ({ action }),
  },
  {
    pattern: /Principal \[([^\]\s]{1,2048})\] is not allowed to execute \[([\w-]{1,60}:\w{1,128})\] on the resource/i,
    report: ([, principal = '', action = '']) => ({ principal, action }),
  },
  {
    pattern: /Access to the resource (https:\/\/sqs\.[^\s]{1,300}?) is denied/i,
    report: ([, resource = '']) => (resource.endsWith('.amazonaws.com/') ? {} : { resource }),
  },
  { pattern: /Access to the resource https:\/\/sqs\./i, report: () => ({}) },
  {
    pattern:
      /The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access/i,
    report: () => ({ impliedAction: 'kms:Decrypt' }),
  },
  { pattern: /is not authorized to use the provided AWS KMS key/i, report: () => ({}) },
  {
    pattern: /The request was denied due to a VPC endpoint policy/i,
    report: () => ({ policyType: 'endpoint' }),
  },
  {
    pattern: /\bYou are not authorized to perform this operation\b/i,
    report: () => ({}),
  },
  {
    pattern: /You are not authorized to use launch template: ([\w-]{1,60})/i,
    report: () => ({ impliedAction: 'ec2:RunInstances' }),
  },
  {
    pattern: /provided execution role does not have permissions to call (\w{1,80}) on (\w{1,30})/i,
    report: ([, operation = '', service = '']) => ({ impliedAction: `${service.toLowerCase()}:${operation}` }),
  },
  {
    pattern: /API: ([a-z0-9-]{1,40}:\w{1,80}) (?:Access Denied|You are not authorized)/i,
    report: ([, action = '']) => ({ action }),
  },
  { pattern: /You don't have permissions to access this resource/i, report: () => ({}) },
  {
    pattern:
      /role defined for the function cannot be assumed by Lambda|was unable to assume the role|is authorized to assume the provided role/i,
    report: () => ({ action: 'sts:AssumeRole', policyType: 'resource' }),
  },
  { pattern: /Amazon S3 access denied on s3:|Your access has been denied by S3/i, report: () => ({}) },
  { pattern: /when calling the Head(?:Object|Bucket) operation: Forbidden/i, report: () => ({}) },
  {
    pattern:
      /\b(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthorizationError|UnauthorizedResourceAccessException)\b/,
    report: () => ({}),
  },
  { pattern: /\bAccess Denied\b/, report: () => ({}) },
];

/** The first wording that occurs in a text. */
export function readFamily(
  text: string,
): { readonly report: Partial<DenialReport>; readonly start: number; readonly end: number } | undefined {
  for (const family of FAMILIES) {
    const match = family.pattern.exec(text);
    if (match) return { report: family.report(match), start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
