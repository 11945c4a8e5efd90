import { compiledPolicy } from '@/lib/evaluation/compile';
import { DOES_NOT_MATCH, dependsOn, every, MATCHES, some } from '@/lib/evaluation/match';
import type { Strength } from '@/lib/evaluation/principal';
import { type Asked, TracedStatement } from '@/lib/evaluation/statement';
import type { LayerOutcome, LayerVerdict, LevelVerdict, Match } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { Request } from '@/lib/request/request';

/** One policy type's say about a request. */
export interface Layer {
  readonly type: PolicyType;
  /** How many policies were given. */
  readonly policies: number;
  /** Why it takes no part, or why it is empty, as a sentence. */
  readonly because?: string;
  /** False for a layer that limits nothing and grants nothing. */
  readonly applies: boolean;
  readonly statements: readonly TracedStatement[];
  readonly deny: Match;
  readonly allow: Match;
  readonly strengths: Readonly<Record<Strength, Match>>;
  readonly levels: readonly Level[];
}

/** The SCPs or RCPs attached at one place (R38). */
interface Level {
  readonly attachedTo: string;
  readonly statements: readonly TracedStatement[];
  readonly deny: Match;
  readonly allow: Match;
}

const NOTHING = { direct: DOES_NOT_MATCH, role: DOES_NOT_MATCH, delegation: DOES_NOT_MATCH } as const;

/** A layer that takes no part in the decision. */
export function absentLayer(type: PolicyType, policies: number, because: string): Layer {
  const nothing = { statements: [], deny: DOES_NOT_MATCH, allow: DOES_NOT_MATCH, strengths: NOTHING, levels: [] };
  return { type, policies, because, applies: false, ...nothing };
}

/** A layer that has to allow but holds no policies: it allows nothing. The sentence says why it is empty. */
export function emptyLayer(type: PolicyType, because: string): Layer {
  return { ...absentLayer(type, 0, because), applies: true };
}

/** A layer whose policies nobody has shown: it may allow and it may deny (R177). */
export function unseenLayer(type: PolicyType): Layer {
  const open = dependsOn({ kind: 'policies', type });
  return {
    type,
    policies: 0,
    applies: true,
    statements: [],
    deny: open,
    allow: type === 'rcp' ? MATCHES : open,
    strengths: { direct: open, role: open, delegation: open },
    levels: [],
  };
}

export interface LayerRules {
  readonly incomplete: boolean;
  readonly endpoint: 'none' | 'interface' | 'unknown';
  readonly boundary: 'given' | 'none' | 'unknown';
}

/**
 * The layer of the given policies: statements add up (R35), SCPs level by level (R38), RCPs never lack an Allow (R40). What
 * is missing or unreadable may allow and may deny (R147, R184).
 */
export function buildLayer(
  type: PolicyType,
  policies: readonly UsablePolicy[],
  request: Request,
  rules: LayerRules,
): Layer {
  const levels = levelsOf(policies).map(([attachedTo, ofLevel]) => buildLevel(attachedTo, ofLevel, request, rules));
  const statements = levels.flatMap((level) => level.statements);
  const unseen = rules.incomplete ? [dependsOn({ kind: 'policies', type })] : [];
  const unread = policies.filter((policy) => !policy.document.readable).map(unreadable);
  const open = [...unseen, ...unread];
  const allows = ofEffect(statements, 'Allow');
  return {
    type,
    policies: policies.length,
    applies: true,
    statements,
    deny: some([...levels.map((level) => level.deny), ...unseen]),
    allow: allowOf(type, levels, allows, open, rules.incomplete),
    strengths: type === 'resource' ? strengthsOf(allows, open) : NOTHING,
    levels,
  };
}

/** Only an Allow of the resource is worth more or less by the entry that names the caller (R51). */
function strengthsOf(allows: readonly TracedStatement[], open: readonly Match[]): Layer['strengths'] {
  const strength = (of: Strength) => some([...allows.map((statement) => statement.strengths[of]), ...open]);
  return { direct: strength('direct'), role: strength('role'), delegation: strength('delegation') };
}

function allowOf(
  type: PolicyType,
  levels: readonly Level[],
  allows: readonly TracedStatement[],
  open: readonly Match[],
  incomplete: boolean,
): Match {
  switch (type) {
    case 'rcp':
      return MATCHES;
    case 'scp':
      // An unseen level may lack an Allow, and a seen one may hold more (R184).
      return incomplete ? dependsOn({ kind: 'policies', type }) : every(levels.map((level) => level.allow));
    case 'endpoint':
    case 'resource':
    case 'identity':
    case 'boundary':
    case 'session':
      return some([...allows.map((statement) => statement.match), ...open]);
  }
}

function buildLevel(attachedTo: string, policies: readonly UsablePolicy[], request: Request, rules: LayerRules): Level {
  const statements = policies.flatMap((policy) => tracesOf({ policy, request, rules }));
  const unread = policies.filter((policy) => !policy.document.readable).map(unreadable);
  const of = (effect: 'Allow' | 'Deny') => ofEffect(statements, effect).map((statement) => statement.match);
  return { attachedTo, statements, deny: some([...of('Deny'), ...unread]), allow: some([...of('Allow'), ...unread]) };
}

function tracesOf(asked: Asked): readonly TracedStatement[] {
  const { statements, document, type } = asked.policy;
  const compiled = compiledPolicy(document, type);
  const traces: TracedStatement[] = [];
  for (const statement of statements) {
    const prepared = compiled[statement.index];
    if (prepared) traces.push(new TracedStatement(statement, prepared, asked));
  }
  return traces;
}

function unreadable(policy: UsablePolicy): Match {
  return dependsOn({ kind: 'unreadable', type: policy.type, policyIndex: policy.index });
}

function ofEffect(statements: readonly TracedStatement[], effect: 'Allow' | 'Deny'): readonly TracedStatement[] {
  return statements.filter((statement) => statement.statement.effect.value === effect);
}

/** Policies with one label form one level; those without a label form one together (R38). */
function levelsOf(policies: readonly UsablePolicy[]): readonly (readonly [string, readonly UsablePolicy[]])[] {
  const hasLevels = policies[0]?.type === 'scp' || policies[0]?.type === 'rcp';
  const levels = new Map<string, UsablePolicy[]>();
  for (const policy of policies) {
    const label = hasLevels ? (policy.attachedTo ?? '').trim() : '';
    levels.set(label, [...(levels.get(label) ?? []), policy]);
  }
  return [...levels];
}

/** What a layer or level says, from whether a Deny and an Allow match (R173). */
function outcomeOf(deny: Match, allow: Match): LayerOutcome {
  if (deny.outcome === 'matches') return 'explicitDeny';
  if (allow.outcome === 'doesNotMatch') return 'implicitDeny';
  return deny.outcome === 'doesNotMatch' && allow.outcome === 'matches' ? 'allows' : 'unknown';
}

/** The layer as the verdict shows it. */
export function layerVerdict(layer: Layer): LayerVerdict {
  const hasLevels = layer.type === 'scp' || layer.type === 'rcp';
  const levels = layer.levels.map(
    (level): LevelVerdict => ({
      attachedTo: level.attachedTo,
      outcome: outcomeOf(level.deny, layer.type === 'rcp' ? MATCHES : level.allow),
    }),
  );
  return {
    type: layer.type,
    outcome: layer.applies ? outcomeOf(layer.deny, layer.allow) : 'notApplicable',
    policies: layer.policies,
    ...(layer.because && { because: layer.because }),
    ...(hasLevels && layer.applies && { levels }),
    statements: layer.statements,
  };
}
