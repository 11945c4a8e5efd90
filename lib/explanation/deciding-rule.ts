import { needsNoPermission } from '@/lib/evaluation/evaluate';
import type { RuleId } from '@/lib/evaluation/rules';
import type { Verdict } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import { callerAccount, isRoleTrustAction } from '@/lib/iam/principal';
import type { Request } from '@/lib/request/request';

/** The rule of AWS's that a verdict rests on most, for the link to its documentation. */
export function decidingRule(verdict: Verdict, request: Request): RuleId {
  switch (verdict.decision) {
    case 'explicitDeny':
      return 'R33';
    case 'implicitDeny': {
      const [first] = verdict.deniedBy;
      return first === undefined ? 'R34' : missingAllowRule(first, request);
    }
    case 'undetermined':
      return 'R173';
    case 'allowed':
      return allowedRule(request);
  }
}

function missingAllowRule(type: PolicyType, request: Request): RuleId {
  switch (type) {
    case 'scp':
      return 'R38';
    case 'rcp':
      return 'R40';
    case 'endpoint':
      return 'R43';
    case 'boundary':
      return 'R37';
    case 'session':
      return 'R45';
    case 'identity':
      return request.sameAccount ? 'R34' : 'R65';
    case 'resource':
      return resourceRule(request);
  }
}

function resourceRule(request: Request): RuleId {
  if (request.caller.kind === 'root' && request.actionId === 'sts:assumerole') return 'R84';
  if (isRoleTrustAction(request.action)) return 'R80';
  if (callerAccount(request.caller) === undefined) return 'R56';
  if (request.service === 'kms' && request.sameAccount) return 'R86';
  return 'R65';
}

function allowedRule(request: Request): RuleId {
  if (needsNoPermission(request)) return request.actionId === 'sts:getcalleridentity' ? 'R105' : 'R106';
  if (callerAccount(request.caller) === undefined) return 'R56';
  if (!request.sameAccount) return 'R65';
  return request.caller.kind === 'root' ? 'R53' : 'R50';
}
