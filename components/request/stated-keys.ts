import { contextTexts } from '@/lib/diagnosis/context-texts';
import { sourceOf } from '@/lib/diagnosis/edit';
import { contextPath } from '@/lib/diagnosis/edit-request';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

/** What the document states of a condition key. */
export type StatedKey = {
  readonly key: string;
  readonly path: string;
  readonly fromMessage: boolean;
} & (
  | { readonly state: 'value'; readonly values: readonly string[] }
  | { readonly state: 'absent' }
  /** There, with a value nobody knows. */
  | { readonly state: 'present' }
);

/** The condition keys that the document states, in its order: values first, then what is absent, then what is just there. */
export function statedKeys(document: DiagnosisDocument): readonly StatedKey[] {
  const { context = {}, absent = [], present = [] } = document.request ?? {};
  const named = (key: string) => {
    const path = contextPath(document, key);
    return { key, path, fromMessage: sourceOf(document, path)?.startsWith('evidence:') ?? false };
  };
  return [
    ...Object.entries(context).map(([key, value]): StatedKey => {
      const values = contextTexts(value);
      return values.length === 0 ? { ...named(key), state: 'absent' } : { ...named(key), state: 'value', values };
    }),
    ...absent.map((key): StatedKey => ({ ...named(key), state: 'absent' })),
    ...present.map((key): StatedKey => ({ ...named(key), state: 'present' })),
  ];
}
