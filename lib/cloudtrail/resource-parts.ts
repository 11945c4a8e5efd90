import { parseArn } from '@/lib/iam/arn';

// Behind the last one a name is not divided further.
const MOST_PARTS = 6;

/**
 * A resource in the parts by which many are told to be alike, each with the sign in front of it: partition, service, Region and
 * account together, then the name at its slashes and colons. `arn:aws:s3:::` · `shop` · `/img` · `/1.png`.
 */
export function partsOf(resource: string): readonly string[] {
  const arn = parseArn(resource);
  const head = arn ? `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:` : '';
  const parts = [head];
  let from = head.length;
  while (parts.length < MOST_PARTS) {
    const sign = resource.slice(from + 1).search(/[/:]/);
    if (sign < 0) break;
    parts.push(resource.slice(from, from + 1 + sign));
    from += 1 + sign;
  }
  return from < resource.length ? [...parts, resource.slice(from)] : parts;
}

/** What stands for many names behind one: their common sign, and a star. */
export function starOf(parts: readonly string[]): string {
  const signs = new Set(parts.map((part) => (/^[/:]/.test(part) ? part.charAt(0) : '')));
  const [sign = ''] = signs;
  return signs.size === 1 ? `${sign}*` : '*';
}
