import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { cutSecrets } from '@/lib/evidence/secrets';

export interface Redacted {
  readonly document: DiagnosisDocument;
  /** What was cut, each kind once: `secret access key`, `session token` … */
  readonly kinds: readonly string[];
}

/**
 * The document without secrets, wherever in it they stand; the same object where there are none. Whatever stores, links or
 * exports a document does this first.
 */
export function redact(document: DiagnosisDocument): Redacted {
  const { value, kinds } = cutIn(document);
  // Cutting changes texts into texts, so the schema still fits.
  return { document: value as DiagnosisDocument, kinds: [...new Set(kinds)] };
}

interface CutValue {
  readonly value: unknown;
  readonly kinds: readonly string[];
}

// Edits keep every part they do not change, so most parts of a document that is saved again were searched before.
const searched = new WeakMap<object, CutValue>();

function cutIn(value: unknown, name = ''): CutValue {
  if (typeof value === 'string') return cutText(value, name);
  if (typeof value !== 'object' || value === null) return { value, kinds: [] };
  const known = searched.get(value);
  if (known) return known;
  const cut = Array.isArray(value) ? cutList(value, name) : cutFields(value);
  searched.set(value, cut);
  return cut;
}

function cutFields(fields: object): CutValue {
  const cut = Object.entries(fields).map(([key, value]) => [key, cutIn(value, key)] as const);
  const kinds = cut.flatMap(([, { kinds }]) => kinds);
  return kinds.length === 0
    ? { value: fields, kinds }
    : { value: Object.fromEntries(cut.map(([key, { value }]) => [key, value])), kinds };
}

function cutList(list: readonly unknown[], name: string): CutValue {
  const cut = list.map((member) => cutIn(member, name));
  const kinds = cut.flatMap((member) => member.kinds);
  return kinds.length === 0 ? { value: list, kinds } : { value: cut.map(({ value }) => value), kinds };
}

/** A value such as a secret key is only known by the name before it, which may be the name of the field. */
function cutText(text: string, name: string): CutValue {
  const own = cutSecrets(text);
  const kinds = own.cuts.map((cut) => cut.kind);
  if (!/secret|token|signature/i.test(name)) return { value: own.text, kinds };
  const prefix = `${name}=`;
  const named = cutSecrets(prefix + own.text);
  if (!named.text.startsWith(prefix)) return { value: own.text, kinds };
  return { value: named.text.slice(prefix.length), kinds: [...kinds, ...named.cuts.map((cut) => cut.kind)] };
}
