import type { Catalog } from '@/lib/catalog/catalog';
import { SERVICE_PRINCIPAL_NAMES } from '@/lib/iam/service-principals';
import { nearestName } from '@/lib/text/nearest';

const OUTSIDE_AMAZONAWS: ReadonlySet<string> = new Set(['alexa-appkit.amazon.com', 'alexa-connectedhome.amazon.com']);

// Last of them the partitions that AWS runs apart.
const SUFFIXES = [
  '.amazonaws.com.cn',
  '.amazonaws.com',
  '.amazonaws.eu',
  '.amazon.com',
  '.aws.internal',
  '.aws.com',
  '.c2s.ic.gov',
  '.sc2s.sgov.gov',
];
const LABELS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
const REGION = /(?:^|\.)[a-z]{2}(?:-[a-z]+){1,2}-\d$/;

/** What stands before the domain of a host that can be a service principal; `undefined` for any other text. */
export function serviceName(host: string): string | undefined {
  const lower = host.toLowerCase();
  const suffix = SUFFIXES.find((one) => lower.endsWith(one));
  const name = suffix && lower.slice(0, -suffix.length);
  return name !== undefined && LABELS.test(name) ? name : undefined;
}

/** Whether a well-formed service principal is one that AWS has; a part of a known service counts as known. */
export function isKnownService(host: string, catalog: Catalog): boolean {
  const name = serviceName(host);
  if (name === undefined) return false;
  if (OUTSIDE_AMAZONAWS.has(host.toLowerCase())) return true;
  if (!/\.amazonaws\.com(?:\.cn)?$/i.test(host)) return !/\.amazon\.com$/i.test(host);
  const plain = name.replace(REGION, '');
  const last = plain.slice(plain.lastIndexOf('.') + 1);
  return plain === '' || [plain, last].some((one) => SERVICE_PRINCIPAL_NAMES.has(one) || catalog.isService(one));
}

/** The service principal that a misspelt or shortened one means: `lambda` is `lambda.amazonaws.com`. */
export function meantService(written: string, catalog: Catalog): string | undefined {
  const host = written.trim().toLowerCase();
  const domain = host.endsWith('.cn') ? '.amazonaws.com.cn' : '.amazonaws.com';
  const name = host.replace(/\.(?:amazonaws?|aws)(?:\..*)?$/, '');
  if (!LABELS.test(name)) return undefined;
  const meant = nearestName(name, [...SERVICE_PRINCIPAL_NAMES, ...catalog.prefixes]);
  return meant && `${meant}${domain}`;
}
