import { type Arn, parseArn } from '@/lib/iam/arn';

/**
 * Whether a policy's resource is certainly another one than the request's. Names that AWS resolves, such as a key's alias or a
 * function's version, may be the same.
 */
export function isOtherResource(policyOf: string, requested: string): boolean {
  const [own, asked] = [parseArn(policyOf), parseArn(requested)];
  if (own === undefined || asked === undefined) return false;
  if (own.service !== asked.service || own.partition !== asked.partition) return true;
  if (differs(own.account, asked.account) || differs(own.region, asked.region)) return true;
  const [name, askedName] = [wholeName(own), wholeName(asked)];
  if (/[*?$]/.test(name + askedName) || name.startsWith('alias/') || askedName.startsWith('alias/')) return false;
  return name !== askedName && !continues(name, askedName) && !continues(askedName, name);
}

function differs(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other;
}

/** Of an object the bucket; of a secret the name without the six letters that AWS appends. */
function wholeName({ service, account, resource }: Arn): string {
  if (service === 's3' && account === '') return resource.split('/')[0] ?? '';
  return service === 'secretsmanager' ? resource.replace(/-[A-Za-z0-9]{6}$/, '') : resource;
}

/** A part of the resource: a table's index, a function's alias, a stage of an API. */
function continues(whole: string, part: string): boolean {
  return part.startsWith(whole) && /^[/:]/.test(part.slice(whole.length));
}
