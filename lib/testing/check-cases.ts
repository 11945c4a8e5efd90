import { describe, expect, test } from 'vitest';
import { expectGoodFixes } from '@/lib/testing/good-fixes';
import { cut, markedText } from '@/lib/testing/marked-text';
import { smallCatalog } from '@/lib/testing/small-catalog';
import { applyEdits } from '@/lib/text/edit';
import { CHECKS } from '@/lib/validation/checks';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

/** A policy's text, an identity-based one, else of the first type that the check is made for, unless it says another. */
export type CheckCase =
  | string
  | {
      readonly text: string;
      readonly type?: ValidatedType;
      /** The account of the policy, where a check needs it. */
      readonly account?: string;
      /** Ids of the errors and warnings that come with the finding because the text has further faults. */
      readonly also?: readonly string[];
    };

type AtLeastOne<Item> = readonly [Item, ...Item[]];

const catalog = smallCatalog();

/**
 * Tries one check on policies. In those of `invalid` the check finds exactly the stretches that `«…»` marks, and nothing but
 * suggestions is found besides; in those of `valid` the check finds nothing. Every fix that is offered removes its finding
 * and brings none but suggestions. A text behind `fixed` is what the first fix of the first finding makes of the case before it.
 */
export function checkCases(
  id: string,
  cases: {
    readonly invalid: AtLeastOne<CheckCase>;
    readonly valid: AtLeastOne<CheckCase>;
    /** What the first fix of the first finding makes of a text. */
    readonly fixed?: readonly (readonly [before: string, after: string])[];
  },
): void {
  describe(id, () => {
    const check = CHECKS.find((one) => one.id === id);
    const usual = check?.types.find((type) => type === 'identity') ?? check?.types[0] ?? 'identity';
    const full = (one: CheckCase) => ({
      type: usual,
      also: [],
      account: '',
      ...(typeof one === 'string' ? { text: one } : one),
    });

    test('is in the list', () => expect(check).toBeDefined());

    test.each(cases.invalid.map(full))('finds $text', ({ text: marked, type, also, account }) => {
      const { text, ranges } = markedText(marked);
      const findings = validate(type, text, catalog, { ...(account && { account }) });
      const own = findings.filter((one) => one.check === id);
      expect(
        cut(
          text,
          own.map((one) => one.range),
        ),
      ).toEqual(cut(text, ranges));
      expect(own.map((one) => one.range)).toEqual(ranges);
      const others = findings.filter((one) => one.check !== id && one.severity !== 'suggestion');
      expect(new Set(others.map((one) => one.check))).toEqual(new Set(also));
      for (const one of own) expect(one.message).toMatch(/^[^ ].*[.?)]$/s);
      expectGoodFixes({ type, text, catalog, ...(account && { account }) }, findings, own);
    });

    test.each(cases.valid.map(full))('leaves $text', ({ text: marked, type, account }) => {
      const { text } = markedText(marked);
      const own = validate(type, text, catalog, { ...(account && { account }) }).filter((one) => one.check === id);
      expect(own.map((one) => one.message)).toEqual([]);
    });

    test.each(cases.fixed ?? [])('mends %s', (before, after) => {
      const own = validate(usual, before, catalog).find((one) => one.check === id);
      expect(applyEdits(before, own?.fixes?.[0]?.edits ?? [])).toBe(after);
    });
  });
}
