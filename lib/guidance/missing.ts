import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Unknown } from '@/lib/evaluation/verdict';
import { lacksThatDeny } from '@/lib/explanation/blamed';
import { typeInSentence } from '@/lib/explanation/wording';
import { commandFacts } from '@/lib/guidance/command-facts';
import { commandsFor } from '@/lib/guidance/commands';
import { accountOf } from '@/lib/guidance/commands/facts';
import { type Command, type StepId, stepOfPolicyType } from '@/lib/guidance/step';
import { parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { isRoleTrustAction } from '@/lib/iam/principal';
import { openReferences } from '@/lib/policy/open-references';
import { code, listOf } from '@/lib/text/wording';

/** Something that is not at hand and would tell more. */
export interface Missing {
  /** "your organization’s SCPs". */
  readonly what: string;
  /** Why it stands where it stands, or how it is stated. */
  readonly why: string;
  /** Where it is given: a policy or message in its step, every other fact where it is asked for. */
  readonly given:
    | { readonly step: StepId; readonly type?: PolicyType }
    | { readonly policyIndex: number }
    | { readonly unknown: Unknown };
  /** What prints it, with the person's own names; none for what no command prints. */
  readonly commands: readonly Command[];
}

/**
 * What is missing, the most telling first: who called what, what AWS hides in an encoded message, the layer that AWS names, facts that can be stated at
 * once, then the policies as they mostly decide.
 */
export function missingOf(document: DiagnosisDocument, diagnosis: Diagnosis): readonly Missing[] {
  const facts = commandFacts(document, diagnosis);
  const side = sideOf(document, diagnosis);
  const ofUnknowns = diagnosis.dependencies
    .filter((one) => !one.isReference)
    .map(({ unknown, phrase, sentence }): Ranked => {
      if (unknown.kind !== 'policies') {
        const commands = WHO.includes(unknown.kind === 'request' ? unknown.field : unknown.kind)
          ? commandsFor('source', facts).slice(0, 1)
          : [];
        return { rank: rankOf(unknown, diagnosis, side), what: phrase, why: sentence, given: { unknown }, commands };
      }
      return {
        rank: rankOf(unknown, diagnosis, side),
        what: phrase,
        why: isBlamed(unknown.type, diagnosis) ? sayBlame(diagnosis) : WHY[unknown.type](side),
        given: { step: stepOfPolicyType(unknown.type), type: unknown.type },
        commands: commandsFor(unknown.type, facts),
      };
    });
  return [...ofUnknowns, ...references(document, diagnosis), ...encodedMessage(facts), ...namedPolicy(diagnosis, facts)]
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ rank: _rank, ...missing }) => missing);
}

interface Ranked extends Missing {
  readonly rank: number;
}

// What the command that prints the caller answers.
const WHO: readonly string[] = ['principal', 'sessionName'];

/** How the two policies that can allow stand to each other. */
type Side = 'sameAccount' | 'otherAccount' | 'ownPolicyDecides' | 'noOwnPolicy';

function sideOf({ request }: DiagnosisDocument, { verdict }: Diagnosis): Side {
  const { principal, action = '', resource, resourceAccount } = request ?? {};
  const [caller, owner] = [accountOf(principal), resourceAccount ?? accountOf(resource)];
  if (caller !== undefined && owner !== undefined && caller !== owner) return 'otherAccount';
  const isKey = parseArn(resource ?? '')?.service === 'kms';
  if (isRoleTrustAction(action) || isKey) return 'ownPolicyDecides';
  const own = verdict.layers.find(({ type }) => type === 'resource');
  return own?.outcome === 'notApplicable' ? 'noOwnPolicy' : 'sameAccount';
}

// Where a denial mostly comes from, and what one can mostly get.
const USUAL: readonly PolicyType[] = ['identity', 'resource', 'boundary', 'scp', 'rcp', 'session', 'endpoint'];
const OWN_POLICY_FIRST: readonly PolicyType[] = ['resource', ...USUAL.filter((type) => type !== 'resource')];

const RANKS = { request: 0, encoded: 1, blamed: 2, fact: 3, policies: 4 } as const;

function rankOf(unknown: Unknown, diagnosis: Diagnosis, side: Side): number {
  if (unknown.kind === 'request') return RANKS.request;
  if (unknown.kind !== 'policies') return RANKS.fact;
  if (isBlamed(unknown.type, diagnosis)) return RANKS.blamed;
  return RANKS.policies + (side === 'ownPolicyDecides' ? OWN_POLICY_FIRST : USUAL).indexOf(unknown.type);
}

function isBlamed(type: PolicyType, { agreement }: Diagnosis): boolean {
  return type === agreement.blamed;
}

function sayBlame({ agreement }: Diagnosis): string {
  return agreement.denial === 'implicit'
    ? 'AWS says that none of them allows this.'
    : 'AWS says that one of them denies this.';
}

const WHY: Readonly<Record<PolicyType, (side: Side) => string>> = {
  identity: (side) =>
    side === 'sameAccount'
      ? 'One of them has to allow this, unless the resource’s own policy does.'
      : 'One of them has to allow this.',
  resource: (side) => {
    if (side === 'otherAccount') return 'The resource is in another account, so its policy has to allow as well.';
    return side === 'ownPolicyDecides' ? 'It always has to allow.' : 'It can allow or deny by itself.';
  },
  boundary: () => 'If there is one, it has to allow as well.',
  scp: () => 'At every level one of them has to allow.',
  rcp: () => 'They can only deny.',
  session: () => 'If one was passed with the session, it has to allow as well.',
  endpoint: () => 'It counts only if the call went through that endpoint.',
};

function encodedMessage(facts: ReturnType<typeof commandFacts>): readonly Ranked[] {
  const commands = commandsFor('message', facts);
  if (commands.length === 0) return [];
  return [
    {
      rank: RANKS.encoded,
      what: 'what the encoded message says',
      why: 'AWS put its reason in there. Paste what this command prints.',
      given: { step: 'message' },
      commands,
    },
  ];
}

const MOST_NAMED = 3;

/** What templates left open and the outcome depends on, by the first policy that waits for it. */
function references(document: DiagnosisDocument, { dependencies }: Diagnosis): readonly Ranked[] {
  const names = dependencies.flatMap(({ unknown, isReference }) =>
    isReference && unknown.kind === 'contextKey' ? [unknown.key] : [],
  );
  const policyIndex = policiesOf(document).findIndex((policy) =>
    openReferences(policyText(policy)).some((name) => names.includes(name)),
  );
  if (policyIndex < 0) return [];
  const shown = names.slice(0, MOST_NAMED).map((name) => code(`\${${name}}`));
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  return [
    {
      rank: RANKS.fact,
      what: `what ${listOf([...shown, ...more], 'and')} ${names.length === 1 ? 'stands' : 'stand'} for`,
      why: 'A template left this open. It is filled in below the policy.',
      given: { policyIndex },
      commands: [],
    },
  ];
}

/** The policy that AWS speaks of, where others of its type are here. */
function namedPolicy(diagnosis: Diagnosis, facts: ReturnType<typeof commandFacts>): readonly Ranked[] {
  const { fetch } = diagnosis.agreement;
  const isDeny = lacksThatDeny(diagnosis.verdict, diagnosis.report);
  const isAsked = diagnosis.dependencies.some(
    ({ unknown }) => unknown.kind === 'policies' && unknown.type === fetch?.type,
  );
  if (fetch === undefined || isAsked) return [];
  return [
    {
      rank: RANKS.blamed,
      what:
        fetch.arn === undefined
          ? `the ${typeInSentence(fetch.type)} ${isDeny ? 'that denies this' : 'that AWS names'}`
          : code(fetch.arn),
      why: isDeny ? 'AWS says that one denies this, and none here does.' : 'AWS names this policy, and it is not here.',
      given: { step: stepOfPolicyType(fetch.type), type: fetch.type },
      commands: commandsFor(fetch.type, facts),
    },
  ];
}
