import { unknownId } from '@/lib/evaluation/match';
import type { ElementName, StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import { lackingAsAwsSays, lacksThatDeny, openStatements } from '@/lib/explanation/blamed';
import type { Dependency } from '@/lib/explanation/dependency';
import type { Explained, Explanation } from '@/lib/explanation/explanation';
import { aPolicyOfType, callerNoun, statementInPolicy, typeInSentence } from '@/lib/explanation/wording';
import { grants, type PolicyType } from '@/lib/iam/policy-type';
import type { Request } from '@/lib/request/request';
import { capitalised, code, listOf } from '@/lib/text/wording';

/** Neither allowed nor denied: what AWS's message already tells, else what is still open. */
export function undetermined(explained: Explained): Explanation {
  const { verdict, request, dependencies, report } = explained;
  const blamed =
    blamedButMissing(verdict, report) ??
    blamedAndLacking(explained) ??
    blamedAndOpen(explained) ??
    blamedDenyMissing(explained);
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
function blamedAndLacking({ verdict, request, report, nearMisses }: Explained): Explanation | undefined {
  const layer = lackingAsAwsSays(verdict, report);
  if (layer === undefined) return undefined;
  const here = layer.policies === 1 ? 'the one here does not either' : 'those here do not either';
  const nearest = nearMisses.find(({ element }) => NARROWING.includes(element));
  const mend = nearest
    ? `One Allow fails by its ${code(nearest.element)} alone: mend it or add another`
    : 'Add an Allow';
  return {
    headline: noneAllows(layer.type, request),
    summary: `AWS denied this because no ${typeInSentence(layer.type)} allows it, and ${here}. ${mend}, unless a policy is missing here.`,
  };
}

function noneAllows(type: PolicyType, { action }: Request): string {
  return `No ${typeInSentence(type)} allows ${code(action)}, as AWS says`;
}

/**
 * AWS speaks of a statement, or of the lack of one, and whether those here match depends on facts that are missing: which of them can be the
 * Deny, or that an Allow then did not hold.
 */
function blamedAndOpen({ verdict, request, report, dependencies }: Explained): Explanation | undefined {
  const open = openStatements(verdict, report);
  const [only, ...others] = open;
  if (only === undefined) return undefined;
  const on = phrasesOf(open, dependencies);
  if (report?.denial === 'explicit') {
    const summary =
      others.length === 0
        ? `Of those here only ${statementInPolicy(only)} can. Whether it does depends on ${on}. Unless a policy is missing here, it is the one.`
        : `${open.length} statements here can be that Deny. Which of them is depends on ${on}.`;
    return { headline: oneDenies(report), summary };
  }
  const summary =
    others.length === 0
      ? `Whether ${statementInPolicy(only)} does depends on ${on}. As AWS says that none does, it did not.`
      : `Whether ${open.length} statements here do depends on ${on}. As AWS says that none does, they did not.`;
  return { headline: noneAllows(only.type, request), summary };
}

/** AWS says that a statement denies this, and none of its type here can. */
function blamedDenyMissing({ verdict, report }: Explained): Explanation | undefined {
  if (report === undefined || !lacksThatDeny(verdict, report)) return undefined;
  const summary = 'None here does: the one with that Deny is missing, or it has changed since.';
  return { headline: oneDenies(report), summary };
}

function oneDenies({ policyType }: DenialReport): string {
  return `${capitalised(policyType === undefined ? 'a statement' : aPolicyOfType(policyType))} denies this, as AWS says`;
}

/** What statements depend on. */
function phrasesOf(statements: readonly StatementTrace[], dependencies: readonly Dependency[]): string {
  const open = new Set(
    statements.flatMap(({ match }) => (match.outcome === 'dependsOn' ? match.unknowns.map(unknownId) : [])),
  );
  const found = dependencies.filter(({ unknown }) => open.has(unknownId(unknown)));
  return found.length > 0 ? phrases(found) : 'facts that are missing';
}

/** What narrows an Allow of the right action for the right caller. */
const NARROWING: readonly ElementName[] = ['Resource', 'NotResource', 'Condition'];

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
