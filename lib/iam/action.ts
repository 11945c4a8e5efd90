import { wildcardMatcher } from '@/lib/text/wildcard';

/** The service prefix of an action in lower case (`s3` of `S3:GetObject`), or the empty text where there is none. */
export function servicePrefix(action: string): string {
  const colon = action.indexOf(':');
  return colon < 0 ? '' : asciiLower(action.slice(0, colon));
}

/** Whether a text has the form of a concrete action, `prefix:Name`. */
export function isAction(text: string): boolean {
  return /^[A-Za-z0-9-]+:[A-Za-z0-9_*?-]+$/.test(text);
}

/** An action as actions are compared: ignoring ASCII letter case (R117). */
export function actionId(action: string): string {
  return asciiLower(action);
}

/**
 * A pattern of `Action` or `NotAction`, ready to be compared with actions as `actionId` writes them: the whole text, `*` and
 * `?` as wildcards (R117). A pattern without a colon other than stars only fits nothing (R118).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionMatcher(pattern: string): (id: string) => boolean {
  if (!pattern.includes(':') && !/^\*+$/.test(pattern)) return () => false;
  return wildcardMatcher(asciiLower(pattern));
}

/** Whether a pattern fits one action, both as written. Of a pattern that is compared often, keep the `actionMatcher`. */
export function actionMatches(pattern: string, action: string): boolean {
  return actionMatcher(pattern)(actionId(action));
}

function asciiLower(text: string): string {
  if (!/[A-Z]/.test(text)) return text;
  // Other letters stay as they are, so a text that has some takes the slow way.
  return /[^ -~]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text.toLowerCase();
}
