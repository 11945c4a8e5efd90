import { needsNoPermission } from '@/lib/evaluation/evaluate';
import type { Comparison, StatementTrace } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import type { Dependency } from '@/lib/explanation/dependency';
import type { Explained, Explanation } from '@/lib/explanation/explanation';
import { sayReason } from '@/lib/explanation/message-words';
import { missingAllow } from '@/lib/explanation/missing-allow';
import { ownerOf } from '@/lib/explanation/owner';
import { undetermined } from '@/lib/explanation/undetermined';
import { layerName, resourceNoun, statementInPolicy, valueInSentence } from '@/lib/explanation/wording';
import { grants } from '@/lib/iam/policy-type';
import type { MissingField } from '@/lib/request/build-request';
import { capitalised, code, listOf } from '@/lib/text/wording';

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
  const said = missingAllow(first, layer, explained);
  return { headline: said.headline, summary: `${said.summary}${also}` };
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
