import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { openDocument } from '@/lib/diagnosis/open';
import { redact } from '@/lib/diagnosis/redact';
import { MAX_POLICIES } from '@/lib/diagnosis/restore';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { tidied } from '@/lib/diagnosis/tidy';
import { fromBase64url, toBase64url } from '@/lib/permalink/base64url';
import { crc32 } from '@/lib/permalink/crc32';
import { DICTIONARY } from '@/lib/permalink/dictionary';
import { cleanPayload, LINK_MARK } from '@/lib/permalink/find-link';
import { inflateBounded } from '@/lib/permalink/inflate';
import type { Problem } from '@/lib/text/problem';
import { sayNumber } from '@/lib/text/wording';

// A link's payload, as bytes written in base64url:
//   1 byte    version
//   4 bytes   CRC-32 of the packed bytes, most significant first
//   1-4 bytes how many packed bytes follow, 7 bits a byte, least significant first
//   the rest  the document's JSON in UTF-8, packed by raw deflate against the version's dictionary
// The length is there so that a link that was cut is told from one that was damaged, and what a chat program hung on is dropped.

const VERSION = 1;
/** Longest payload, in characters. Browsers take addresses of about two million. */
const MAX_PAYLOAD = 1_500_000;
/** Longest document, in bytes of UTF-8. */
const MAX_INFLATED = 6_000_000;
const CHECKSUM_AT = 1;
const LENGTH_AT = 5;

export type Encoded =
  | {
      /** Goes behind the address of the page `/diagnose/`. */
      readonly fragment: string;
      /** Kinds of secrets that were cut and are not in the link. */
      readonly cut: readonly string[];
    }
  /** A sentence: why there is no link, and what to do. */
  | { readonly refused: string };

export type Decoded =
  | { readonly document: DiagnosisDocument; readonly problems: readonly Problem[] }
  /** A sentence: why the link opens nothing, and what to do. */
  | { readonly refused: string };

/** The fragment of a link that holds the whole document, without its secrets. Only what the format has is put in. */
export function encodeLink(document: DiagnosisDocument): Encoded {
  const policies = document.policies?.length ?? 0;
  if (policies > MAX_POLICIES) return { refused: tooManyPolicies(policies) };
  const { document: clean, kinds } = redact(tidied(document));
  const bytes = strToU8(JSON.stringify(clean));
  if (bytes.length > MAX_INFLATED) return { refused: TOO_LARGE_TO_LINK };
  const payload = toBase64url(framed(deflateSync(bytes, { level: 9, dictionary: strToU8(DICTIONARY) })));
  return payload.length > MAX_PAYLOAD ? { refused: TOO_LARGE_TO_LINK } : { fragment: LINK_MARK + payload, cut: kinds };
}

/**
 * Reads a link, its fragment or its payload, whatever happened to it on its way. INVARIANT: never throws, and never gives
 * another document than the one that was sent.
 */
export function decodeLink(text: string): Decoded {
  if (text.length > 3 * MAX_PAYLOAD) return { refused: TOO_LARGE };
  const payload = cleanPayload(text);
  if (payload === '') return { refused: EMPTY };
  if (payload.length > MAX_PAYLOAD) return { refused: TOO_LARGE };
  const bytes = fromBase64url(payload);
  const [version = 0] = bytes;
  if (version > VERSION) return { refused: newer(version) };
  if (version < VERSION) return { refused: DAMAGED };
  if (bytes.length < LENGTH_AT + 4) return { refused: cut(0) };
  const { length, start } = readLength(bytes);
  if (bytes.length < start + length) return { refused: cut((bytes.length - start) / length) };
  const packed = bytes.subarray(start, start + length);
  const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(CHECKSUM_AT);
  return crc32(packed) === expected ? unpack(packed) : { refused: DAMAGED };
}

function framed(packed: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = packed.length; rest > 0 || length.length === 0; rest >>>= 7)
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  const bytes = new Uint8Array(LENGTH_AT + length.length + packed.length);
  bytes[0] = VERSION;
  new DataView(bytes.buffer).setUint32(CHECKSUM_AT, crc32(packed));
  bytes.set(length, LENGTH_AT);
  bytes.set(packed, LENGTH_AT + length.length);
  return bytes;
}

function readLength(bytes: Uint8Array): { readonly length: number; readonly start: number } {
  let length = 0;
  for (let place = 0; place < 4; place++) {
    const byte = bytes[LENGTH_AT + place] ?? 0;
    length |= (byte & 0x7f) << (7 * place);
    if (byte < 0x80) return { length, start: LENGTH_AT + place + 1 };
  }
  return { length, start: LENGTH_AT + 4 };
}

function unpack(packed: Uint8Array): Decoded {
  const inflated = inflateBounded(packed, strToU8(DICTIONARY), MAX_INFLATED);
  if ('refused' in inflated) return { refused: inflated.refused === 'tooLarge' ? TOO_LARGE : DAMAGED };
  const { document, problems } = openDocument(strFromU8(inflated.bytes));
  if (document) return { document, problems };
  return { refused: `The link was read, but what it holds cannot be opened. ${problems[0]?.message ?? ''}`.trim() };
}

const EMPTY = 'This link holds no diagnosis: nothing follows `#w=`. Copy the link again as a whole.';
const DAMAGED =
  'This link was damaged on its way: some of its characters are wrong or missing. Copy it again as a whole, or ask for the exported file.';
const TOO_LARGE = `This link is too large to be opened: links hold up to ${sayNumber(MAX_PAYLOAD)} characters. Ask for the exported file.`;
const TOO_LARGE_TO_LINK =
  'This diagnosis is too large for a link. Export it as a file, or remove policies that have nothing to do with the request.';

function cut(arrived: number): string {
  const percent = Math.floor(arrived * 100);
  const share = percent >= 1 ? ` Only ${percent} % of it arrived.` : '';
  return `This link was cut on its way.${share} Copy it again as a whole; chat and mail programs cut long links, so an exported file may travel better.`;
}

function newer(version: number): string {
  return `This link was made by a newer WhyDenied (link version ${version}; this one reads version ${VERSION}), or it was damaged. Reload the page or update, then open the link again.`;
}

function tooManyPolicies(count: number): string {
  return `This diagnosis holds ${count} policies, and a link takes up to ${MAX_POLICIES}. Remove policies that have nothing to do with the request.`;
}
