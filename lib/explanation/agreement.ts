import type { StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import type { Denial, DenialReport } from '@/lib/evidence/evidence';
import { lackingAsAwsSays, lacksThatDeny, openStatements } from '@/lib/explanation/blamed';
import { aPolicyOfType, typeInSentence } from '@/lib/explanation/wording';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { GivenPolicy } from '@/lib/policy/policy-set';
import { code, listOf } from '@/lib/text/wording';

/** AWS's own words against the verdict. */
export interface Agreement {
  readonly status: 'agrees' | 'contradicts' | 'noEvidence' | 'cannotTell';
  /** One or two sentences; empty with `noEvidence`. */
  readonly reason: string;
  /** The policy type that AWS's words name. */
  readonly blamed?: PolicyType;
  readonly denial?: Denial;
  /** What to fetch next, where there is something to fetch: a policy that is not here, or not as AWS has it. */
  readonly fetch?: { readonly type: PolicyType; readonly arn?: string };
}

/**
 * Holds the verdict against AWS's message, which names at most one policy type even if several deny (R212).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function compareWithMessage(
  verdict: Verdict,
  report: DenialReport | undefined,
  policies: readonly GivenPolicy[],
): Agreement {
  if (report === undefined) return { status: 'noEvidence', reason: '' };
  if (!report.isAccessDenied)
    return { status: 'cannotTell', reason: report.notIamText ?? 'The message is no denial by IAM policies.' };
  const blamed = {
    ...(report.policyType && { blamed: report.policyType }),
    ...(report.denial && { denial: report.denial }),
  };
  const missing = missingPolicy(report, policies);
  const judgement = judge(verdict, report, missing);
  const fetch = missing ?? (judgement.status === 'agrees' ? undefined : denyingPolicy(verdict, report));
  return { ...judgement, ...blamed, ...(fetch && { fetch }) };
}

/** The policy that AWS says denies, where none of its type here can: it is another one, or another version of one. */
function denyingPolicy(verdict: Verdict, report: DenialReport): Agreement['fetch'] {
  const { policyType: type, policyArn: arn } = report;
  if (type === undefined || !lacksThatDeny(verdict, report)) return undefined;
  return { type, ...(arn !== undefined && { arn }) };
}

/** The policy that AWS blames, where it was not pasted. */
function missingPolicy(report: DenialReport, policies: readonly GivenPolicy[]): Agreement['fetch'] {
  const { policyType: type, policyArn: arn } = report;
  if (type === undefined) return undefined;
  const ofType = policies.filter((policy) => policy.type === type);
  if (arn !== undefined && ofType.some((policy) => policy.arn === arn)) return undefined;
  if (arn === undefined && ofType.length > 0) return undefined;
  // A policy without its ARN may be the blamed one; its name tells.
  const name = arn?.slice(arn.lastIndexOf('/') + 1);
  if (ofType.some((policy) => policy.arn === undefined && (policy.name === name || ofType.length === 1)))
    return undefined;
  return { type, ...(arn !== undefined && { arn }) };
}

type Judgement = Pick<Agreement, 'status' | 'reason'>;

function judge(verdict: Verdict, report: DenialReport, missing: Agreement['fetch']): Judgement {
  switch (verdict.decision) {
    case 'undetermined':
      return { status: 'cannotTell', reason: undetermined(verdict, report, missing) };
    case 'allowed':
      return { status: 'contradicts', reason: allowed(report, missing) };
    case 'explicitDeny':
    case 'implicitDeny':
      return denied(verdict, report, missing);
  }
}

function theType(type: PolicyType): string {
  return `the ${typeInSentence(type)}`;
}

function saysAws(report: DenialReport): string {
  const type = report.policyType;
  if (type === undefined)
    return report.denial === 'explicit'
      ? 'AWS says that a statement denies this explicitly.'
      : 'AWS denied this without saying which policy was the reason.';
  return report.denial === 'implicit'
    ? `AWS says that no ${typeInSentence(type)} allows this.`
    : `AWS says that ${aPolicyOfType(type)} denies this.`;
}

function undetermined(verdict: Verdict, report: DenialReport, missing: Agreement['fetch']): string {
  if (!missing) return `${saysAws(report)} ${soFar(verdict, report)}`;
  return `${saysAws(report)} ${missing.arn ? `It is ${code(missing.arn)}, which is not here yet.` : 'No such policy is here yet.'}`;
}

/** What the policies of the type that AWS names show, while the whole is still open. */
function soFar(verdict: Verdict, report: DenialReport): string {
  const lacking = lackingAsAwsSays(verdict, report);
  if (lacking) return lacking.policies === 1 ? 'The one here does not.' : 'None of those here does.';
  const open = openStatements(verdict, report);
  if (open.length > 0) return sayWhatIsOpen(open, report);
  if (lacksThatDeny(verdict, report)) return 'None here does.';
  const layer = verdict.layers.find((candidate) => candidate.type === report.policyType);
  if (report.denial === 'implicit' && layer?.outcome === 'allows')
    return 'Here one does: it may have changed since, the session may be older than the change, or the service checked another resource.';
  return 'What you pasted does not settle it yet.';
}

function sayWhatIsOpen(statements: readonly StatementTrace[], { denial }: DenialReport): string {
  const here = statements.length === 1 ? 'Here one statement' : `Here ${statements.length} statements`;
  return denial === 'explicit' ? `${here} can.` : `${here} may, or not.`;
}

function allowed(report: DenialReport, missing: Agreement['fetch']): string {
  const says = saysAws(report);
  if (missing?.arn) return `${says} It names ${code(missing.arn)}, which was not pasted.`;
  if (missing) return `${says} No such policy was pasted.`;
  return `${says} What you pasted allows it: a policy may be missing, it may have changed since, the session may be older than the change, or the service checked another action or resource.`;
}

function denied(verdict: Verdict, report: DenialReport, missing: Agreement['fetch']): Judgement {
  const { policyType: type, denial } = report;
  const denies = denial === 'explicit' ? openStatements(verdict, report) : [];
  // For SCPs AWS writes "explicit deny" also where an Allow is missing, so the two forms do not contradict each other there.
  const lacksScp = type === 'scp' && verdict.deniedBy.includes(type);
  if (denies.length > 0 && !lacksScp) {
    const lacking = listOf(verdict.deniedBy.map(theType), 'and');
    return {
      status: 'cannotTell',
      reason: `${saysAws(report)} ${sayWhatIsOpen(denies, report)} Besides, an Allow is missing in ${lacking}.`,
    };
  }
  if (type === undefined) {
    if (denial === 'explicit' && verdict.decision === 'implicitDeny') {
      return {
        status: 'contradicts',
        reason: `${saysAws(report)} None of the policies here does: the policy with that Deny is missing.`,
      };
    }
    return { status: 'agrees', reason: `${saysAws(report)} That fits.` };
  }
  if (!verdict.deniedBy.includes(type)) {
    const found = listOf(verdict.deniedBy.map(theType), 'and');
    const why = missing
      ? 'The policy that AWS means was not pasted.'
      : 'It may have changed since, or another resource or session was meant.';
    return { status: 'contradicts', reason: `${saysAws(report)} Here it is ${found}. ${why}` };
  }
  const outcome = verdict.layers.find((layer) => layer.type === type)?.outcome;
  if (denial === 'implicit' && outcome === 'explicitDeny') {
    return {
      status: 'agrees',
      reason: `${saysAws(report)} Here a statement of it even denies this explicitly, which AWS would have said: it may have changed since.`,
    };
  }
  if (denial === 'explicit' && outcome === 'implicitDeny' && !lacksScp) {
    return {
      status: 'contradicts',
      reason: `${saysAws(report)} Here it only lacks an Allow: the statement that denies is missing.`,
    };
  }
  const more = verdict.deniedBy.filter((other) => other !== type);
  const also =
    more.length === 0 ? '' : ` AWS names one reason only; here ${listOf(more.map(theType), 'and')} would stop it too.`;
  return { status: 'agrees', reason: `${saysAws(report)} That fits.${also}` };
}
