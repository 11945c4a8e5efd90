import { Inflate } from 'fflate';

export type Inflated = { readonly bytes: Uint8Array } | { readonly refused: 'broken' | 'tooLarge' };

// Deflate unpacks to at most 1,032 times its size, so that one slice never exceeds the bound by more than this.
const SLICE = 4_096;

/** Unpacks raw deflate and stops as soon as the result grows past the bound: a few bytes can stand for gigabytes. */
export function inflateBounded(packed: Uint8Array, dictionary: Uint8Array, most: number): Inflated {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate({ dictionary }, (chunk) => {
    size += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch {
    return { refused: 'broken' };
  }
  if (size > most) return { refused: 'tooLarge' };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes };
}
