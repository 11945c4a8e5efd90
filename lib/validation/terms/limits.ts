import type { Clause } from '@/lib/validation/policy-view';
import { asksForValue, isAboutKey } from '@/lib/validation/terms/conditions';

// Keys that say who calls, or on whose behalf: a statement for everyone that asks for one of them is not for everyone.
const CALLER_KEYS = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalTag/',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
  'aws:SourceVpc',
  'aws:SourceVpcArn',
  'aws:SourceVpce',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:VpceAccount',
  'aws:userid',
  'aws:Referer',
  'kms:CallerAccount',
  's3:DataAccessPointAccount',
  's3:DataAccessPointArn',
  'sns:Endpoint',
];

/** Whether a clause can hold only for some callers. One with an unknown operator may. */
export function limitsCaller(clause: Clause): boolean {
  if (clause.written === undefined) return true;
  if (!asksForValue(clause)) return false;
  if (isAboutKey(clause, 'aws:SourceIp')) return !clause.values.some(({ text }) => isEveryAddress(text));
  if (isAboutKey(clause, 'lambda:FunctionUrlAuthType')) return clause.values.every(({ text }) => text === 'AWS_IAM');
  if (!CALLER_KEYS.some((key) => isAboutKey(clause, key))) return false;
  // A value of wildcards alone fits whoever has the key.
  return !clause.values.some(({ text }) => isAnyText(text));
}

/** Whether a pattern consists of wildcards and fits every text. */
export function isAnyText(text: string): boolean {
  return text.includes('*') && /^[*?]+$/.test(text);
}

/** `0.0.0.0/0`, `::/0`: the whole internet. */
export function isEveryAddress(text: string): boolean {
  return /^(?:[0-9.]{7,15}|[0-9a-f:]{2,39})\/0$/i.test(text.trim());
}
