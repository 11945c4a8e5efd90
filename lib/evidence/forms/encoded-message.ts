import type { DenialReport } from '@/lib/evidence/evidence';

// EC2's encoded authorization message. Only AWS can decode it, so it is kept whole for the command that asks AWS.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html

const LEAD = /encoded\s{1,8}authorization\s{1,8}(?:failure\s{1,8})?message:?\s{0,8}(?=[\w-]{4})/i;
const LONGEST = 40_000;
// Shorter ones were cut by whoever pasted them: real ones have some hundred characters.
const SHORTEST = 100;

/** The encoded message of a text: that there is one, and itself where it is whole. */
export function readEncodedMessage(text: string): Pick<DenialReport, 'encodedMessage' | 'encodedText'> {
  const lead = LEAD.exec(text);
  if (!lead) return {};
  const start = lead.index + lead[0].length;
  const { blob, isCut } = readBlob(text.slice(start, start + LONGEST).split('\n'));
  return { encodedMessage: true, ...(!isCut && blob.length >= SHORTEST && { encodedText: blob }) };
}

/** One run of letters; a terminal may have broken it into lines of one length and a shorter last one. */
function readBlob(lines: readonly string[]): { readonly blob: string; readonly isCut: boolean } {
  let blob = '';
  let width = 0;
  for (const [place, line] of lines.entries()) {
    const piece = /^\s{0,8}([\w-]{1,40000})/.exec(line)?.[1] ?? '';
    if (piece === '' || (place > 1 && piece.length > width) || (place > 0 && width < 40)) break;
    blob += piece;
    const rest = line.trim().slice(piece.length);
    if (rest !== '') return { blob, isCut: /^\s?(?:…|\.\.|\[|\()/.test(rest) };
    if (place > 1 && piece.length < width) break;
    width = place === 0 ? Math.max(40, piece.length) : piece.length;
  }
  return { blob, isCut: blob.length === LONGEST };
}
