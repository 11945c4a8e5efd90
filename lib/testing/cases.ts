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
