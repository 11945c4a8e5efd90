import { expect } from 'vitest';
import type { Catalog } from '@/lib/catalog/catalog';
import { applyEdits } from '@/lib/text/edit';
import type { Finding } from '@/lib/validation/finding';
import { readSubject, type ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

interface Checked {
  readonly type: ValidatedType;
  readonly text: string;
  readonly catalog: Catalog;
  readonly account?: string;
}

/**
 * Every fix takes its finding away, adds none but suggestions, leaves JSON, and touches nothing that it does not change.
 * `found`: all findings; `fixed`: those whose fixes are tried.
 */
export function expectGoodFixes(
  { type, text, catalog, account }: Checked,
  found: readonly Finding[],
  fixed: readonly Finding[],
): void {
  const before = counted(found);
  // Of a text that is no policy yet, what is wrong with the policy in it is told once it is one.
  const isPolicy = readSubject(type, text, catalog, {}).policy !== undefined;
  for (const { check: id, fixes } of fixed) {
    for (const { title, edits } of fixes ?? []) {
      const mended = applyEdits(text, edits);
      const after = validate(type, mended, catalog, account === undefined ? {} : { account });
      const say = `after ${title}: ${mended}`;
      expect(counted(after).get(id) ?? 0, say).toBeLessThan(before.get(id) ?? 0);
      const serious = counted(after.filter((one) => isPolicy && one.severity !== 'suggestion'));
      for (const [check, count] of serious)
        expect(count, `${check} ${say}`).toBeLessThanOrEqual(before.get(check) ?? 0);
      expect(readSubject(type, mended, catalog, {}).isJson, say).toBe(true);
      const inOrder = edits.toSorted((left, right) => left.range.start - right.range.start);
      for (const [place, { range, text: written }] of inOrder.entries()) {
        expect(range.end, say).toBeLessThanOrEqual(inOrder[place + 1]?.range.start ?? text.length);
        expect(text.slice(range.start, range.end), say).not.toBe(written);
      }
    }
  }
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
  return counts;
}
