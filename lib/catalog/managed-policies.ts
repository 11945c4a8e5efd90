import * as z from 'zod/mini';

/** The shape of the file that this code opens. Raise it here and in scripts/catalog/read-managed-policies.mjs together. */
const FORMAT = 1;
const DAY = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const FILE = z.object({
  format: z.literal(FORMAT),
  /** The day up to which AWS's changes are in. */
  date: DAY,
  /** Path and name, version, the day on which that version was made, document as text. */
  policies: z.array(z.tuple([z.string(), z.string(), DAY, z.string()])),
});

const ARN_START = 'arn:aws:iam::aws:policy/';

/** One of AWS's managed policies in its newest version. */
export interface ManagedPolicy {
  /** `ViewOnlyAccess` */
  readonly name: string;
  /** `arn:aws:iam::aws:policy/job-function/ViewOnlyAccess` */
  readonly arn: string;
  /** `v9` */
  readonly version: string;
  /** The day on which AWS made this version: `2026-07-21`. */
  readonly date: string;
}

/** AWS's managed policies of the standard Regions, but for those of service-linked roles, which nobody can attach. */
export interface ManagedPolicies {
  /** The day of the data, `2026-08-26`. */
  readonly date: string;
  /** By name, by path and name, or by ARN, in any case. */
  find(nameOrArn: string): ManagedPolicy | undefined;
  /** Policies whose names hold every word that was typed, best first, at most `limit`. An ARN finds its policy. */
  suggest(typed: string, limit: number): readonly ManagedPolicy[];
  /** The policy's document as text with two blanks of indentation; the empty text for a policy that is not of these. */
  documentOf(policy: ManagedPolicy): string;
}

/** Opens the data of all managed policies, as it was read from its file. `undefined` when it is none, or of another version of the app. */
export function openManagedPolicies(data: unknown): ManagedPolicies | undefined {
  const read = FILE.safeParse(data);
  if (!read.success) return undefined;
  const documents = new Map<string, string>();
  const byId = new Map<string, ManagedPolicy>();
  for (const [path, version, date, document] of read.data.policies) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const policy: ManagedPolicy = { name, arn: `${ARN_START}${path}`, version, date };
    documents.set(policy.arn, document);
    for (const id of [name, path, policy.arn]) byId.set(id.toLowerCase(), policy);
  }
  const all = [...new Set(byId.values())];
  const find = (nameOrArn: string) => byId.get(nameOrArn.trim().toLowerCase());
  return {
    date: read.data.date,
    find,
    suggest: (typed, limit) => {
      const exact = find(typed);
      if (exact !== undefined && exact.arn.toLowerCase() === typed.trim().toLowerCase()) return [exact];
      return ranked(all, typed).slice(0, limit);
    },
    documentOf: ({ arn }) => indented(documents.get(arn) ?? ''),
  };
}

/** What is called so stands first, then what begins so, then by length: `ReadOnlyAccess` before `IAMReadOnlyAccess`. */
function ranked(policies: readonly ManagedPolicy[], typed: string): readonly ManagedPolicy[] {
  const words = typed
    .toLowerCase()
    .split(/[\s/]+/)
    .filter((word) => word !== '');
  const [first = ''] = words;
  if (first === '') return [];
  return policies
    .flatMap((policy) => {
      const name = policy.name.toLowerCase();
      if (!words.every((word) => name.includes(word))) return [];
      return [{ policy, rank: name.startsWith(first) ? 0 : 1 }];
    })
    .sort((a, b) => a.rank - b.rank || a.policy.name.length - b.policy.name.length || compare(a.policy, b.policy))
    .map(({ policy }) => policy);
}

const compare = (a: ManagedPolicy, b: ManagedPolicy): number => (a.arn < b.arn ? -1 : 1);

function indented(document: string): string {
  return document === '' ? '' : JSON.stringify(JSON.parse(document), null, 2);
}

// Names and paths as IAM allows them. https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html
const ARNS = /arn:aws:iam::aws:policy\/[\w+=,.@/-]{1,600}/g;
const MOST_ARNS = 50;

/** The ARNs of AWS's managed policies that a text names, each once, in the order of their first mention; at most 50. */
export function managedPolicyArns(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [arn] of text.matchAll(ARNS)) {
    // The full stop or comma of a sentence is none of the name's.
    found.add(arn.replace(/[.,]+$/, ''));
    if (found.size === MOST_ARNS) break;
  }
  return [...found];
}
