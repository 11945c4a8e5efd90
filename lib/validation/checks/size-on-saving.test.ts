import { checkCases } from '@/lib/testing/check-cases';

/** A policy with exactly so many characters that are no white space. */
function sized(size: number): string {
  const start =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:111122223333:';
  const end = '"}]}';
  return start + 'q'.repeat(size - start.length - end.length) + end;
}

checkCases('POLICY_SIZE_EXCEEDS_INLINE_QUOTA', {
  invalid: [`«${sized(2049)}»`, `«${sized(6144)}»`],
  valid: [sized(2048), sized(2048).replace('[', '[\n\n\n    '), sized(6145), { type: 'boundary', text: sized(3000) }],
});

checkCases('POLICY_SIZE_EXCEEDS_SESSION_QUOTA', {
  invalid: [`«${sized(2049)}»`, `«${sized(2040).replace('[', '[\n\n        ')}»`],
  valid: [sized(2048), { type: 'identity', text: sized(2049) }],
});
