import type { Decision } from '@/lib/evaluation/verdict';
import type { KeyOutcomes, Outcome } from '@/lib/evaluation/what-if';
import type { Witness } from '@/lib/evaluation/witnesses';
import { typeInSentence } from '@/lib/explanation/wording';
import type { PolicyType } from '@/lib/iam/policy-type';
import { code, listOf } from '@/lib/text/wording';

/** Which answers to an unknown fact lead where, in words. */
export interface OutcomeInWords {
  /** "in `203.0.113.0/24`", "any other value", "not in the request". */
  readonly when: string;
  readonly decision: Decision;
  readonly deniedBy: readonly PolicyType[];
}

const MOST_NAMED = 4;

/** Says each group of answers; "any other value" comes last where it stands in a group of its own. */
export function sayOutcomes({ outcomes }: KeyOutcomes): readonly OutcomeInWords[] {
  return outcomes.map(({ when, decision, deniedBy }) => ({ when: sayAnswers(when), decision, deniedBy }));
}

function sayAnswers(answers: Outcome['when']): string {
  const named = answers.filter((answer) => answer.kind === 'named');
  const more = named.length - MOST_NAMED;
  const said = [
    ...named.slice(0, MOST_NAMED).map(sayNamed),
    ...(more > 0 ? [`${more} more of the values that the policies name`] : []),
    ...(answers.some((answer) => answer.kind === 'other') ? ['any other value'] : []),
    ...(answers.some((answer) => answer.kind === 'absent') ? ['not in the request'] : []),
  ];
  return listOf(said, 'or');
}

const RELATIONS = {
  equals: '',
  like: 'like ',
  in: 'in ',
  below: 'less than ',
  above: 'more than ',
  before: 'before ',
  after: 'after ',
} as const satisfies Record<NonNullable<Witness['relation']>, string>;

function sayNamed({ relation = 'equals', written = '', state }: Witness): string {
  // Both answers to a Boolean are tried, whichever the policy writes.
  const value = state.state === 'present' && relation === 'equals' ? (state.values[0] ?? written) : written;
  return `${RELATIONS[relation]}${code(value)}`;
}

/** "`true`: allowed. `false` or not in the request: denied by the SCP." */
export function sayWhatFlips(outcomes: readonly OutcomeInWords[]): string {
  return outcomes
    .map(
      ({ when, decision, deniedBy }) =>
        `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${sayDecision(decision, deniedBy)}.`,
    )
    .join(' ');
}

function sayDecision(decision: Decision, deniedBy: readonly PolicyType[]): string {
  const [first] = deniedBy;
  switch (decision) {
    case 'allowed':
      return 'allowed';
    case 'explicitDeny':
      return first ? `denied by the ${typeInSentence(first)}` : 'denied';
    case 'implicitDeny':
      return first ? `not allowed by the ${typeInSentence(first)}` : 'not allowed';
    case 'undetermined':
      return 'still open';
  }
}
