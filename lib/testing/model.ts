import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { type PolicyReader, policyReader } from '@/lib/policy/reader';
import { type Evaluated, evaluateLayers, type Layer, type Policy } from '@/lib/testing/model/layer';
import type { Strength } from '@/lib/testing/model/principal';
import { arnParts, isAction, type Request, readRequest } from '@/lib/testing/model/request';
import { asksTrustPolicy } from '@/lib/testing/model/statement';
import { and, or, type Truth } from '@/lib/testing/model/truth';

// A second evaluator, written from the rules alone and with no care for speed, to compare the product's engine with.

type ModelDecision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'undetermined';

interface ModelStatement {
  readonly type: PolicyType;
  readonly policyIndex: number;
  readonly index: number;
}

/** What the rules say of a document; `undefined` where they leave it open. */
export interface ModelVerdict {
  readonly decision: ModelDecision | undefined;
  readonly deniedBy: readonly PolicyType[] | undefined;
  /** The deciding statements, in the order of the types and of the document. */
  readonly statements: readonly ModelStatement[] | undefined;
}

/** Decides a diagnosis document's first request by the rules. Policies come from the product's own parser. */
export function modelVerdict(document: DiagnosisDocument, reader: PolicyReader = policyReader()): ModelVerdict {
  const request = readRequest(document);
  if (request === undefined) return { decision: undefined, deniedBy: undefined, statements: undefined };
  if (needsNoPermission(request)) return { decision: 'allowed', deniedBy: [], statements: [] };
  const layers = evaluateLayers(request, readPolicies(document, reader));
  return decide(request, (type) => layers.get(type) as Layer);
}

function readPolicies(document: DiagnosisDocument, reader: PolicyReader): readonly Policy[] {
  return (document.policies ?? []).map((policy, policyIndex) => {
    const text = typeof policy.document === 'string' ? policy.document : JSON.stringify(policy.document, null, 2);
    const level = (policy.attachedTo ?? '').trim(); // R38
    return { type: policy.type, policyIndex, level, document: reader.read(text).value };
  });
}

/** R105, R106: calls that no policy can stop. */
function needsNoPermission(request: Request): boolean {
  const { kind, account } = request.caller;
  if (isAction(request, 'sts:GetCallerIdentity')) return account !== '';
  return isAction(request, 'sts:GetSessionToken') && (kind === 'user' || kind === 'root');
}

type Layers = (type: PolicyType) => Layer;

/** R183: the whole decision. */
function decide(request: Request, layers: Layers): ModelVerdict {
  const deny = or(POLICY_TYPES.map((type) => denyOf(layers(type), request)));
  const facts = readFacts(request, layers);
  const need = and([facts.scp, facts.endpoint, facts.grant]);
  const lacking = need === 'F' ? lackingTypes(request, layers, facts) : [];
  if (deny === 'T') {
    const denying = POLICY_TYPES.filter((type) => denyOf(layers(type), request) === 'T');
    const deniedBy = [...denying, ...lacking.filter((type) => !denying.includes(type))]; // R210
    return { decision: 'explicitDeny', deniedBy, statements: denyStatements(request, layers) };
  }
  if (need === 'F') return { decision: 'implicitDeny', deniedBy: lacking, statements: undefined };
  if (need === 'U' || deny === 'U') return { decision: 'undetermined', deniedBy: [], statements: undefined };
  return { decision: 'allowed', deniedBy: [], statements: allowStatements(layers, facts) };
}

/** R54: the bucket's owner can always reach the bucket policy. */
function isSparedByBucket(request: Request, type: PolicyType): boolean {
  const actions = ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'];
  const { kind, account } = request.caller;
  return type === 'resource' && kind === 'root' && account === request.owner && isAction(request, ...actions);
}

function denyOf(layer: Layer, request: Request): Truth {
  return layer.applies && !isSparedByBucket(request, layer.type) ? layer.deny : 'F';
}

/** The parts of the formulas of R50, R56 and R65. */
interface Facts {
  readonly scp: Truth;
  readonly endpoint: Truth;
  readonly boundary: Truth;
  readonly session: Truth;
  readonly identity: Truth;
  readonly direct: Truth;
  readonly role: Truth;
  readonly delegation: Truth;
  readonly any: Truth;
  readonly grant: Truth;
  readonly way: 'noAccount' | 'none' | 'root' | 'rootNamed' | 'same' | 'sameTrust' | 'both';
}

function readFacts(request: Request, layers: Layers): Facts {
  const ok = (type: PolicyType): Truth => (layers(type).applies ? layers(type).allow : 'T');
  const granted = (type: PolicyType): Truth => (layers(type).applies ? layers(type).allow : 'F');
  const resource = layers('resource');
  const open: readonly Truth[] = resource.applies && isOpen(request, resource) ? ['U'] : [];
  const through = (strength: Strength) =>
    or([
      ...open,
      ...resource.statements.map(({ outcome }) => (outcome.effect === 'Allow' ? outcome.by[strength] : 'F')),
    ]);
  const [direct, role, delegation] = [through('direct'), through('role'), through('delegation')];
  const identity = granted('identity');
  const any = or([direct, role, delegation]);
  const [boundary, session] = [ok('boundary'), ok('session')];
  const cap = and([boundary, session]);
  const way = wayOf(request);
  const formulas: Readonly<Record<Facts['way'], Truth>> = {
    noAccount: any, // R56
    none: 'F', // R84, R106
    root: cap, // R53, R10
    rootNamed: and([any, cap]), // R72, R86
    same: or([direct, and([or([role, identity]), cap])]), // R50
    sameTrust: or([direct, and([or([role, and([delegation, identity])]), cap])]), // R50, R80, R86
    both: and([any, identity, cap]), // R65, R93
  };
  const facts = { boundary, session, identity, direct, role, delegation, any, way, grant: formulas[way] };
  return { ...facts, scp: ok('scp'), endpoint: ok('endpoint') };
}

/** R147, R177, R184: whether an Allow may stand in what is not at hand or not readable. */
function isOpen(request: Request, layer: Layer): boolean {
  return layer.given === 0 || request.incomplete.includes(layer.type) || layer.hasUnreadable;
}

/** R86: whether a KMS key is asked for; R87: an alias is none to the actions on aliases themselves, to others it is its key. */
function isKmsKey(request: Request): boolean {
  const [, , service, , , resource = ''] = arnParts(request.resource) ?? [];
  if (request.service !== 'kms' || service !== 'kms') return false;
  const onAlias = isAction(request, 'kms:CreateAlias', 'kms:UpdateAlias', 'kms:DeleteAlias');
  return resource.startsWith('key/') || (resource.startsWith('alias/') && !onAlias);
}

function wayOf(request: Request): Facts['way'] {
  const { kind, account } = request.caller;
  const sameAccount = account === request.owner;
  if (account === '') return 'noAccount';
  if (isAction(request, 'sts:GetSessionToken')) return 'none';
  if (kind === 'root') {
    if (isAction(request, 'sts:AssumeRole')) return 'none';
    return sameAccount && !isKmsKey(request) ? 'root' : 'rootNamed';
  }
  if (!sameAccount || ['vpc-lattice-svcs', 'aoss'].includes(request.service)) return 'both';
  return asksTrustPolicy(request) || isKmsKey(request) ? 'sameTrust' : 'same';
}

/** R211: the types whose allowing is needed and certainly lacking. */
function lackingTypes(request: Request, layers: Layers, facts: Facts): readonly PolicyType[] {
  const lacking: PolicyType[] = [];
  if (facts.scp === 'F') lacking.push('scp');
  if (facts.endpoint === 'F') lacking.push('endpoint');
  if (facts.grant !== 'F') return lacking;
  lacking.push(...grantingSide(request, layers, facts));
  if (facts.way === 'noAccount' || facts.way === 'none') return lacking; // R84, R106: whatever the policies allow
  if (facts.boundary === 'F') lacking.push('boundary');
  if (facts.session === 'F') lacking.push('session');
  return lacking;
}

function grantingSide(request: Request, layers: Layers, facts: Facts): readonly PolicyType[] {
  const { identity, any, role, delegation } = facts;
  switch (facts.way) {
    case 'noAccount':
      return ['resource'];
    case 'none':
      return request.caller.kind === 'root' ? ['resource'] : ['identity'];
    case 'root':
      return [];
    case 'rootNamed':
      return any === 'F' ? ['resource'] : [];
    case 'same': {
      if (or([role, identity]) !== 'F') return [];
      const silent = layers('resource').applies && layers('resource').given > 0 && any === 'F';
      return silent ? ['identity', 'resource'] : ['identity'];
    }
    case 'sameTrust':
      if (or([role, and([delegation, identity])]) !== 'F') return [];
      return delegation === 'F' ? ['resource'] : ['identity'];
    case 'both':
      return [...(identity === 'F' ? ['identity' as const] : []), ...(any === 'F' ? ['resource' as const] : [])];
  }
}

function place({ type, policyIndex, index }: Evaluated): ModelStatement {
  return { type, policyIndex, index };
}

/** R213: every certainly matching Deny. */
function denyStatements(request: Request, layers: Layers): readonly ModelStatement[] {
  return POLICY_TYPES.filter((type) => layers(type).applies && !isSparedByBucket(request, type)).flatMap((type) =>
    layers(type)
      .statements.filter(({ outcome }) => outcome.effect === 'Deny' && outcome.truth === 'T')
      .map(place),
  );
}

/** R213: the Allows that grant, and the first one of each ceiling and level. */
function allowStatements(layers: Layers, facts: Facts): readonly ModelStatement[] | undefined {
  const allows = (type: PolicyType, strength?: Strength) =>
    layers(type).applies
      ? layers(type).statements.filter(
          ({ outcome }) =>
            outcome.effect === 'Allow' && (strength === undefined ? outcome.truth : outcome.by[strength]) === 'T',
        )
      : [];
  const ceiling = (type: PolicyType) => {
    const found = allows(type);
    const levels = type === 'scp' ? [...new Set(found.map((one) => one.level))] : [undefined];
    return levels.flatMap((level) => found.find((one) => level === undefined || one.level === level) ?? []);
  };
  const grants = (): readonly Evaluated[] | undefined => {
    const roles = allows('resource', 'role');
    switch (facts.way) {
      case 'root':
      case 'none':
        return [];
      case 'noAccount':
      case 'rootNamed':
        return allows('resource');
      case 'both':
        return [...allows('resource'), ...allows('identity')];
      case 'same':
        return facts.direct === 'T' ? allows('resource', 'direct') : [...roles, ...allows('identity')];
      case 'sameTrust':
        if (facts.direct === 'T') return allows('resource', 'direct');
        // R213 does not say whether an identity Allow beside a role entry that suffices is among those that grant.
        if (roles.length > 0) return allows('identity').length > 0 ? undefined : roles;
        return [...allows('resource', 'delegation'), ...allows('identity')];
    }
  };
  const granting = grants();
  // R213 does not say whether a ceiling that a direct grant makes irrelevant (R51) is listed.
  const irrelevant = facts.way.startsWith('same') && facts.direct === 'T';
  if (granting === undefined || (irrelevant && [...ceiling('boundary'), ...ceiling('session')].length > 0))
    return undefined;
  const all = [...ceiling('scp'), ...ceiling('endpoint'), ...granting, ...ceiling('boundary'), ...ceiling('session')];
  const order = (one: Evaluated) => POLICY_TYPES.indexOf(one.type) * 1e6 + one.policyIndex * 1e3 + one.index;
  return [...new Set(all)].sort((a, b) => order(a) - order(b)).map(place);
}
