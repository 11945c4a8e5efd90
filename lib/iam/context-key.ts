/** Condition key names are compared ignoring case over the whole name, tag keys included (C12). */
export function keyId(key: string): string {
  return key.toLowerCase();
}

/** The service prefix of a condition key in lower case: `s3` of `s3:prefix`, `aws` of `aws:SourceIp`. */
export function keyPrefix(key: string): string {
  const colon = key.indexOf(':');
  return colon < 0 ? '' : key.slice(0, colon).toLowerCase();
}

/** A key of a tag without the tag: never present in a request (C16). */
export function lacksTagKey(key: string): boolean {
  return /^aws:(?:requesttag|resourcetag|principaltag)\/?$/i.test(key);
}
