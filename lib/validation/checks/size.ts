import { plural, sayNumber } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import type { Severity } from '@/lib/validation/finding';
import { analyzerPage, iamPage } from '@/lib/validation/pages';
import type { Subject, ValidatedType } from '@/lib/validation/subject';
import { serviceOfPolicy } from '@/lib/validation/terms/policy-service';
import { sizeWithoutBlanks } from '@/lib/validation/terms/size';

// How long a policy may be (R153). https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html

interface Quota {
  readonly id: string;
  readonly severity: Severity;
  readonly types: readonly ValidatedType[];
  readonly page: string;
  /** What the policy has, and what it may have at most. */
  readonly measure: (subject: Subject) => { readonly size: number; readonly most: number };
  readonly advice: string;
}

function sizeCheck({ measure, advice, ...check }: Quota): Check {
  return {
    ...check,
    rank: 'style',
    beside: 'all',
    reads: 'text',
    *find(subject): Iterable<Found> {
      const { size, most } = measure(subject);
      if (size <= most) return;
      const message = `The policy has ${sayNumber(size)} characters, ${plural(size - most, 'one', 'characters')} more than the ${sayNumber(most)} that AWS stores. ${advice}`;
      yield { range: { start: 0, end: subject.text.length }, message: message.replace('1 one more', 'one more') };
    },
  };
}

// Bytes, white space included. What is not listed here is held to 20 KB, as most services have it.
const BYTES_OF_SERVICES: Readonly<Record<string, number>> = {
  kms: 32_768,
  sqs: 8_192,
  sns: 30_720,
  ecr: 10_240,
  glue: 10_240,
  events: 10_240,
  apigateway: 8_192,
  'execute-api': 8_192,
  elasticfilesystem: 20_000,
  logs: 5_120,
};
const USUAL_BYTES = 20_480;

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export const SIZE_CHECKS: readonly Check[] = [
  sizeCheck({
    id: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    severity: 'warning',
    types: ['identity', 'boundary'],
    page: analyzerPage('general-warning', 'policy-size-exceeds-identity-policy-quota'),
    measure: ({ text }) => ({ size: sizeWithoutBlanks(text), most: 6_144 }),
    advice: 'White space is not counted. Split it into several managed policies.',
  }),
  sizeCheck({
    id: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    severity: 'warning',
    types: ['resource'],
    page: analyzerPage('general-warning', 'policy-size-exceeds-resource-policy-quota'),
    measure: ({ text, policy }) => ({
      size: bytesOf(text),
      most: BYTES_OF_SERVICES[serviceOfPolicy(policy) ?? ''] ?? USUAL_BYTES,
    }),
    advice: 'White space is counted. Take it out, or shorten the policy.',
  }),
  sizeCheck({
    id: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    severity: 'warning',
    types: ['trust'],
    page: analyzerPage('general-warning', 'policy-size-exceeds-role-trust-policy-quota'),
    measure: ({ text }) => ({ size: sizeWithoutBlanks(text), most: 2_048 }),
    advice: 'White space is not counted. Shorten it, or ask AWS to raise the quota.',
  }),
  sizeCheck({
    id: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
    severity: 'error',
    types: ['scp'],
    page: analyzerPage('error', 'policy-size-exceeds-scp-quota'),
    measure: ({ text }) => ({ size: text.length, most: 10_240 }),
    advice: 'White space is counted. Take it out, or split the SCP.',
  }),
  sizeCheck({
    id: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
    severity: 'error',
    types: ['rcp'],
    page: iamPage('access-analyzer-reference-policy-checks'),
    measure: ({ text }) => ({ size: text.length, most: 5_120 }),
    advice: 'White space is counted. Take it out, or split the RCP.',
  }),
];
