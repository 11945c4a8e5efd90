// Pages of AWS's documentation that several checks rest on.

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

type Chapter = 'error' | 'security-warning' | 'general-warning' | 'suggestion';

/** The entry of IAM Access Analyzer's reference of policy checks. */
export function analyzerPage(chapter: Chapter, name: string): string {
  return `${GUIDE}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-${chapter}-${name}`;
}

/** A page of the IAM User Guide. */
export function iamPage(name: string): string {
  return `${GUIDE}/${name}.html`;
}
