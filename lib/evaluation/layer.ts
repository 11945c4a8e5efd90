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
    allow: open,
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
  const levels = levelsOf(type, policies).map(([attachedTo, ofLevel]) =>
    buildLevel(attachedTo, ofLevel, request, rules),
  );
  const [only, ...others] = levels;
  const statements = only && others.length === 0 ? only.statements : levels.flatMap((level) => level.statements);
  const unseen = rules.incomplete ? [dependsOn({ kind: 'policies', type })] : [];
  return {
    type,
    policies: policies.length,
    applies: true,
    statements,
    deny: some([...levels.map((level) => level.deny), ...unseen]),
    allow: allowOf(type, levels, unseen),
    strengths: type === 'resource' ? strengthsOf(statements, [...unreadOf(policies), ...unseen]) : NOTHING,
    levels,
  };
}

/** Only an Allow of the resource is worth more or less by the entry that names the caller (R51). */
function strengthsOf(statements: readonly TracedStatement[], open: readonly Match[]): Layer['strengths'] {
  const allows = statements.filter(({ statement }) => statement.effect.value === 'Allow');
  const strength = (of: Strength) => some([...allows.map((statement) => statement.strengths[of]), ...open]);
  return { direct: strength('direct'), role: strength('role'), delegation: strength('delegation') };
}

function allowOf(type: PolicyType, levels: readonly Level[], unseen: readonly Match[]): Match {
  const allows = levels.map((level) => level.allow);
  switch (type) {
    case 'rcp':
      return MATCHES;
    case 'scp':
      // An unseen level may lack an Allow, and a seen one may hold more (R184).
      return unseen[0] ?? every(allows);
    case 'endpoint':
    case 'resource':
    case 'identity':
    case 'boundary':
    case 'session':
      return some([...allows, ...unseen]);
  }
}

function buildLevel(attachedTo: string, policies: readonly UsablePolicy[], request: Request, rules: LayerRules): Level {
  const statements: TracedStatement[] = [];
  for (const policy of policies) addTraces(statements, { policy, request, rules });
  const denies: Match[] = [];
  const allows: Match[] = [];
  for (const { statement, match } of statements) (statement.effect.value === 'Deny' ? denies : allows).push(match);
  const unread = unreadOf(policies);
  return { attachedTo, statements, deny: some([...denies, ...unread]), allow: some([...allows, ...unread]) };
}

function addTraces(traces: TracedStatement[], asked: Asked): void {
  const { statements, document, type } = asked.policy;
  const compiled = compiledPolicy(document, type);
  for (const statement of statements) {
    const prepared = compiled[statement.index];
    if (prepared) traces.push(new TracedStatement(statement, prepared, asked));
  }
}

/** Policies that could not be read may allow and may deny (R147). */
function unreadOf(policies: readonly UsablePolicy[]): readonly Match[] {
  return policies
    .filter((policy) => !policy.document.readable)
    .map(({ type, index }) => dependsOn({ kind: 'unreadable', type, policyIndex: index }));
}

/** Policies with one label form one level; those without a label form one together (R38). */
function levelsOf(
  type: PolicyType,
  policies: readonly UsablePolicy[],
): readonly (readonly [string, readonly UsablePolicy[]])[] {
  if (type !== 'scp' && type !== 'rcp') return [['', policies]];
  const levels = new Map<string, UsablePolicy[]>();
  for (const policy of policies) {
    const label = (policy.attachedTo ?? '').trim();
    const level = levels.get(label);
    if (level) level.push(policy);
    else levels.set(label, [policy]);
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
