/** The policy types of a diagnosis, in the order in which AWS evaluates them (R32). */
export const POLICY_TYPES = ['rcp', 'scp', 'endpoint', 'resource', 'identity', 'boundary', 'session'] as const;

export type PolicyType = (typeof POLICY_TYPES)[number];

/** AWS's own name of each policy type, as its documentation and its messages write it. */
export const POLICY_TYPE_NAMES = {
  rcp: 'resource control policy (RCP)',
  scp: 'service control policy (SCP)',
  endpoint: 'VPC endpoint policy',
  resource: 'resource-based policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
} as const satisfies Record<PolicyType, string>;

/** The short name for places where the long one does not fit: a gate in a picture, a row of a list. */
export const POLICY_TYPE_SHORT_NAMES = {
  rcp: 'RCP',
  scp: 'SCP',
  endpoint: 'VPC endpoint policy',
  resource: 'Resource-based policy',
  identity: 'Identity-based policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
} as const satisfies Record<PolicyType, string>;

/** Whether policies of a type can allow anything by themselves; the others only take away. */
export function grants(type: PolicyType): boolean {
  return type === 'identity' || type === 'resource';
}

export function isPolicyType(value: unknown): value is PolicyType {
  return POLICY_TYPES.some((type) => type === value);
}
