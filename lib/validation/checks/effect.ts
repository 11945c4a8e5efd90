import { member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';

const INVALID_EFFECT: Check = {
  id: 'INVALID_EFFECT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'invalid-effect'),
  find: inStatements(({ node, effect }, report) => {
    const value = member(node, 'Effect')?.value;
    if (value?.kind !== 'string' || effect !== undefined || value.text.includes('${')) return;
    const meant = EFFECTS.find((known) => known.toLowerCase() === value.text.trim().toLowerCase());
    const message = `\`Effect\` is exactly \`Allow\` or \`Deny\`, not ${code(value.text)}.`;
    report({ range: value.range, message, ...(meant && { fixes: [changeTo(value.range, meant)] }) });
  }),
};

const EFFECTS = ['Allow', 'Deny'] as const;

export const EFFECT_CHECKS: readonly Check[] = [INVALID_EFFECT];
