/** The six parts of an Amazon Resource Name. Empty parts are empty strings (S3 has no Region and no account). */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon, further colons and slashes included. */
  readonly resource: string;
}

const PARTITION = /^aws(?:-[a-z-]+)?$/;
const ACCOUNT = /^\d{12}$/;

/** Splits a text at its first five colons; the sixth part keeps all later ones. Fewer parts where there are fewer colons. */
export function splitArn(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (parts.length < 5) {
    const colon = text.indexOf(':', from);
    if (colon < 0) break;
    parts.push(text.slice(from, colon));
    from = colon + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/**
 * Reads an ARN, or gives `undefined` for anything else. The partition must be one of AWS's; nothing is normalised.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [arn, partition, service, region, account, resource] = splitArn(text);
  if (arn !== 'arn' || partition === undefined || service === undefined || region === undefined) return undefined;
  if (account === undefined || resource === undefined || resource === '' || !PARTITION.test(partition))
    return undefined;
  return { partition, service, region, account, resource };
}

export function printArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;
}

/** Whether a text is an AWS account ID: exactly twelve digits. */
export function isAccountId(text: string): boolean {
  return ACCOUNT.test(text);
}
