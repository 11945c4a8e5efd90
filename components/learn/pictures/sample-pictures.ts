import { POLICY_TYPE_SHORT_NAMES, POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import type { Gate, Picture } from '@/lib/report/gate';

function gate(type: PolicyType, outcome: Gate['outcome'], line: Gate['line'], policies = 1): Gate {
  return { type, name: POLICY_TYPE_SHORT_NAMES[type], outcome, policies, line };
}

/** All gates in their order; the SCP lacks the Allow. */
export const ORDER_SAMPLE: Picture = {
  lanes: [
    {
      label: 'The request',
      gates: POLICY_TYPES.map((type, place) => {
        const stop = POLICY_TYPES.indexOf('scp');
        if (place === stop) return gate(type, 'implicitDeny', 'stopped', 2);
        const given = type === 'rcp' || type === 'identity';
        const line = place < stop ? 'passed' : 'notReached';
        return given ? gate(type, 'allows', line) : gate(type, 'notApplicable', line, 0);
      }),
    },
  ],
  sentence:
    'A user’s own policy allows the request, and yet it ends at the SCP: one level of the organization lacks the Allow.',
};

/** The caller's account agrees, the resource's does not. */
export const ACCOUNTS_SAMPLE: Picture = {
  lanes: [
    {
      label: 'The caller’s account',
      gates: [
        gate('scp', 'allows', 'passed'),
        gate('endpoint', 'notApplicable', 'passed', 0),
        gate('identity', 'allows', 'passed'),
        gate('boundary', 'notApplicable', 'passed', 0),
        gate('session', 'notApplicable', 'passed', 0),
      ],
    },
    {
      label: 'The resource’s account',
      gates: [gate('rcp', 'allows', 'passed'), gate('resource', 'implicitDeny', 'stopped')],
    },
  ],
  sentence: 'The caller’s account lets it out; the resource’s policy does not let it in. Both must.',
};
