// Numbers, dates, booleans, bytes and addresses as the rules read them; `undefined` is malformed (C33).

/** A decimal number, exactly: `digits` times ten to the power of `exponent` (C43). */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** C42. */
export function readNumber(text: string): Decimal | undefined {
  const parts = /^([+-]?)(?:(\d+)(?:\.(\d+))?|\.(\d+))(?:[eE]([+-]?\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = '', bare = '', power = '0'] = parts;
  const after = fraction + bare;
  const digits = BigInt(`${whole}${after}`);
  return { digits: sign === '-' ? -digits : digits, exponent: Number(power) - after.length };
}

/** Below zero, zero, or above, as `a` is less than, equal to, or greater than `b` (C43). */
export function compare(a: Decimal, b: Decimal): number {
  const low = Math.min(a.exponent, b.exponent);
  const x = a.digits * 10n ** BigInt(a.exponent - low);
  const y = b.digits * 10n ** BigInt(b.exponent - low);
  return x < y ? -1 : x > y ? 1 : 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1 January 1970, counted one year and one month after the other. */
function dayNumber(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let m = 1; m < month; m += 1) days += daysInMonth(year, m);
  for (let y = 1970; y < year; y += 1) days += 337 + daysInMonth(y, 2);
  for (let y = year; y < 1970; y += 1) days -= 337 + daysInMonth(y, 2);
  return days;
}

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:[Zz]|([+-])(\d{2}):(\d{2}))?)?)?)?$/;

/** C47, C48, C49: the instant in seconds. */
function readIso(text: string): Decimal | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const number = (at: number, missing: number) => (parts[at] === undefined ? missing : Number(parts[at]));
  const [year, month, day] = [number(1, 0), number(2, 1), number(3, 1)];
  const [hour, minute, second] = [number(4, 0), number(5, 0), number(6, 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || number(9, 0) > 23 || number(10, 0) > 59) return undefined;
  const offset = (number(9, 0) * 60 + number(10, 0)) * 60 * (parts[8] === '-' ? -1 : 1);
  const seconds = dayNumber(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
  const fraction = parts[7] ?? '';
  const scale = 10n ** BigInt(fraction.length);
  return { digits: BigInt(seconds) * scale + BigInt(`0${fraction}`), exponent: -fraction.length };
}

/** C47 to C51: the instant in seconds since 1970. */
export function readDate(text: string): Decimal | undefined {
  if (/^\d{4}$/.test(text)) return readIso(text); // C50: four digits are a year
  const number = /[eE]/.test(text) ? undefined : readNumber(text);
  if (number === undefined) return readIso(text);
  const size = number.digits < 0n ? -number.digits : number.digits;
  const milliseconds = compare({ digits: size, exponent: number.exponent }, { digits: 1n, exponent: 11 }) >= 0;
  return milliseconds ? { digits: number.digits, exponent: number.exponent - 3 } : number; // C51
}

/** C53: an instant as `YYYY-MM-DDThh:mm:ssZ`, with a fraction only where there is one. */
export function writeIso(instant: Decimal): string {
  const fractionDigits = Math.max(0, -instant.exponent);
  const scaled = instant.digits * 10n ** BigInt(Math.max(0, instant.exponent));
  const scale = 10n ** BigInt(fractionDigits);
  const seconds = scaled >= 0n ? scaled / scale : -((-scaled + scale - 1n) / scale);
  const fraction = (scaled - seconds * scale).toString().padStart(fractionDigits, '0').replace(/0+$/, '');
  const whole = new Date(Number(seconds) * 1_000).toISOString().slice(0, 19);
  return `${whole}${fractionDigits > 0 && fraction !== '' ? `.${fraction}` : ''}Z`;
}

/** C53: seconds in shortest decimal digits. */
export function writeSeconds(instant: Decimal): string {
  const negative = instant.digits < 0n;
  const digits = (negative ? -instant.digits : instant.digits) * 10n ** BigInt(Math.max(0, instant.exponent));
  const places = Math.max(0, -instant.exponent);
  const text = digits.toString().padStart(places + 1, '0');
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  const whole = text.slice(0, text.length - places);
  return `${negative ? '-' : ''}${whole}${places > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

/** C55, C121. */
export function readBool(text: string): 'true' | 'false' | undefined {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word : undefined;
}

/** C62: well-formed base64 has one spelling only, so that the text stands for its bytes. */
export function readBinary(text: string): string | undefined {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const data = text.slice(0, text.length - padding);
  if (Array.from(data).some((char) => !alphabet.includes(char))) return undefined;
  const last = alphabet.indexOf(data.at(-1) ?? 'A');
  return last % 4 ** padding === 0 ? text : undefined;
}

/** An address or a range of addresses: the bits that count. */
export interface Network {
  readonly family: 4 | 6;
  readonly bits: string;
}

function bits4(text: string): string | undefined {
  const octets = text.split('.');
  if (octets.length !== 4) return undefined;
  if (octets.some((octet) => !/^(0|[1-9]\d{0,2})$/.test(octet) || Number(octet) > 255)) return undefined; // C70
  return octets.map((octet) => Number(octet).toString(2).padStart(8, '0')).join('');
}

/** C68. */
function bits6(text: string): string | undefined {
  const quad = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (quad !== null) {
    const low = bits4(quad[2] ?? '');
    if (low === undefined) return undefined;
    const group = (from: number) => Number.parseInt(low.slice(from, from + 16), 2).toString(16);
    return bits6(`${quad[1]}${group(0)}:${group(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = groups.flat();
  if (given.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  if (halves.length === 1 ? given.length !== 8 : given.length > 7) return undefined;
  const missing = Array.from({ length: 8 - given.length }, () => '0');
  const all = halves.length === 1 ? given : [...(groups[0] ?? []), ...missing, ...(groups[1] ?? [])];
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

const MAPPED = `${'0'.repeat(80)}${'1'.repeat(16)}`;

/** C64 to C71. */
export function readNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  if (rest.length > 0 || (prefix !== undefined && !/^\d+$/.test(prefix))) return undefined;
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 6 ? bits6(address) : bits4(address);
  const length = prefix === undefined ? (bits?.length ?? 0) : Number(prefix);
  if (bits === undefined || length > bits.length) return undefined;
  if (family === 6 && bits.startsWith(MAPPED) && length >= 96) return { family: 4, bits: bits.slice(96, length) }; // C69
  return { family, bits: bits.slice(0, length) };
}

/** Whether all of one network lies in another (C64, C71). */
export function contains(outer: Network, inner: Network): boolean {
  return outer.family === inner.family && inner.bits.startsWith(outer.bits);
}
