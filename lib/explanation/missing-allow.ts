import type { LayerVerdict } from '@/lib/evaluation/verdict';
import type { Explained, Explanation } from '@/lib/explanation/explanation';
import { callerNoun, resourceNoun, resourcePolicyName, typeInSentence } from '@/lib/explanation/wording';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Request } from '@/lib/request/request';
import { code } from '@/lib/text/wording';

/** Denied because the policies of a type lack an Allow: what that type would have to allow, and why it has to. */
export function missingAllow(type: PolicyType, layer: LayerVerdict | undefined, explained: Explained): Explanation {
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
