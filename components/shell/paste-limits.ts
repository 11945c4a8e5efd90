import { sayNumber } from '@/lib/text/wording';

/** Longest pasted text that is looked at: the details of a large account have some millions of characters. The workspace has the same limit. */
export const MAX_PASTE = 4_000_000;

/** Text never holds the character NUL; compressed and compiled files nearly always do. */
export function isBinary(text: string): boolean {
  return text.includes('\0');
}

/** Why a text cannot be taken at all, as a sentence; nothing where it can. */
export function refusePaste(text: string): string | undefined {
  if (text.length > MAX_PASTE) return tooLong(text.length);
  return isBinary(text) ? BINARY : undefined;
}

function tooLong(length: number): string {
  return `The pasted text has ${sayNumber(length)} characters, and this page reads up to ${sayNumber(MAX_PASTE)}. Nothing was changed. Paste the error message, the event or one policy alone.`;
}

const BINARY =
  'What you pasted is not text: it holds control characters as compressed or compiled files do. Nothing was changed. Paste the error message, the event or the policy as text.';
