import type { Catalog } from '@/lib/catalog/catalog';
import { namedKeys } from '@/lib/evaluation/named-keys';
import type { LayerVerdict, Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import { callerNoun, typeInSentence } from '@/lib/explanation/wording';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { Request } from '@/lib/request/request';
import { isUnlistedKey } from '@/lib/request/unlisted-keys';
import { sayDay } from '@/lib/text/day';
import { code, listOf } from '@/lib/text/wording';

export interface AssumptionSources {
  readonly request: Request;
  readonly verdict: Verdict;
  readonly policies: readonly UsablePolicy[];
  readonly incomplete: readonly string[];
  readonly report?: DenialReport;
  readonly catalog: Catalog;
  /** Policies whose text is AWS's own, with its version and the day of that version. */
  readonly awsManaged: readonly AwsManagedText[];
}

export interface AwsManagedText {
  readonly name: string;
  readonly version: string;
  readonly date: string;
}

/** What was taken for granted and matters to this request, in plain sentences (chapter 12 of the rules: R230 to R240). */
export function assumptions(sources: AssumptionSources): readonly string[] {
  return [
    ...aboutPolicies(sources),
    ...aboutAwsManaged(sources),
    ...aboutLeftOut(sources),
    ...aboutCaller(sources),
    ...aboutResource(sources),
    ...aboutCatalog(sources),
    ...aboutRcps(sources),
    ...aboutEndpoint(sources),
    ...aboutOtherChecks(sources),
    EDITION,
  ];
}

const EDITION = 'The rules are AWS’s documented evaluation logic as of autumn 2026.';

function layerOf(verdict: Verdict, type: LayerVerdict['type']): LayerVerdict | undefined {
  return verdict.layers.find((layer) => layer.type === type);
}

/** R230. */
function aboutPolicies({ verdict, incomplete }: AssumptionSources): readonly string[] {
  const complete = verdict.layers.filter(
    (layer) => layer.policies > 0 && layer.outcome !== 'notApplicable' && !incomplete.includes(layer.type),
  );
  if (complete.length === 0) return [];
  const names = listOf(
    complete.map((layer) => typeInSentence(layer.type)),
    'and',
  );
  return [
    `What you pasted is taken as complete (${names}) and as the version in force when the call was made. Changes take some seconds to spread, and sessions keep older facts.`,
  ];
}

/** R230, for texts that came with the app: AWS changes its managed policies by itself. */
function aboutAwsManaged({ awsManaged }: AssumptionSources): readonly string[] {
  return awsManaged.map(
    ({ name, version, date }) =>
      `${code(name)} is version ${code(version)} of ${sayDay(date)}; your account may have a newer one.`,
  );
}

/** R147. */
function aboutLeftOut({ policies }: AssumptionSources): readonly string[] {
  return policies
    .filter((policy) => policy.leftOut > 0)
    .map((policy) => {
      const statements = policy.leftOut === 1 ? 'One statement' : `${policy.leftOut} statements`;
      const could = policy.mayHaveDenied ? 'could have denied the request' : 'could have allowed the request';
      return `${statements} of ${code(policy.name)} ${policy.leftOut === 1 ? 'was' : 'were'} left out because AWS would refuse ${policy.leftOut === 1 ? 'it' : 'them'}; mended, ${policy.leftOut === 1 ? 'it' : 'they'} ${could}.`;
    });
}

/** R231, R234, R237. */
function aboutCaller({ request, verdict }: AssumptionSources): readonly string[] {
  const { caller, settings, stated } = request;
  const said: string[] = [];
  if (caller.kind === 'session' && stated.state('aws:principalarn') === undefined) {
    const special = /^AWS(?:ReservedSSO_|ServiceRoleFor)/.test(caller.role);
    said.push(
      special
        ? `The path of the role ${code(caller.role)} is the one AWS gives such roles; the session’s ARN does not show it.`
        : `The role ${code(caller.role)} has no path; the session’s ARN does not show one.`,
    );
  }
  const bound = (type: 'scp' | 'rcp') => (layerOf(verdict, type)?.outcome ?? 'notApplicable') !== 'notApplicable';
  if (
    (caller.kind === 'session' || caller.kind === 'role') &&
    !settings.principalIsServiceLinkedRole &&
    (bound('scp') || bound('rcp'))
  ) {
    said.push('The caller is no service-linked role. SCPs and RCPs would not bind one.');
  }
  if (bound('scp') && !settings.principalAccountIsManagementAccount) {
    said.push('The caller’s account is not the organization’s management account. SCPs would not bind it.');
  }
  said.push(
    `The service checked ${callerNoun(request)} as the caller, and the credentials were valid and not revoked.`,
  );
  return said;
}

/** R232, R233, R236. */
function aboutResource({ request }: AssumptionSources): readonly string[] {
  const { owner, service, caller, resourceArn } = request;
  const said: string[] = [];
  if (owner.source === 'assumed' && request.resource !== '*') {
    said.push(
      `The resource belongs to the caller’s account ${code(owner.account)}; its ARN names none. State the owner if it is another account.`,
    );
  }
  if (service === 'kms')
    said.push('No KMS grant allows what the policies do not. A grant is no policy; `aws kms list-grants` shows them.');
  if (service === 's3' && caller.kind === 'anonymous') {
    said.push(
      'S3 Block Public Access is off for this bucket and account; it would stop anonymous callers whatever the policy says.',
    );
  }
  if (service === 's3' && resourceArn?.resource.startsWith('accesspoint/')) {
    said.push(
      'Only the access point’s side was checked. The bucket’s policy must permit the call too; check it as a request of its own.',
    );
  }
  if (service === 's3' && /\//.test(resourceArn?.resource ?? '') && caller.kind !== 'anonymous') {
    said.push('The object belongs to the bucket’s owner, and no ACL plays a part.');
  }
  if (service === 'glue' || service === 'lakeformation')
    said.push('Lake Formation does not stand in front of this resource; its permissions are checked besides.');
  if (!request.sameAccount && resourceArn && request.caller.kind !== 'anonymous' && request.caller.kind !== 'service') {
    said.push('The resource is not shared through AWS RAM. Such a share would be a policy that you cannot see.');
  }
  return said;
}

/** R126, C183: what AWS's data says of the action, where the verdict rests on it. */
function aboutCatalog(sources: AssumptionSources): readonly string[] {
  const { request, catalog } = sources;
  const { action, resource } = request;
  if (catalog.date === undefined) return [];
  const day = sayDay(catalog.date);
  const said: string[] = [];
  if (resource === '*' && catalog.isWithoutResource(request.actionId) === true)
    said.push(`${code(action)} is checked against ${code('*')} alone: AWS’s data of ${day} names no resource for it.`);
  const unlisted = absentKeys(sources).filter((key) => isUnlistedKey(key, action, catalog));
  if (unlisted.length > 0) {
    said.push(
      `Requests for ${code(action)} never carry ${listOf(unlisted.map(code), 'or')}: AWS’s data of ${day} lists ${unlisted.length === 1 ? 'it' : 'them'} for other actions alone.`,
    );
  }
  return said;
}

/** The condition keys that were looked for and are not in the request, each once. */
function absentKeys({ request, verdict, policies }: AssumptionSources): readonly string[] {
  const absent = new Map<string, string>();
  for (const { type, outcome } of verdict.layers) {
    if (outcome === 'notApplicable') continue;
    for (const { statements } of policies.filter((policy) => policy.type === type)) {
      for (const [id, { name }] of namedKeys(statements)) {
        if (!absent.has(id) && request.context.lookup(name).state === 'absent') absent.set(id, name);
      }
    }
  }
  return [...absent.values()];
}

/** R235. */
function aboutRcps({ verdict, request, policies, catalog }: AssumptionSources): readonly string[] {
  const layer = layerOf(verdict, 'rcp');
  if (layer === undefined) return [];
  if (layer.because && catalog.rcpCovers(request.service) === false && layer.policies > 0) {
    const when = catalog.date === undefined ? 'in September 2026' : `on ${sayDay(catalog.date)}`;
    return [`RCPs did not cover the service ${code(request.service)} ${when}.`];
  }
  if (layer.policies === 0 || layer.outcome === 'notApplicable') return [];
  const full = policies.some((policy) => policy.type === 'rcp' && policy.name === 'RCPFullAWSAccess');
  const covers =
    catalog.rcpCovers(request.service) === undefined ? [`RCPs cover the service ${code(request.service)}.`] : [];
  return [
    ...covers,
    ...(full ? [] : ['`RCPFullAWSAccess` is attached at every level, as AWS does by itself; it cannot be detached.']),
  ];
}

const BOTH_KINDS = 'A gateway endpoint compares only `"Principal": "*"`; an interface endpoint compares all.';
const TAKEN_AS_INTERFACE =
  'It is taken as an interface endpoint, which compares every `Principal`. A gateway endpoint compares only `"Principal": "*"`.';

/** R44, R238. */
function aboutEndpoint({ verdict, request }: AssumptionSources): readonly string[] {
  const layer = layerOf(verdict, 'endpoint');
  if (layer === undefined || layer.policies === 0 || layer.outcome === 'notApplicable') return [];
  const kinds = request.service === 's3' || request.service === 'dynamodb';
  const kind = kinds ? ` ${request.settings.unstatedContext === 'absent' ? TAKEN_AS_INTERFACE : BOTH_KINDS}` : '';
  return [`The call went through the VPC endpoint whose policy you gave.${kind}`];
}

const MULTI_CHECK =
  /^(?:ec2:runinstances|ec2:create|dynamodb:batch|dynamodb:transact|ecs:runtask|ecs:createservice|lambda:createfunction|cloudformation:)/;

/** R98, R99, R196, R232, R239. */
function aboutOtherChecks({ request, verdict, report }: AssumptionSources): readonly string[] {
  const action = request.actionId;
  const said: string[] = [];
  if (MULTI_CHECK.test(action)) {
    said.push(
      `One check was evaluated: ${code(request.action)} on ${code(request.resource)}. AWS makes several for such a call, one for each resource, and all must pass.`,
    );
  }
  if (action === 'iam:changepassword' || action === 'iam:getaccountpasswordpolicy') {
    said.push(
      'The account’s password policy does not let users change their own password; if it does, this needs no Allow.',
    );
  }
  if (/^(?:aws-portal|billing|ce|budgets|account|organizations|payments|tax|cur|invoicing):/.test(action)) {
    said.push(
      'The account’s settings allow it: some billing and organization actions work only from the management account, or only once IAM access to billing is activated.',
    );
  }
  if (action.startsWith('s3:') && action.includes('mfa')) said.push('Only the root user can enable MFA Delete.');
  if (verdict.decision === 'allowed' && report?.isAccessDenied) {
    said.push(
      'The denial that AWS reported may come from a policy that is not here, from a cached older version, or from another check behind the same call.',
    );
  }
  return said;
}
