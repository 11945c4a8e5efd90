import type { Catalog } from '@/lib/catalog/catalog';
import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument, DocumentPolicy, DocumentRequest } from '@/lib/diagnosis/schema';
import type { EvaluationSettings } from '@/lib/evaluation/evaluate';
import { isPolicyType, POLICY_TYPE_SHORT_NAMES, type PolicyType } from '@/lib/iam/policy-type';
import type { GivenPolicy } from '@/lib/policy/policy-set';
import type { PolicyReader } from '@/lib/policy/reader';
import { type BuiltRequest, buildRequest } from '@/lib/request/build-request';
import type { Request, RequestSettings } from '@/lib/request/request';
import type { Problem } from '@/lib/text/problem';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** A document made ready for the evaluation. */
export interface Prepared {
  readonly built: BuiltRequest;
  readonly policies: readonly GivenPolicy[];
  readonly settings: EvaluationSettings;
  readonly problems: readonly PreparedProblem[];
}

interface PreparedProblem extends Problem {
  readonly policyIndex?: number;
}

/** What to call a policy: its name, or its type and place among those of its type. */
export function policyName(policies: readonly DocumentPolicy[], index: number): string {
  const policy = policies[index];
  if (policy === undefined) return '';
  if (policy.name) return policy.name;
  const same = policies.slice(0, index + 1).filter((other) => other.type === policy.type).length;
  return `${POLICY_TYPE_SHORT_NAMES[policy.type]} ${same}`;
}

/** Reads everything a document holds; `request` is the document's own or one of its further ones (R185). */
export function prepare(
  document: DiagnosisDocument,
  request: DocumentRequest,
  reader: PolicyReader,
  catalog: Catalog,
): Prepared {
  const { value: built, problems: ofRequest } = buildRequest(request, requestSettings(document), catalog);
  const problems: PreparedProblem[] = [...ofRequest];
  const all = document.policies ?? [];
  const policies = all.map((policy, index): GivenPolicy => {
    const parsed = reader.read(policyText(policy));
    for (const problem of parsed.problems) problems.push({ ...problem, policyIndex: index });
    return {
      index,
      type: policy.type,
      name: policyName(all, index),
      ...(policy.arn !== undefined && { arn: policy.arn }),
      ...(policy.attachedTo !== undefined && { attachedTo: policy.attachedTo }),
      document: parsed.value,
    };
  });
  append(problems, [...sameNames(all), ...severalBoundaries(all)]);
  const settings = { notApplicable: types(document.notApplicable), incomplete: types(document.incomplete) };
  return { built, policies, settings, problems };
}

/** The document's own request, as far as it can be decided. */
export function requestOf(document: DiagnosisDocument, catalog: Catalog): Request | undefined {
  return buildRequest(document.request ?? {}, requestSettings(document), catalog).value.request;
}

function types(listed: readonly string[] | undefined): readonly PolicyType[] {
  return (listed ?? []).filter(isPolicyType);
}

function requestSettings(document: DiagnosisDocument): RequestSettings {
  const { unstated } = document;
  const mode = typeof unstated === 'string' ? { context: unstated, policies: unstated } : (unstated ?? {});
  return {
    unstatedContext: mode.context ?? 'unknown',
    unstatedPolicies: mode.policies ?? 'unknown',
    principalIsServiceLinkedRole: document.principalIsServiceLinkedRole ?? false,
    principalAccountIsManagementAccount: document.principalAccountIsManagementAccount ?? false,
    resourceAccountIsManagementAccount: document.resourceAccountIsManagementAccount ?? false,
  };
}

/** Names are unique within a type and a place of attachment; a clash is only said. */
function sameNames(policies: readonly DocumentPolicy[]): readonly PreparedProblem[] {
  const seen = new Set<string>();
  return policies.flatMap((policy, index): readonly PreparedProblem[] => {
    if (!policy.name) return [];
    const id = JSON.stringify([policy.type, policy.name, policy.attachedTo?.trim() ?? '']);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `Two policies of this type are called ${code(policy.name)}. Both were used; rename one to tell them apart.`;
    return [{ code: 'policy-name-clash', severity: 'warning', message, policyIndex: index }];
  });
}

function severalBoundaries(policies: readonly DocumentPolicy[]): readonly PreparedProblem[] {
  const second = policies.findIndex(
    (policy, index) =>
      policy.type === 'boundary' && policies.slice(0, index).some((other) => other.type === 'boundary'),
  );
  if (second < 0) return [];
  const message = 'A user or role has one permissions boundary. Several are given; they were taken together as one.';
  return [{ code: 'several-boundaries', severity: 'warning', message, policyIndex: second }];
}
