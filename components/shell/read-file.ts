import { code } from '@/lib/text/wording';
import { isBinary } from './paste-limits';

/** A file's text, or the sentence that says why it has none. */
export type FileText = { readonly text: string } | { readonly refused: string };

// A policy has at most some 20,000 characters, an exported diagnosis some hundred thousand.
const MAX_BYTES = 5_000_000;

/** Reads a file as text in UTF-8, or UTF-16 where it begins with that mark. */
export async function readTextFile(file: File): Promise<FileText> {
  const name = code(file.name);
  if (file.size > MAX_BYTES) {
    const megabytes = (file.size / 1_000_000).toFixed(1);
    return {
      refused: `The file ${name} has ${megabytes} MB, and files of up to 5 MB are read. Nothing was changed. Cut out the policy or the event you need and open that.`,
    };
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = decode(bytes);
    if (text === undefined) {
      return {
        refused: `The file ${name} is not text, so there is nothing to read in it. Nothing was changed. Open the policy or the message as a text or JSON file.`,
      };
    }
    if (text.trim() === '') return { refused: `The file ${name} is empty. Nothing was changed.` };
    return { text };
  } catch {
    return { refused: `The browser could not read ${name}. Folders cannot be opened; choose a file.` };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
    return isBinary(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
