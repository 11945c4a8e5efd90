import { member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';

const MISSING_EFFECT: Check = {
  id: 'MISSING_EFFECT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'missing-effect'),
  find: inStatements(function* ({ node, range }) {
    if (member(node, 'Effect')) return;
    const message =
      'The statement does not say whether it allows or denies. Add `"Effect": "Allow"` or `"Effect": "Deny"`.';
    yield { range, message };
  }),
};

const INVALID_EFFECT: Check = {
  id: 'INVALID_EFFECT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'invalid-effect'),
  find: inStatements(function* ({ node, effect }) {
    const value = member(node, 'Effect')?.value;
    if (value?.kind !== 'string' || effect !== undefined) return;
    const meant = EFFECTS.find((known) => known.toLowerCase() === value.text.trim().toLowerCase());
    const message = `\`Effect\` is exactly \`Allow\` or \`Deny\`, not ${code(value.text)}.`;
    if (meant === undefined) yield { range: value.range, message };
    else {
      const edits = [{ range: value.range, text: `"${meant}"` }];
      yield { range: value.range, message, fixes: [{ title: `Change to \`${meant}\``, edits }] };
    }
  }),
};

const EFFECTS = ['Allow', 'Deny'] as const;

export const EFFECT_CHECKS: readonly Check[] = [MISSING_EFFECT, INVALID_EFFECT];
