import { evidenceParts } from '@/lib/diagnosis/edit';
import { policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import { policyName } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { ServiceAccess } from '@/lib/evidence/forms/last-accessed';
import { readEvidence } from '@/lib/evidence/read';
import { servicePrefix } from '@/lib/iam/action';
import type { Statement } from '@/lib/policy/document';
import { parsePolicy } from '@/lib/policy/parse';

/** An Allow of which nothing was used in the tracking period, by its place in the document. */
export interface UnusedStatement {
  readonly policyIndex: number;
  readonly policy: string;
  /** Place in `Statement`, from 0. */
  readonly index: number;
  readonly sid?: string;
}

/** What last-accessed information says of the document's identity-based policies. It is no reason for a denial. */
export interface Usage {
  readonly services: readonly ServiceAccess[];
  readonly unused: readonly UnusedStatement[];
}

/** `undefined` where no last-accessed information was pasted. */
export function usageOf(document: DiagnosisDocument): Usage | undefined {
  const services = evidenceParts(document).flatMap(({ text }) =>
    text.includes('ServicesLastAccessed') ? (readEvidence(text).lastAccessed ?? []) : [],
  );
  if (services.length === 0) return undefined;
  const known = new Map(services.map((service) => [service.service, service]));
  const policies = policiesOf(document);
  const unused = policies.flatMap((policy, policyIndex): readonly UnusedStatement[] => {
    if (policy.type !== 'identity') return [];
    return parsePolicy(policyText(policy))
      .value.statements.filter((statement) => isUnused(statement, known))
      .map(({ index, sid }) => ({
        policyIndex,
        policy: policyName(policies, policyIndex),
        index,
        ...(sid && { sid: sid.value }),
      }));
  });
  return { services, unused };
}

/** Certainly unused: every action that the statement names was tracked, and none has a date. */
function isUnused({ effect, action }: Statement, known: ReadonlyMap<string, ServiceAccess>): boolean {
  if (effect.value !== 'Allow' || action.name !== 'Action' || action.patterns.length === 0) return false;
  return action.patterns.every(({ value }) => {
    const service = known.get(servicePrefix(value));
    if (service === undefined) return false;
    if (service.lastUsed === undefined) return true;
    const own = service.actions.find((tracked) => tracked.action.toLowerCase() === value.toLowerCase());
    return own !== undefined && own.lastUsed === undefined;
  });
}
