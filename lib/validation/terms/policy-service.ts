import type { PolicyView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

/** The service whose resource a policy belongs to: that of its ARNs, else that of its actions; `undefined` where it is not one. */
export function serviceOfPolicy(policy: PolicyView | undefined): string | undefined {
  const statements = policy?.statements ?? [];
  const arns = statements
    .flatMap(({ resource }) => resource?.entries ?? [])
    .filter(({ value }) => value.startsWith('arn:'));
  const services = new Set(arns.map(({ value }) => arnFields(value)[2]));
  if (services.size === 1) return [...services][0];
  const prefixes = new Set(statements.flatMap(({ action }) => action?.entries ?? []).map(({ prefix }) => prefix));
  return services.size === 0 && prefixes.size === 1 ? [...prefixes][0] : undefined;
}
