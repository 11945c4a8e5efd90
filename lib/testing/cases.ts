import { readdirSync } from 'node:fs';
import { readJsonc } from '@/lib/testing/jsonc';

// Reads the cases kept as data beside the evaluation. For tests alone.

export interface DocumentCase {
  readonly name: string;
  readonly rules: readonly string[];
  readonly document: unknown;
  readonly want: {
    readonly decision?: string;
    readonly deniedBy?: readonly string[];
    readonly statements?: readonly { readonly type: string; readonly policyIndex: number; readonly index: number }[];
    readonly dependsOn?: readonly Readonly<Record<string, unknown>>[];
    readonly layers?: Readonly<Record<string, string>>;
    readonly problems?: number;
    readonly assumption?: string;
  };
}

export interface ConditionCase {
  readonly name: string;
  readonly rules: readonly string[];
  readonly operator?: string;
  readonly policy?: unknown;
  readonly key?: string;
  readonly request?: unknown;
  readonly state?: 'absent' | 'unknown' | 'present';
  readonly condition?: unknown;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly unknown?: readonly string[];
  readonly absent?: readonly string[];
  readonly present?: readonly string[];
  readonly principal?: string;
  readonly version?: string | null;
  readonly want: 'T' | 'F' | 'U';
}

/** A Condition with the request that a case makes: what it does not say is the same for every reader of the cases. */
export function conditionAndRequest(one: ConditionCase) {
  const key = one.key ?? 'test:k';
  return {
    condition: one.condition ?? { [one.operator ?? '']: { [key]: one.policy } },
    version: one.version === undefined ? '2012-10-17' : one.version,
    request: {
      principal: one.principal ?? 'arn:aws:sts::111122223333:assumed-role/ci/run-7',
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
      context: { ...one.context, ...(one.request !== undefined && { [key]: one.request }) },
      absent: [...(one.absent ?? []), ...(one.state === 'absent' ? [key] : [])],
      present: [...(one.present ?? []), ...(one.state === 'present' ? [key] : [])],
    },
    unknown: [...(one.unknown ?? []), ...(one.state === 'unknown' ? [key] : [])].map((name) => name.toLowerCase()),
  };
}

const FOLDER = new URL('../evaluation/cases/', import.meta.url);

function readCases(file: string): readonly (DocumentCase | ConditionCase)[] {
  return readJsonc(new URL(file, FOLDER)) as readonly (DocumentCase | ConditionCase)[];
}

function files(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonc'))
    .sort();
}

/** Every case that is a whole diagnosis document, with the file it stands in. */
export function documentCases(): readonly (DocumentCase & { readonly file: string })[] {
  return files().flatMap((file) => readCases(file).flatMap((one) => ('document' in one ? [{ ...one, file }] : [])));
}

/** Every case that is a Condition alone. */
export function conditionCases(): readonly (ConditionCase & { readonly file: string })[] {
  return files().flatMap((file) => readCases(file).flatMap((one) => ('document' in one ? [] : [{ ...one, file }])));
}
