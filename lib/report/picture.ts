import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { LayerVerdict } from '@/lib/evaluation/verdict';
import { typeInSentence } from '@/lib/explanation/wording';
import { POLICY_TYPE_SHORT_NAMES, POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { readCaller } from '@/lib/iam/principal';
import type { Gate, Lane, Picture } from '@/lib/report/gate';
import { code, listOf } from '@/lib/text/wording';

const CALLER_SIDE: readonly PolicyType[] = ['scp', 'endpoint', 'identity', 'boundary', 'session'];
const RESOURCE_SIDE: readonly PolicyType[] = ['rcp', 'resource'];

/** The layers as gates in AWS's order, with the request going through to where it stops. */
export function pictureOf(diagnosis: Diagnosis, document: DiagnosisDocument): Picture {
  const accounts = accountsOf(diagnosis, document);
  if (accounts === undefined) {
    return {
      lanes: [{ label: 'The request', gates: gatesOf(POLICY_TYPES, diagnosis) }],
      sentence: sentence(diagnosis),
    };
  }
  const lanes: readonly Lane[] = [
    { label: `The caller’s account ${accounts.caller}`, gates: gatesOf(CALLER_SIDE, diagnosis) },
    { label: `The resource’s account ${accounts.resource}`, gates: gatesOf(RESOURCE_SIDE, diagnosis) },
  ];
  return { lanes, sentence: `${sentence(diagnosis)} Across accounts both sides must let it through.` };
}

/** The two accounts, where they differ. */
function accountsOf(diagnosis: Diagnosis, document: DiagnosisDocument) {
  const caller = readCaller(document.request?.principal ?? '', document.request?.action ?? '');
  const resource = diagnosis.facts.find((fact) => fact.path === 'request.resourceAccount')?.value;
  if (caller === undefined || !('account' in caller) || !resource || caller.account === resource) return undefined;
  return { caller: caller.account, resource };
}

function gatesOf(types: readonly PolicyType[], diagnosis: Diagnosis): readonly Gate[] {
  const layers = types.flatMap((type) => diagnosis.verdict.layers.filter((layer) => layer.type === type));
  const stop = stopOf(layers, diagnosis);
  const decided = diagnosis.verdict.decision !== 'undetermined';
  return layers.map(
    (layer, place): Gate => ({
      type: layer.type,
      name: POLICY_TYPE_SHORT_NAMES[layer.type],
      outcome: layer.outcome,
      policies: layer.policies,
      line: place === stop ? 'stopped' : stop >= 0 && place > stop ? 'notReached' : lineOf(layer, decided),
    }),
  );
}

/** Where the request stops: an explicit Deny is looked for before anything else, so the first of these; else the first lacking Allow. */
function stopOf(layers: readonly LayerVerdict[], { verdict }: Diagnosis): number {
  const responsible = layers.map((layer) => verdict.deniedBy.includes(layer.type));
  const denies = layers.findIndex((layer, place) => responsible[place] && layer.outcome === 'explicitDeny');
  return denies >= 0 || verdict.decision === 'explicitDeny' ? denies : responsible.indexOf(true);
}

function lineOf(layer: LayerVerdict, decided: boolean): Gate['line'] {
  return layer.outcome === 'unknown' && !decided ? 'uncertain' : 'passed';
}

function sentence({ verdict }: Diagnosis): string {
  const [first] = verdict.deniedBy;
  switch (verdict.decision) {
    case 'allowed':
      return 'The request gets through every gate.';
    case 'undetermined': {
      const open = verdict.layers
        .filter((layer) => layer.outcome === 'unknown')
        .map((layer) => typeInSentence(layer.type));
      return open.length === 0
        ? 'Whether the request gets through is open.'
        : `Whether the request gets through is open at: ${listOf(open, 'and')}.`;
    }
    case 'explicitDeny':
    case 'implicitDeny': {
      const how = verdict.decision === 'explicitDeny' ? 'denied' : 'not allowed';
      const level = verdict.layers
        .find((layer) => layer.type === first)
        ?.levels?.find((one) => one.outcome !== 'allows')?.attachedTo;
      return `The request is stopped at the ${first ? typeInSentence(first) : 'policies'}${level ? ` of ${code(level)}` : ''}: ${how} there.`;
    }
  }
}
