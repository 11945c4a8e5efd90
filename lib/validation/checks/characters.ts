import { lookUp } from '@/lib/text/table';
import type { Check, Found } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';

const PAGE = iamPage('reference_iam-quotas');
const TYPES = [...IDENTITY_TYPES, 'trust'] as const;

/** Characters that word processors and web pages put in place of plain ones; an empty text is an invisible character. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': "'",
  '”': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
};

// More would not help anybody: the text is then in a language that IAM does not take.
const MOST = 50;

/** IAM takes tab, line feed, carriage return and U+0020 to U+00FF (R155). */
const INVALID_CHARACTER: Check = {
  id: 'INVALID_CHARACTER',
  severity: 'error',
  types: TYPES,
  rank: 'format',
  page: PAGE,
  *find({ text }): Iterable<Found> {
    let count = 0;
    for (const found of text.matchAll(/[\u0100-\uffff]+/g)) {
      // A mark before the first brace has a check of its own.
      const skipped = found.index === 0 && found[0].startsWith('\ufeff') ? 1 : 0;
      const characters = found[0].slice(skipped);
      if (characters === '') continue;
      if (++count > MOST) return;
      const start = found.index + skipped;
      const range = { start, end: start + characters.length };
      const plain = plainText(characters);
      const fix = plain !== undefined && {
        fixes: [{ title: plain === '' ? 'Remove it' : `Change to \`${plain}\``, edits: [{ range, text: plain }] }],
      };
      yield { range, message: messageFor(characters), ...fix };
    }
  },
};

function messageFor(characters: string): string {
  const points = [...new Set(characters)].slice(0, 5).map((character) => {
    const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return /[\p{C}\p{Z}]/u.test(character) ? `U+${point}` : `\`${character}\` (U+${point})`;
  });
  const which = points.length === 1 ? `the character ${points[0]}` : `the characters ${points.join(', ')}`;
  return `IAM does not accept ${which} in a policy, also not in a \`Sid\`: only those up to U+00FF. Write it in plain letters.`;
}

function plainText(characters: string): string | undefined {
  const plain = Array.from(characters, (character) => lookUp(PLAIN, character));
  return plain.includes(undefined) ? undefined : plain.join('');
}

const LEADING_WHITESPACE: Check = {
  id: 'LEADING_WHITESPACE',
  severity: 'warning',
  types: TYPES,
  rank: 'format',
  page: iamPage('reference_policies_grammar'),
  *find({ text }): Iterable<Found> {
    const blanks = /^[\t\n\r ]+/.exec(text)?.[0].length;
    if (blanks === undefined) return;
    const range = { start: 0, end: blanks };
    const message =
      'The text starts with blanks before its first `{`, as templates leave them. IAM refuses the document; remove them.';
    yield { range, message, fixes: [{ title: 'Remove the blanks', edits: [{ range, text: '' }] }] };
  },
};

export const CHARACTER_CHECKS: readonly Check[] = [INVALID_CHARACTER, LEADING_WHITESPACE];
