import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';

/** The service prefix of an action in lower case (`s3` of `S3:GetObject`), or the empty text where there is none. */
export function servicePrefix(action: string): string {
  const colon = action.indexOf(':');
  return colon < 0 ? '' : asciiLower(action.slice(0, colon));
}

/** Whether a text has the form of a concrete action, `prefix:Name`. */
export function isAction(text: string): boolean {
  return /^[A-Za-z0-9-]+:[A-Za-z0-9_*?-]+$/.test(text);
}

/**
 * Whether a pattern of `Action` or `NotAction` fits an action: the whole text, ignoring ASCII letter case, `*` and `?` as
 * wildcards (R117). A pattern without a colon other than stars only fits nothing (R118).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionMatches(pattern: string, action: string): boolean {
  if (!pattern.includes(':') && !/^\*+$/.test(pattern)) return false;
  return matchesPattern(wildcardPattern(asciiLower(pattern)), asciiLower(action));
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
