import { member } from '@/lib/text/json';
import { removeItem } from '@/lib/text/json-edit';
import type { Check, Found } from '@/lib/validation/check';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import { sayingOf } from '@/lib/validation/terms/coverage';

const REDUNDANT_STATEMENT: Check = {
  id: 'REDUNDANT_STATEMENT',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'redundant-statement'),
  *find({ policy }): Iterable<Found> {
    const list = policy && member(policy.node, 'Statement')?.value;
    if (policy === undefined || list?.kind !== 'array') return;
    const first = new Map<string, number>();
    for (const statement of policy.statements) {
      if (!statement.sound) continue;
      const saying = sayingOf(statement);
      const earlier = first.get(saying);
      if (earlier === undefined) {
        first.set(saying, statement.index);
        continue;
      }
      const message = `Statement ${earlier + 1} says the same. Remove this one.`;
      const fix = { title: 'Remove this statement', edits: [removeItem(list, statement.node)] };
      yield { range: { start: statement.range.start, end: statement.range.start + 1 }, message, fixes: [fix] };
    }
  },
};

export const REDUNDANT_STATEMENT_CHECKS: readonly Check[] = [REDUNDANT_STATEMENT];
