import { needsNoPermission } from '@/lib/evaluation/evaluate';
import type { Comparison, LayerVerdict, StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import type { Dependency } from '@/lib/explanation/dependency';
import { sayReason } from '@/lib/explanation/message-words';
import { ownerOf } from '@/lib/explanation/owner';
import {
  aPolicyOfType,
  callerNoun,
  layerName,
  resourceNoun,
  resourcePolicyName,
  statementInPolicy,
  typeInSentence,
  valueInSentence,
} from '@/lib/explanation/wording';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { MissingField } from '@/lib/request/build-request';
import type { Request } from '@/lib/request/request';
import { code, listOf } from '@/lib/text/wording';

/** The verdict in words. */
export interface Explanation {
  /** At most one line. */
  readonly headline: string;
  /** One or two sentences: why, and what it means. */
  readonly summary: string;
  /** Who owns the policy that blocks. */
  readonly owner?: string;
}

export interface Explained {
  readonly request: Request;
  readonly verdict: Verdict;
  readonly dependencies: readonly Dependency[];
  readonly report?: DenialReport;
}

/** Says a verdict: what happened first, then why, then what it means. */
export function explain(explained: Explained): Explanation {
  const { verdict, request } = explained;
  const [first] = verdict.deniedBy;
  const owner = first === undefined ? {} : { owner: ownerOf(first, request) };
  switch (verdict.decision) {
    case 'explicitDeny':
      return { ...explicitDeny(explained), ...owner };
    case 'implicitDeny':
      return { ...implicitDeny(explained), ...owner };
    case 'allowed':
      return allowed(explained);
    case 'undetermined':
      return undetermined(explained);
  }
}

/** What is said where AWS reports something else, and nobody filled in a request to decide. */
export function explainNoDenial(report: DenialReport): Explanation {
  return {
    headline: 'No denial by policies',
    summary: `${sayReason(report)} To have policies decided all the same, fill in the request.`,
  };
}

/** What AWS's message tells of the call; an encoded one tells it once it is decoded. */
export type MessageGiven = 'none' | 'read' | 'encoded';

/** What is said while the request itself is not complete. */
export function explainMissing(dependencies: readonly Dependency[], message: MessageGiven): Explanation {
  const missing = listOf(
    dependencies.map((dependency) => dependency.phrase),
    'and',
  );
  const isMissing = (field: MissingField) =>
    dependencies.some(({ unknown }) => unknown.kind === 'request' && unknown.field === field);
  return {
    headline: isMissing('action')
      ? 'What was called?'
      : isMissing('principal')
        ? 'Who called?'
        : 'Which resource was asked for?',
    summary: `To decide, the caller, the action and the resource must be known. Still missing: ${missing}. ${WHERE_NAMED[message]}`,
  };
}

const WHERE_NAMED: Readonly<Record<MessageGiven, string>> = {
  none: 'Paste the error message; it names them.',
  read: 'AWS’s message does not name all of it: paste the CloudTrail event of the call, or fill in the request by hand.',
  encoded: 'The encoded message names all of it: decode it with the command in step 6, and paste what that prints.',
};

function explicitDeny({ verdict, request }: Explained): Explanation {
  const [deciding, ...others] = verdict.deciding;
  if (deciding === undefined) return { headline: 'Denied by a statement', summary: '' };
  const denies = `It denies ${code(request.action)} on ${resourceNoun(request)} explicitly, and an explicit Deny wins over every Allow.`;
  const also =
    others.length === 0
      ? ''
      : ` ${others.length === 1 ? 'One more statement denies' : `${others.length} more statements deny`} it, too.`;
  return {
    headline: `Denied by ${statementInPolicy(deciding)}`,
    summary: `${conditionClause(deciding)}${denies}${also}`,
  };
}

/** Why a Deny with a condition fits: the keys that made it apply. */
function conditionClause(trace: StatementTrace): string {
  const keys = trace.elements
    .filter((element) => element.element === 'Condition')
    .flatMap((element) => element.comparisons)
    .filter((comparison) => comparison.match.outcome === 'matches' && comparison.key !== undefined);
  const [first] = keys;
  if (first?.key === undefined) return '';
  return `Its condition holds because ${code(first.key)} ${whatIsCarried(first)}. `;
}

function whatIsCarried({ given, reason }: Comparison): string {
  if (given.length > 0) return `is ${listOf(given.map(valueInSentence), 'and')}`;
  return reason.startsWith('absent') ? 'is not in the request' : 'is in the request, whatever its value';
}

function implicitDeny(explained: Explained): Explanation {
  const { verdict, request } = explained;
  const [first, ...others] = verdict.deniedBy;
  if (first === undefined) return { headline: 'Denied: nothing allows this', summary: '' };
  const layer = verdict.layers.find((candidate) => candidate.type === first);
  const rest = others.filter((type) => !(first === 'identity' && type === 'resource'));
  const also =
    rest.length === 0
      ? ''
      : ` The ${listOf(
          rest.map((type) => layerName(type, request)),
          'and',
        )} would not allow it either.`;
  const said = sayMissingAllow(first, layer, explained);
  return { headline: said.headline, summary: `${said.summary}${also}` };
}

function sayMissingAllow(type: PolicyType, layer: LayerVerdict | undefined, explained: Explained): Explanation {
  const { request } = explained;
  const action = code(request.action);
  const name = policyToName(layer);
  switch (type) {
    case 'scp': {
      const level = layer?.levels?.find((candidate) => candidate.outcome === 'implicitDeny')?.attachedTo;
      const [scp, does] = layer?.policies === 1 || name ? ['SCP', 'does'] : ['SCPs', 'do'];
      const which = name ? ` ${code(name)}` : level ? ` at ${code(level)}` : '';
      return {
        headline: `Denied: the ${scp}${which} ${does} not allow ${action}`,
        summary: `Every level of your organization must allow an action, and ${level ? `the level ${code(level)}` : 'one level'} does not. An SCP grants nothing; it caps what anyone in the account can do.`,
      };
    }
    case 'endpoint':
      return {
        headline: `Denied: the VPC endpoint policy does not allow ${action}`,
        summary: 'The call went through a VPC endpoint, and its policy must allow whatever passes through it.',
      };
    case 'boundary':
      return {
        headline: `Denied: the boundary${name ? ` ${code(name)}` : ''} does not allow ${action}`,
        summary: `A permissions boundary caps what the own policies of ${callerNoun(request)} can allow. It grants nothing; the action must be allowed by both.`,
      };
    case 'session':
      return {
        headline: `Denied: the session policy does not allow ${action}`,
        summary:
          request.caller.kind === 'federated' && !layer?.policies
            ? 'A federated user has only what the session policy allows, and none was passed.'
            : 'A session has only what both its session policy and the role’s or user’s own policies allow.',
      };
    case 'resource':
      return missingOnResource(layer, request);
    case 'identity':
      return missingInIdentity(explained);
    case 'rcp':
      return { headline: `Denied: no RCP allows ${action}`, summary: '' };
  }
}

/** The name of a layer's one policy, or of the level's that lacks an Allow; nothing for several, or a name that only says the type. */
function policyToName(layer: LayerVerdict | undefined): string | undefined {
  const lacking = layer?.levels?.filter((level) => level.outcome === 'implicitDeny').map((level) => level.attachedTo);
  const names = new Set(
    layer?.statements
      .filter((trace) => lacking === undefined || lacking.includes((trace.attachedTo ?? '').trim()))
      .map((trace) => trace.policyName),
  );
  const [only] = names;
  if (layer === undefined || only === undefined || names.size > 1) return undefined;
  return typeInSentence(layer.type).toLowerCase().endsWith(only.toLowerCase()) ? undefined : only;
}

function missingInIdentity({ verdict, request }: Explained): Explanation {
  const action = code(request.action);
  const also =
    verdict.deniedBy.includes('resource') && request.sameAccount
      ? `, and neither does the ${resourcePolicyName(request)}`
      : '';
  if (request.actionId === 'sts:getsessiontoken') {
    return {
      headline: 'Denied: only users can call `sts:GetSessionToken`',
      summary: 'Temporary credentials cannot call it, whatever the policies allow.',
    };
  }
  const layer = verdict.layers.find((candidate) => candidate.type === 'identity');
  const none = layer?.policies === 0;
  const lacks = none
    ? `No identity-based policy was given for ${callerNoun(request)}${also}.`
    : `No statement in the identity-based policies of ${callerNoun(request)} allows this action on this resource${also}.`;
  const across = request.sameAccount ? '' : ' Across accounts both sides must allow.';
  return {
    headline: `Denied: nothing allows ${action} on ${resourceNoun(request)}`,
    summary: `${lacks} Without an Allow the answer is deny.${across}`,
  };
}

function missingOnResource(layer: LayerVerdict | undefined, request: Request): Explanation {
  const action = code(request.action);
  const policy = resourcePolicyName(request);
  if (request.caller.kind === 'root' && request.actionId === 'sts:assumerole') {
    return {
      headline: 'Denied: the root user cannot assume roles',
      summary: 'AWS refuses that whatever the policies say. Use an IAM user or a role.',
    };
  }
  const headline = `Denied: the ${policy} does not let ${callerNoun(request)} in`;
  const foreign = 'account' in request.caller && !request.sameAccount;
  if (layer?.because && layer.policies === 0 && foreign && layer.outcome === 'implicitDeny') {
    return {
      headline: `Denied: nothing in the other account allows ${action}`,
      summary: `${layer.because} Across accounts both sides must allow; the way in is a role in the other account.`,
    };
  }
  if (policy === 'role trust policy') {
    return {
      headline,
      summary: `A role can be assumed only by whom its trust policy names, also within one account and also by administrators. It must allow ${action}.`,
    };
  }
  if (policy === 'key policy') {
    return {
      headline,
      summary:
        'A KMS key obeys its key policy first: it must name the caller, or the account so that identity-based policies count.',
    };
  }
  const needed = !('account' in request.caller)
    ? 'For a caller without an account it is the only policy that can allow.'
    : request.sameAccount
      ? 'It must allow this caller by itself.'
      : 'Across accounts both sides must allow: the caller’s own policies and the resource’s.';
  return { headline, summary: `No statement of it allows ${action} for this caller. ${needed}` };
}

function allowed({ verdict, request, report }: Explained): Explanation {
  const always = needsNoPermission(request);
  if (always) return { headline: 'Allowed, always', summary: always };
  const [first] = verdict.deciding;
  const by =
    first && grants(first.type)
      ? `${capitalised(statementInPolicy(first))} allows ${code(request.action)}.`
      : 'The root user needs no Allow in its own account.';
  if (report?.isAccessDenied) {
    return {
      headline: 'Allowed by what you pasted, yet AWS denied it',
      summary: `${by} So the reason is something that is not here: another policy, an older version, or another check behind this call.`,
    };
  }
  return { headline: 'Allowed by what you pasted', summary: `${by} Nothing that you pasted stops it.` };
}

/** Policies of the other types only take away. */
function grants(type: PolicyType): boolean {
  return type === 'identity' || type === 'resource';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function undetermined({ verdict, request, dependencies, report }: Explained): Explanation {
  const blamed = blamedButMissing(verdict, report) ?? blamedAndLacking(verdict, request, report);
  if (blamed) return blamed;
  const open = dependencies.filter((dependency) => dependency.unknown.kind !== 'policies');
  const [first] = open.length > 0 ? open : dependencies;
  const noneGiven = verdict.layers.every((layer) => layer.policies === 0);
  if (noneGiven) {
    const headline = report?.isAccessDenied ? `AWS denied ${code(request.action)}` : 'Paste the policies to see';
    const said = report?.isAccessDenied ? 'Its message does not say which policy was the reason. ' : '';
    return { headline, summary: `${said}Start with the identity-based policies of ${callerNoun(request)}, step 2.` };
  }
  if (open.length === 0) return onlyPoliciesMissing(verdict, request, dependencies);
  return {
    headline: `Depends on ${first?.phrase ?? 'facts that are missing'}`,
    summary: `What is here does not settle it. Open: ${phrases(dependencies)}.`,
  };
}

/** Every fact is there, but policy types were not given: what is here, and what can still change it. */
function onlyPoliciesMissing(verdict: Verdict, request: Request, dependencies: readonly Dependency[]): Explanation {
  const allowing = verdict.layers
    .filter((layer) => grants(layer.type))
    .flatMap((layer) => layer.statements)
    .find((trace) => trace.statement.effect.value === 'Allow' && trace.match.outcome === 'matches');
  const missing = `Not given yet: ${phrases(dependencies)}.`;
  if (allowing === undefined) {
    return {
      headline: `Nothing here allows ${code(request.action)} yet`,
      summary: `No Allow that you pasted reaches this request. ${missing} An Allow may be there.`,
    };
  }
  return {
    headline: headlineSoFar(allowing, request, dependencies),
    summary: `${capitalised(statementInPolicy(allowing))} allows ${code(request.action)}. ${missing} Any of these can still stop it.`,
  };
}

/** An Allow on one side is not the whole where the other side, which may have to allow as well, was not given. */
function headlineSoFar(allowing: StatementTrace, request: Request, dependencies: readonly Dependency[]): string {
  const isMissing = (type: PolicyType) =>
    dependencies.some(({ unknown }) => unknown.kind === 'policies' && unknown.type === type);
  if (allowing.type === 'identity' && isMissing('resource') && !request.sameAccount) {
    return 'Allowed on the caller’s side; the resource’s side is not here yet';
  }
  if (allowing.type === 'resource' && isMissing('identity')) {
    return 'Allowed on the resource’s side; the caller’s side is not here yet';
  }
  return 'Allowed so far: nothing that you pasted stops it';
}

/** The first three of what is open, and how many more there are. */
function phrases(dependencies: readonly Dependency[]): string {
  const first = dependencies.slice(0, 3).map((dependency) => dependency.phrase);
  const more = dependencies.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : listOf(first, 'and');
}

/** AWS names a policy type of which nothing was pasted: that is the next thing to do. */
function blamedButMissing(verdict: Verdict, report: DenialReport | undefined): Explanation | undefined {
  const type = report?.isAccessDenied ? report.policyType : undefined;
  const layer = verdict.layers.find((candidate) => candidate.type === type);
  if (report === undefined || type === undefined || layer === undefined || layer.policies > 0) return undefined;
  const how =
    report.denial === 'implicit'
      ? `AWS says that no ${typeInSentence(type)} allows this`
      : `AWS says that ${aPolicyOfType(type)} denies this`;
  const which = report.policyArn ? `It is ${code(report.policyArn)}. ` : '';
  return { headline: how, summary: `${which}${PASTE[type]}` };
}

/** AWS says that no policy of a type allows this, and those given do not: that is the place, whatever else is not known. */
function blamedAndLacking(
  verdict: Verdict,
  request: Request,
  report: DenialReport | undefined,
): Explanation | undefined {
  if (!report?.isAccessDenied || report.denial !== 'implicit' || report.policyType === undefined) return undefined;
  const layer = verdict.layers.find((candidate) => candidate.type === report.policyType);
  if (layer?.outcome !== 'implicitDeny') return undefined;
  const name = typeInSentence(layer.type);
  const here = layer.policies === 1 ? 'the one here does not either' : 'those here do not either';
  return {
    headline: `No ${name} allows ${code(request.action)}, as AWS says`,
    summary: `AWS denied this because no ${name} allows it, and ${here}. Add an Allow, unless a policy is missing here.`,
  };
}

const PASTE: Readonly<Record<PolicyType, string>> = {
  rcp: 'Paste the RCPs in step 3; the commands there print them.',
  scp: 'Paste your organization’s SCPs in step 3; the commands there print them.',
  endpoint: 'Paste the VPC endpoint policy in step 7; the command there prints it.',
  resource: 'Paste the resource’s own policy in step 4; the command there prints it.',
  identity: 'Paste the caller’s policies in step 2; the commands there print them.',
  boundary: 'Paste the permissions boundary in step 5; the commands there print it.',
  session:
    'Paste the session policy in step 7: whoever made the session passed it along, and CloudTrail holds the call.',
};
