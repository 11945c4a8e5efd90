// Small policies for tests of findings. What a test gives is the text of a statement's elements, with marks where it wants them.

/** A policy of one statement with these elements. */
export function policyOf(...statements: readonly string[]): string {
  const list = statements.map((elements) => `{ ${elements} }`).join(', ');
  return `{ "Version": "2012-10-17", "Statement": [${list}] }`;
}

const RESOURCE = '"Resource": "arn:aws:s3:::shop/cat.png"';

/** Elements that no check has anything to say about, for an identity-based policy. */
export const READ = `"Effect": "Allow", "Action": "s3:GetObject", ${RESOURCE}`;

/** An identity-based policy that allows this and nothing else. */
export function allow(action: string, resource = '"arn:aws:s3:::shop/cat.png"'): string {
  return policyOf(`"Effect": "Allow", "Action": ${action}, "Resource": ${resource}`);
}

/** A policy that reads one object under this condition. */
export function when(condition: string): string {
  return policyOf(`${READ}, "Condition": ${condition}`);
}

/** The policy of a bucket for this principal. */
export function bucketPolicy(principal: string, more = ''): string {
  return policyOf(`"Principal": ${principal}, ${READ}${more}`);
}

/** A role's trust policy for this principal. */
export function trustPolicy(principal: string, action = '"sts:AssumeRole"', more = ''): string {
  return policyOf(`"Effect": "Allow", "Principal": ${principal}, "Action": ${action}${more}`);
}
