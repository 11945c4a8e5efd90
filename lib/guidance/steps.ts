import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { evidenceParts } from '@/lib/diagnosis/edit';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { LayerVerdict, Match, Verdict } from '@/lib/evaluation/verdict';
import { commandFacts } from '@/lib/guidance/command-facts';
import { commandsFor } from '@/lib/guidance/commands';
import {
  STEP_IDS,
  STEP_POLICY_TYPES,
  type Step,
  type StepId,
  type StepState,
  stepOfPolicyType,
} from '@/lib/guidance/step';
import { STEP_TEXTS, stepGuidance } from '@/lib/guidance/step-texts';
import type { PolicyType } from '@/lib/iam/policy-type';
import { code, plural } from '@/lib/text/wording';

/** The seven steps with what is known in each, in their order. */
export function stepsOf(document: DiagnosisDocument, diagnosis: Diagnosis): readonly Step[] {
  const pointed = pointedStep(diagnosis);
  const facts = commandFacts(document, diagnosis);
  return STEP_IDS.map((id, place): Step => {
    const policyTypes: readonly PolicyType[] = STEP_POLICY_TYPES[id];
    const layers = diagnosis.verdict.layers.filter((layer) => policyTypes.includes(layer.type));
    const state = id === 'source' || id === 'message' ? factState(id, document) : combined(layers.map(layerState));
    return {
      id,
      number: place + 1,
      ...STEP_TEXTS[id],
      state,
      known:
        id === 'source' || id === 'message' ? factLine(id, document, diagnosis) : layersLine(layers, diagnosis.verdict),
      pointed: pointed?.id === id,
      ...(pointed?.id === id && { hint: pointed.hint }),
      guidance: stepGuidance(id, document, diagnosis),
      commands: commandKinds(id).flatMap((kind) => commandsFor(kind, facts)),
      policyTypes,
    };
  });
}

/** Where to look first: what AWS's words name; without a name, the caller's own policies. */
function pointedStep({ report }: Diagnosis): { readonly id: StepId; readonly hint: string } | undefined {
  if (!report?.isAccessDenied) return undefined;
  if (report.policyType) return { id: stepOfPolicyType(report.policyType), hint: 'AWS points here' };
  return { id: 'identity', hint: 'Look here first' };
}

function factState(id: 'source' | 'message', document: DiagnosisDocument): StepState {
  const given = id === 'source' ? document.request?.principal : hasEvidence(document);
  return given ? 'given' : 'empty';
}

function hasEvidence(document: DiagnosisDocument): boolean {
  return evidenceParts(document).some((part) => part.text.trim() !== '');
}

function factLine(id: 'source' | 'message', document: DiagnosisDocument, { report }: Diagnosis): string {
  if (id === 'source') {
    const principal = document.request?.principal;
    return principal ? code(principal.slice(principal.lastIndexOf(':') + 1)) : 'Not given';
  }
  if (report === undefined) return hasEvidence(document) ? 'Nothing recognised yet' : 'Not given';
  if (!report.isAccessDenied) return 'No denial by policies';
  const action = report.action ?? report.impliedAction;
  return action ? `Denied: ${code(action)}` : 'A denial';
}

function layerState(layer: LayerVerdict): StepState {
  switch (layer.outcome) {
    case 'allows':
      return layer.policies > 0 ? 'allows' : 'given';
    case 'explicitDeny':
      return 'denies';
    case 'implicitDeny':
      return 'doesNotAllow';
    case 'notApplicable':
      return 'notApplicable';
    case 'unknown':
      return layer.policies > 0 ? 'depends' : 'empty';
  }
}

// Of two policy types in one step, the state that matters more.
const WEIGHT: readonly StepState[] = ['denies', 'doesNotAllow', 'depends', 'allows', 'given', 'empty', 'notApplicable'];

function combined(states: readonly StepState[]): StepState {
  return WEIGHT.find((state) => states.includes(state)) ?? 'empty';
}

/** "2 policies, 1 allows". */
function layersLine(layers: readonly LayerVerdict[], { dependsOn }: Verdict): string {
  const policies = layers.reduce((sum, layer) => sum + layer.policies, 0);
  if (policies === 0)
    return layers.every((layer) => layer.outcome === 'notApplicable') ? 'Does not apply' : 'Not given';
  const count = plural(policies, 'policy', 'policies');
  const statements = layers.flatMap((layer) => layer.statements);
  const having = (effect: 'Allow' | 'Deny', outcome: Match['outcome']) =>
    new Set(
      statements
        .filter((trace) => trace.statement.effect.value === effect && trace.match.outcome === outcome)
        .map((trace) => trace.policyIndex),
    ).size;
  const denying = having('Deny', 'matches');
  if (denying > 0) return `${count}, ${denying} ${denying === 1 ? 'denies' : 'deny'}`;
  const mayDeny = having('Deny', 'dependsOn');
  if (mayDeny > 0) return `${count}, ${mayDeny} may deny`;
  const allowing = having('Allow', 'matches');
  if (allowing > 0) return `${count}, ${allowing} ${allowing === 1 ? 'allows' : 'allow'}`;
  const mayAllow = having('Allow', 'dependsOn');
  if (mayAllow > 0) return `${count}, ${mayAllow} may allow`;
  const types = layers.map(({ type }) => type);
  const unreadable = new Set(
    dependsOn.flatMap((open) => (open.kind === 'unreadable' && types.includes(open.type) ? [open.policyIndex] : [])),
  ).size;
  if (unreadable > 0) return policies === 1 ? `${count}, not readable yet` : `${count}, ${unreadable} not readable yet`;
  return `${count}, none allows`;
}

function commandKinds(id: StepId): readonly (PolicyType | 'source' | 'message')[] {
  return id === 'source' || id === 'message' ? [id] : STEP_POLICY_TYPES[id];
}
