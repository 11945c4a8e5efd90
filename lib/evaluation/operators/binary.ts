import { comparing, type Operator } from '@/lib/evaluation/operators/operator';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 with its padding and no bits set behind the data (C62). Equal texts are then equal bytes. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return false;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (padding === 0) return true;
  const last = ALPHABET.indexOf(text.charAt(text.length - padding - 1));
  return (last & (padding === 2 ? 15 : 3)) === 0;
}

export const BINARY_EQUALS: Operator = {
  name: 'BinaryEquals',
  variables: false,
  wildcards: false,
  prepare: comparing(
    (text) => (isBase64(text) ? text : undefined),
    (given, wanted) => given === wanted,
  ),
};
