import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { catalogText, fullCatalog } from '@/lib/testing/full-catalog';
import { validate } from '@/lib/validation/validate';

// AWS's own policies are used as they stand: what is said of them is either true and has its reason here, or a mistake of ours.

interface Reason {
  readonly check: string;
  readonly why: string;
  /** The policies that it is said of; left out where it is a judgement that holds for any policy. */
  readonly policies?: readonly string[];
}

const reasons = parse(readFileSync(new URL('./cases/managed-policies.jsonc', import.meta.url), 'utf8')) as Reason[];

function findings(): ReadonlyMap<string, readonly string[]> {
  const { policies } = JSON.parse(catalogText('policies')) as { policies: [string, string, string, string][] };
  const found = new Map<string, Set<string>>();
  for (const [path, , , document] of policies) {
    for (const { check, severity } of validate('identity', document, fullCatalog())) {
      if (severity !== 'error' && severity !== 'securityWarning') continue;
      found.set(check, (found.get(check) ?? new Set()).add(path));
    }
  }
  return new Map([...found].map(([check, names]) => [check, [...names].toSorted(byText)]));
}

test('what is said of AWS’s managed policies has its reason', () => {
  const found = findings();
  expect([...found.keys()].toSorted(byText)).toEqual(reasons.map((one) => one.check).toSorted(byText));
  for (const { check, policies, why } of reasons) {
    expect(why).not.toBe('');
    if (policies) expect(found.get(check), check).toEqual([...policies].toSorted(byText));
  }
});

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
