import { complete } from '@/lib/language/complete';
import type { LanguageContext } from '@/lib/language/context';
import { fullCatalog } from '@/lib/testing/full-catalog';
import type { Group, Task } from './task';

// Completion at the end of the largest policy that an AWS service stores (some 51,000 characters), where it is slowest: all of a
// service's actions, all services, and ARNs and keys of a statement on a whole service.

const CASES = [
  ['the elements of a statement', '"Effect": "Allow", ‸'],
  ['every service', '"Action": "‸"'],
  ['the actions of EC2', '"Action": "ec2:‸"'],
  ['the actions of EC2, half typed', '"Action": "ec2:desc‸"'],
  ['ARNs for all of EC2', '"Action": "ec2:*", "Resource": "‸"'],
  ['keys for all of EC2', '"Action": "ec2:*", "Condition": { "StringEquals": { "‸" } }'],
  ['operators', '"Action": "ec2:*", "Condition": { ‸ }'],
] as const;

export function languageGroups(): readonly Group[] {
  const context: LanguageContext = { type: 'resource', catalog: fullCatalog() };
  const statements = Array.from({ length: 160 }, (_, index) => ({
    Sid: `Statement${index}`,
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::111122223333:role/service-${index}` },
    Action: ['ec2:Describe*', 'ec2:RunInstances', 's3:GetObject'],
    Resource: [`arn:aws:s3:::bucket-${index}/*`, '*'],
  }));
  const whole = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
  const tasks = CASES.map(([name, marked]): Task => {
    const text = whole.replace(/\n {2}\]\n\}$/, `,\n    { ${marked} }\n  ]\n}`);
    const offset = text.indexOf('‸');
    const typed = text.replace('‸', '');
    if (complete(typed, offset, context).length === 0) throw new Error(`${name}: nothing is proposed`);
    return { name, run: () => complete(typed, offset, context), aim: { milliseconds: 10 } };
  });
  return [{ name: 'completion', title: `completion: in ${whole.length.toLocaleString('en-US')} characters`, tasks }];
}
