import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { workloads } from '@/lib/testing/workloads';
import { validate } from '@/lib/validation/validate';
import { createValidator } from '@/lib/validation/validator';
import type { Group } from './task';

// A keystroke has to be answered before the next one: policies of the sizes that AWS stores, and far beyond.

export function validationGroups(): readonly Group[] {
  const catalog = fullCatalog();
  const texts = Array.from({ length: 10 }, (_, first) => many(24, (place) => usual(24 * first + place)));
  const large = many(440, usual);
  const statements = many(10_000, (place) => ({
    Effect: 'Allow',
    Action: 's3:*',
    Resource: `arn:aws:s3:::b${place}/*`,
  }));
  const check = (text: string) => validate('identity', text, catalog);
  const document = workloads().large;
  const remembering = createValidator(catalog);
  return [
    {
      name: 'validation',
      title: 'validation: managed policies of 6,144 characters, and larger ones than AWS stores',
      tasks: [
        { name: 'the one that is being typed', run: () => check(texts[0] ?? ''), aim: { milliseconds: 10 } },
        { name: 'ten of them', run: () => texts.map(check) },
        { name: '100,000 characters', run: () => check(large) },
        { name: '10,000 statements', run: () => check(statements) },
      ],
    },
    {
      name: 'validation',
      title: 'validation: all policies of the large diagnosis',
      tasks: [
        {
          name: 'one edit, the others remembered',
          run: (run) => textsOf(document, editOf(run)).map(([type, text]) => remembering(type, text)),
          aim: { milliseconds: 5 },
        },
        {
          name: 'texts that were never checked',
          run: (run) => textsOf(document, renaming(run)).map(([type, text]) => validate(type, text, catalog)),
          aim: { milliseconds: 5 },
        },
      ],
    },
  ];
}

type Change = (text: string, place: number) => string;

function textsOf({ policies = [] }: DiagnosisDocument, change: Change): readonly (readonly [PolicyType, string])[] {
  return policies.map((policy, place) => [policy.type, change(policyText(policy), place)]);
}

/** A character more in the first policy, another one each time. */
function editOf(run: number): Change {
  return (text, place) => (place === 0 ? text.replace('"Sid": "', `"Sid": "e${run}`) : text);
}

/** Other names of statements, teams, tables and queues, as new texts have them. */
function renaming(run: number): Change {
  return (text) => text.replaceAll(/\b(?:Statement|team-|orders-|jobs-)(?=\d)/g, (name) => `${name}${run}x`);
}

function many(count: number, statement: (place: number) => object): string {
  const statements = Array.from({ length: count }, (_, place) => statement(place));
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

function usual(place: number): object {
  return {
    Sid: `Team${place}`,
    Effect: place % 5 === 0 ? 'Deny' : 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', 'ec2:Describe*'],
    Resource: [`arn:aws:s3:::team-${place}/*`, `arn:aws:s3:::team-${place}`],
    Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${place}` } },
  };
}
