import { textAt } from '@/lib/evidence/members';
import { parseArn } from '@/lib/iam/arn';
import { type JsonObject, member } from '@/lib/text/json';

// The answer of `aws sts get-caller-identity`.
// https://docs.aws.amazon.com/cli/latest/reference/sts/get-caller-identity.html

/** The caller's ARN, from JSON. */
export function readCallerIdentity(object: JsonObject): string | undefined {
  const arn = textAt(object, 'Arn');
  const isIdentity = member(object, 'UserId') !== undefined && member(object, 'Account') !== undefined;
  return isIdentity && arn !== undefined && parseArn(arn) ? arn : undefined;
}

const TEXT =
  /^\s{0,20}\d{12}\s{1,8}(arn:aws[\w-]{0,12}:(?:iam|sts)::\d{12}:\S{1,600})\s{1,8}[A-Z0-9]{12,60}(?::\S{1,80})?\s{0,20}$/;
const LINES = /^\s{0,8}"?'?Arn'?"?\s{0,4}[:|]\s{0,8}["']?(arn:aws[\w-]{0,12}:(?:iam|sts)::\d{12}:[^\s"',|]{1,600})/m;

/** The caller's ARN, from the command's other formats: text, YAML, table. */
export function readCallerIdentityText(text: string): string | undefined {
  if (text.length > 2000) return undefined;
  if (/\bUserId\b/.test(text) && /\bAccount\b/.test(text)) return LINES.exec(text.replaceAll('|  Arn', 'Arn'))?.[1];
  return TEXT.exec(text)?.[1];
}
