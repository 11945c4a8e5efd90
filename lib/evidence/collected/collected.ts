import { COLLECTED_TYPES, type Entry, type Output, takeOutputs, typesOf } from '@/lib/evidence/collected/output';
import { cutOf, sayCut, sayNewer, sayNoRoot, sayUnread } from '@/lib/evidence/collected/unread';
import type { Collected, CollectedRequest, Unread } from '@/lib/evidence/evidence';
import { objectAt, objectsAt, textAt } from '@/lib/evidence/members';
import { type AwsCommand, commandOf, optionOf } from '@/lib/evidence/policies/aws-command';
import type { Clue } from '@/lib/evidence/policies/clue';
import { findPolicies } from '@/lib/evidence/policies/find-policies';
import { answersWithNone, noneClue, noPolicyOf } from '@/lib/evidence/policies/no-policy';
import { isAccountId } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { JsonNode, JsonObject } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';

/** What the outputs of the collect script in a text tell, and the text without them. */
export interface CollectedText {
  readonly collected: readonly Collected[];
  readonly clues: readonly Clue[];
  readonly problems: readonly Problem[];
  readonly rest: string;
}

/** Reads what the collect script printed. What it could not read, and what is lost of its output, is said and never taken for absent. */
export function readCollected(text: string): CollectedText | undefined {
  const taken = takeOutputs(text);
  if (taken === undefined) return undefined;
  const read = taken.outputs.map(readOutput);
  return {
    collected: read.map(({ collected }) => collected),
    clues: read.flatMap(({ clues }) => clues),
    problems: taken.outputs.flatMap(({ version }) => (version > 1 ? [sayNewer()] : [])),
    rest: taken.rest,
  };
}

function readOutput(output: Output): { readonly collected: Collected; readonly clues: readonly Clue[] } {
  const account = accountOf(output);
  const clues = output.entries.flatMap((entry) => cluesOf(entry, account));
  const none = clues.flatMap((clue) => (clue.kind === 'none' ? [clue.type] : []));
  const failed = output.entries.filter((entry) => isUnread(entry, account));
  const cut = cutOf(output);
  const unread: readonly Unread[] = [
    ...sayUnread(failed),
    ...(cut === undefined ? [] : [sayCut(cut)]),
    ...withoutRoot(output, [...failed.flatMap(typesOf), ...(cut?.types ?? []), ...none]),
  ];
  const managementAccount = managementAccountOf(output);
  // Lists that are empty show that the caller has no policies; of the other types there is a policy, or the answer that there is none.
  const settled = [
    ...clues.flatMap(typesToldBy),
    ...output.entries.flatMap(typesOf).filter((type) => type === 'identity'),
  ];
  const missing = unread.flatMap(({ types }) => types);
  return {
    collected: {
      request: requestOf(output.request),
      ...(managementAccount !== undefined && { managementAccount }),
      levels: levelsOf(output),
      unread,
      whole: COLLECTED_TYPES.filter(
        (type) => output.parts.includes(type) && settled.includes(type) && !missing.includes(type),
      ),
    },
    clues,
  };
}

/** What one call tells. It tells only of the policies that it was made for. */
function cluesOf(entry: Entry, account: string | undefined): readonly Clue[] {
  const { words, outcome } = entry;
  const command = commandOf(words, 0, 0);
  const types = typesOf(entry);
  if (command === undefined || types.length === 0) return [];
  if (outcome.kind === 'answer') {
    if (command.operation === 'list-roots')
      return types.filter((type) => !isEnabled(outcome.node, type)).map(noneOfType);
    return cluesOfAnswer(command, types, outcome);
  }
  if (outcome.kind === 'skipped') return [];
  if (types.includes('resource')) return noPolicyOf(outcome.message, command);
  return isOutsideOrganization(command, outcome.message, account) ? types.map(noneOfType) : [];
}

function noneOfType(type: PolicyType): Clue {
  return { kind: 'none', type };
}

function cluesOfAnswer(
  command: AwsCommand,
  types: readonly PolicyType[],
  { node, text }: { readonly node: JsonNode; readonly text: string },
): readonly Clue[] {
  const found = findPolicies({ node, text, command });
  if (!types.includes('resource'))
    return found.flatMap((clue) => (fits(clue, types) ? [asCollected(clue, types)] : []));
  const policies = found.flatMap((clue): readonly Clue[] =>
    clue.kind === 'policy' ? [{ ...clue, policy: { ...clue.policy, type: 'resource' } }] : [],
  );
  return policies.length === 0 && answersWithNone(command) ? [noneClue(command)] : policies;
}

/** A boundary is a managed policy like others: what it was read for tells what it is. */
function asCollected(clue: Clue, types: readonly PolicyType[]): Clue {
  return clue.kind === 'policy' && types.includes('boundary')
    ? { ...clue, policy: { ...clue.policy, type: 'boundary' } }
    : clue;
}

/** A role's answer has its trust policy beside its boundary. */
function fits(clue: Clue, types: readonly PolicyType[]): boolean {
  switch (clue.kind) {
    case 'policy':
      return types.some(
        (type) => type === clue.policy.type || (type === 'boundary' && clue.policy.type === 'identity'),
      );
    case 'attachment':
      return clue.as !== undefined && types.includes(clue.as);
    case 'principal':
      return types.includes('identity') || types.includes('boundary');
    case 'managed':
    case 'problem':
      return true;
    case 'none':
      return false;
  }
}

function typesToldBy(clue: Clue): readonly (PolicyType | undefined)[] {
  switch (clue.kind) {
    case 'policy':
      return [clue.policy.type];
    case 'attachment':
      return [clue.as];
    case 'none':
      return [clue.type];
    case 'principal':
      return clue.withoutBoundary ? ['boundary'] : [];
    case 'managed':
    case 'problem':
      return [];
  }
}

function isUnread(entry: Entry, account: string | undefined): boolean {
  const { outcome } = entry;
  if (outcome.kind === 'answer' || entry.for.includes('organization')) return false;
  return cluesOf(entry, account).length === 0;
}

/** The exception speaks of the account whose credentials are used. */
function isOutsideOrganization(command: AwsCommand, message: string, account: string | undefined): boolean {
  const target = optionOf(command, 'target-id') ?? optionOf(command, 'child-id');
  return account !== undefined && target === account && message.includes('(AWSOrganizationsNotInUseException)');
}

const NAMES = { scp: 'SERVICE_CONTROL_POLICY', rcp: 'RESOURCE_CONTROL_POLICY' } as const;

/** A type that is in use in no root has no policies. */
function isEnabled(answer: JsonNode, type: PolicyType): boolean {
  if (answer.kind !== 'object' || (type !== 'scp' && type !== 'rcp')) return true;
  const roots = objectsAt(answer, 'Roots');
  const enabled = roots.flatMap((root) => objectsAt(root, 'PolicyTypes')).map((one) => textAt(one, 'Type'));
  return roots.length === 0 || enabled.includes(NAMES[type]);
}

/** SCPs and RCPs count up to the root: a walk that ended below it is no whole one. */
function withoutRoot(output: Output, settled: readonly PolicyType[]): readonly Unread[] {
  const types = (['scp', 'rcp'] as const).filter((type) => {
    if (!output.parts.includes(type) || settled.includes(type)) return false;
    return !targetsOf(output.entries.filter((entry) => typesOf(entry).includes(type))).some((target) =>
      target.startsWith('r-'),
    );
  });
  return types.length === 0 ? [] : [sayNoRoot(types)];
}

/** The script goes from the account up to the root. */
function levelsOf({ entries }: Output): readonly string[] {
  return [...new Set(targetsOf(entries))].reverse();
}

function targetsOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ words }) => {
    const command = commandOf(words, 0, 0);
    return (command && optionOf(command, 'target-id')) ?? [];
  });
}

function accountOf({ entries }: Output): string | undefined {
  const account = textAt(answerFor(entries, 'caller'), 'Account');
  return account !== undefined && isAccountId(account) ? account : undefined;
}

function managementAccountOf({ entries }: Output): string | undefined {
  const organization = objectAt(answerFor(entries, 'organization'), 'Organization');
  const account = textAt(organization, 'MasterAccountId');
  return account !== undefined && isAccountId(account) ? account : undefined;
}

function answerFor(entries: readonly Entry[], what: string): JsonObject | undefined {
  for (const entry of entries) {
    const { outcome } = entry;
    if (entry.for.includes(what) && outcome.kind === 'answer' && outcome.node.kind === 'object') return outcome.node;
  }
  return undefined;
}

const FACTS = ['principal', 'action', 'resource', 'resourceAccount'] as const;
const LONGEST_FACT = 2048;

function requestOf(request: JsonObject | undefined): CollectedRequest {
  const stated = FACTS.flatMap((fact) => {
    const value = textAt(request, fact);
    return value === undefined || value === '' || value.length > LONGEST_FACT ? [] : [[fact, value] as const];
  });
  return Object.fromEntries(stated);
}
