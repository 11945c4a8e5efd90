import ipaddr from 'ipaddr.js';
import { comparing, type Operator } from '@/lib/evaluation/operators/operator';

/** An address range: all addresses that share the first `prefix` bits. */
export interface AddressRange {
  readonly bytes: readonly number[];
  readonly prefix: number;
}

/**
 * Reads an address or a CIDR range (C64 to C70). IPv4-mapped IPv6 counts as the IPv4 address it carries. Octets with a
 * leading zero, zones, brackets, ports and netmasks are malformed.
 */
export function readAddressRange(text: string): AddressRange | undefined {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || (length !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(length))) return undefined;
  const bytes = readAddress(address);
  if (bytes === undefined) return undefined;
  const prefix = length === undefined ? bytes.length * 8 : Number(length);
  if (prefix > bytes.length * 8) return undefined;
  return isMapped(bytes) && prefix >= 96 ? { bytes: bytes.slice(12), prefix: prefix - 96 } : { bytes, prefix };
}

// Four decimal numbers without leading zeros, which some read as octal.
const FOUR_PARTS = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;

function readAddress(text: string): readonly number[] | undefined {
  if (FOUR_PARTS.test(text)) {
    const bytes = text.split('.').map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
  return ipaddr.IPv6.parse(text).toByteArray();
}

function isMapped(bytes: readonly number[]): boolean {
  return (
    bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  );
}

/** Whether all of `inner` lies in `outer`; families never meet (C67, C71). */
export function containsRange(outer: AddressRange, inner: AddressRange): boolean {
  if (outer.bytes.length !== inner.bytes.length || inner.prefix < outer.prefix) return false;
  return outer.bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, outer.prefix - index * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return (byte & mask) === ((inner.bytes[index] ?? 0) & mask);
  });
}

/** The range as a network is written, with no bits behind its mask: `203.0.113.0/24` for `203.0.113.9/24`. */
export function writeNetwork({ bytes, prefix }: AddressRange): string {
  const network = bytes.map((byte, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8));
    return byte & ((0xff << (8 - bits)) & 0xff);
  });
  return `${ipaddr.fromByteArray(network).toString()}/${prefix}`;
}

export const IP_ADDRESS: Operator = {
  name: 'IpAddress',
  negatedName: 'NotIpAddress',
  variables: false,
  wildcards: false,
  prepare: comparing(readAddressRange, (given, wanted) => containsRange(wanted, given)),
};
