import type { StatementTrace } from '@/lib/evaluation/verdict';
import { POLICY_TYPE_SHORT_NAMES, type PolicyType } from '@/lib/iam/policy-type';
import { isRoleTrustAction } from '@/lib/iam/principal';
import type { Request } from '@/lib/request/request';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

// How policies, statements and resources are called in sentences.

/** "SCP", "permissions boundary": a policy type inside a sentence. */
export function typeInSentence(type: PolicyType): string {
  const name = POLICY_TYPE_SHORT_NAMES[type];
  return type === 'rcp' || type === 'scp' || type === 'endpoint' ? name : name.toLowerCase();
}

/** With its article: "an SCP", "a permissions boundary". */
export function aPolicyOfType(type: PolicyType): string {
  const name = typeInSentence(type);
  return `${/^(?:[aeio]|RCP|SCP)/.test(name) ? 'an' : 'a'} ${name}`;
}

const RESOURCE_POLICY_NAMES: Readonly<Record<string, string>> = {
  s3: 'bucket policy',
  kms: 'key policy',
  sqs: 'queue policy',
  sns: 'topic policy',
  lambda: 'function policy',
  secretsmanager: 'secret’s resource policy',
  ecr: 'repository policy',
  events: 'event bus policy',
  elasticfilesystem: 'file system policy',
  es: 'domain access policy',
};

/** What AWS calls the resource's own policy for this request: a bucket policy, a key policy, the role's trust policy. */
export function resourcePolicyName(request: Pick<Request, 'action' | 'service'>): string {
  if (isRoleTrustAction(request.action)) return 'role trust policy';
  return lookUp(RESOURCE_POLICY_NAMES, request.service) ?? 'resource-based policy';
}

/** A value of a condition key: in code marks, or said in words where there is nothing to see. */
export function valueInSentence(value: string): string {
  return value === '' ? 'empty' : code(value);
}

/** A policy type as this request's sentence names it. */
export function layerName(type: PolicyType, request: Pick<Request, 'action' | 'service'>): string {
  return type === 'resource' ? resourcePolicyName(request) : typeInSentence(type);
}

/** "statement 2" or "statement `DenyOutsideEU`". */
function statementName({ statement }: StatementTrace): string {
  return statement.sid?.value ? `statement ${code(statement.sid.value)}` : `statement ${statement.index + 1}`;
}

/** "statement 2 of `RegionGuard` (SCP)". A policy that nobody named is called as its type. */
export function statementInPolicy(trace: StatementTrace): string {
  const type = typeInSentence(trace.type);
  const policy = trace.policyName === type ? `the ${type}` : `${code(trace.policyName)} (${type})`;
  return `${statementName(trace)} of ${policy}`;
}

/** "this object", "this bucket", "this role": what the request is about, short enough for a headline. */
export function resourceNoun({ service, resource, resourceArn }: Request): string {
  if (resource === '*') return 'any resource';
  const type = resourceArn?.resource ?? '';
  if (service === 's3' && resourceArn?.service === 's3') return type.includes('/') ? 'this object' : 'this bucket';
  const [kind = ''] = type.split(/[:/]/);
  const known = [
    'table',
    'function',
    'role',
    'user',
    'key',
    'secret',
    'instance',
    'repository',
    'cluster',
    'parameter',
    'log-group',
    'stream',
  ];
  if (known.includes(kind)) return `this ${kind.replace('-', ' ')}`;
  if (resourceArn?.service === 'sqs') return 'this queue';
  return resourceArn?.service === 'sns' ? 'this topic' : 'this resource';
}

/** The caller as one would say it: "the user `alice`", "the role `ci`". */
export function callerNoun({ caller }: Pick<Request, 'caller'>): string {
  switch (caller.kind) {
    case 'user':
      return `the user ${code(caller.name)}`;
    case 'session':
    case 'role':
      return `the role ${code(caller.role)}`;
    case 'federated':
      return `the federated user ${code(caller.name)}`;
    case 'root':
      return `the root user of account ${code(caller.account)}`;
    case 'service':
      return `the service ${code(caller.arn)}`;
    case 'provider':
      return `the identity provider ${code(caller.arn)}`;
    case 'anonymous':
      return 'an anonymous caller';
  }
}
