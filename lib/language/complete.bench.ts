import { bench, describe } from 'vitest';
import { complete } from '@/lib/language/complete';
import type { LanguageContext } from '@/lib/language/context';
import { fullCatalog } from '@/lib/testing/full-catalog';

// Completion at the end of the largest policy that an AWS service stores (some 51,000 characters), where it is slowest: all of a
// service's actions, all services, and ARNs and keys of a statement on a whole service. It has to stay below 10 ms.

const context: LanguageContext = { type: 'resource', catalog: fullCatalog() };
const filler = Array.from({ length: 160 }, (_, index) => ({
  Sid: `Statement${index}`,
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::111122223333:role/service-${index}` },
  Action: ['ec2:Describe*', 'ec2:RunInstances', `s3:GetObject`],
  Resource: [`arn:aws:s3:::bucket-${index}/*`, '*'],
}));

const CASES = [
  ['the elements of a statement', '"Effect": "Allow", ‸'],
  ['every service', '"Action": "‸"'],
  ['the actions of EC2', '"Action": "ec2:‸"'],
  ['the actions of EC2, half typed', '"Action": "ec2:desc‸"'],
  ['ARNs for all of EC2', '"Action": "ec2:*", "Resource": "‸"'],
  ['keys for all of EC2', '"Action": "ec2:*", "Condition": { "StringEquals": { "‸" } }'],
  ['operators', '"Action": "ec2:*", "Condition": { ‸ }'],
] as const;

describe('completion', () => {
  for (const [name, marked] of CASES) {
    const whole = JSON.stringify({ Version: '2012-10-17', Statement: filler }, null, 2);
    const text = whole.replace(/\n {2}\]\n\}$/, `,\n    { ${marked} }\n  ]\n}`);
    const offset = text.indexOf('‸');
    const typed = text.replace('‸', '');
    if (complete(typed, offset, context).length === 0) throw new Error(`${name}: nothing is proposed`);
    bench(name, () => {
      complete(typed, offset, context);
    });
  }
});
