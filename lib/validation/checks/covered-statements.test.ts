import { checkCases } from '@/lib/testing/check-cases';

/** Statements with an opening brace that may be marked: `A`llow or `D`eny, action, resource, and more. */
function policy(...statements: readonly (readonly ['A' | 'D', string, string, string?, '«'?])[]): string {
  const list = statements.map(([effect, action, resource, more = '', mark]) => {
    const brace = mark === '«' ? '«{»' : '{';
    const word = effect === 'A' ? 'Allow' : 'Deny';
    return `${brace} "Effect": "${word}", "Action": ${action}, "Resource": ${resource}${more} }`;
  });
  return `{ "Version": "2012-10-17", "Statement": [${list.join(', ')}] }`;
}

const QUEUE = '"arn:aws:sqs:us-east-1:111122223333:q"';
const VIA = ', "Condition": { "Bool": { "aws:ViaAWSService": "true" } }';
const VIA_AS_LIST = ', "Condition": { "Bool": { "aws:ViaAWSService": ["true"] } }';

checkCases('ACTION_IN_ALLOW_AND_DENY', {
  invalid: [
    policy(['A', '"sqs:SendMessage"', QUEUE, '', '«'], ['D', '"sqs:*"', '"*"']),
    policy(
      ['D', '["sqs:send*", "sqs:Receive*"]', '"*"'],
      ['A', '["sqs:SendMessage", "sqs:ReceiveMessage"]', QUEUE, VIA, '«'],
    ),
    policy(['A', '"sqs:Send*"', QUEUE, '', '«'], ['D', '"sqs:Send*"', QUEUE]),
    {
      text: '{ "Version": "2012-10-17", "Statement": [«{» "Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:*:*:q-*" }, { "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }] }',
    },
    {
      text: '{ "Version": "2012-10-17", "Statement": [«{» "Effect": "Allow", "NotAction": ["iam:*", "s3:*"], "Resource": "arn:aws:sqs:us-east-1:111122223333:q" }, { "Effect": "Deny", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::*" }] }',
      also: ['ALLOW_NOT_ACTION'],
    },
    {
      type: 'resource',
      text: policy(
        ['A', '"sqs:SendMessage"', QUEUE, ', "Principal": { "AWS": "444455556666" }', '«'],
        ['D', '"sqs:SendMessage"', QUEUE, ', "Principal": { "AWS": ["444455556666", "777788889999"] }'],
      ),
    },
  ],
  valid: [
    policy(['A', '"sqs:SendMessage"', QUEUE], ['D', '"sqs:*"', '"*"', VIA]),
    policy(['A', '["sqs:SendMessage", "sqs:ReceiveMessage"]', QUEUE], ['D', '"sqs:Send*"', '"*"']),
    policy(['A', '"sqs:Send*"', QUEUE], ['D', '"sqs:SendMessage"', QUEUE]),
    policy(['A', '"sqs:SendMessage"', '"*"'], ['D', '"sqs:SendMessage"', QUEUE]),
    policy(['A', '"sqs:*"', QUEUE], ['D', '"sqs:?"', QUEUE]),
    {
      type: 'resource',
      text: policy(
        ['A', '"sqs:SendMessage"', QUEUE, ', "Principal": { "AWS": "444455556666" }'],
        ['D', '"sqs:SendMessage"', QUEUE, ', "Principal": { "AWS": "777788889999" }'],
      ),
    },
  ],
});

checkCases('STATEMENT_COVERED', {
  invalid: [
    policy(['A', '"sqs:SendMessage"', QUEUE, '', '«'], ['A', '"sqs:Send*"', '"arn:aws:sqs:*:111122223333:*"']),
    policy(['A', '["sqs:SendMessage", "sqs:ReceiveMessage"]', QUEUE], ['A', '"sqs:SendMessage"', QUEUE, VIA, '«']),
    policy(
      ['D', '["sqs:SendMessage", "sqs:ReceiveMessage"]', QUEUE, VIA_AS_LIST],
      ['D', '"sqs:SendMessage"', QUEUE, VIA, '«'],
    ),
    // Of two that say the same in other words, the later one.
    policy(['A', '"sqs:Send*"', QUEUE], ['A', '["sqs:Send*", "sqs:SendMessage"]', QUEUE, '', '«']),
  ],
  valid: [
    policy(['A', '"sqs:SendMessage"', QUEUE], ['A', '"sqs:ReceiveMessage"', QUEUE]),
    policy(['A', '"sqs:SendMessage"', QUEUE], ['A', '"sqs:Send*"', QUEUE, VIA]),
    policy(['A', '"sqs:SendMessage"', QUEUE], ['D', '"sqs:Send*"', QUEUE]),
    policy(
      ['A', '"sqs:SendMessage"', QUEUE, VIA],
      ['A', '"sqs:Send*"', QUEUE, ', "Condition": { "Bool": { "aws:ViaAWSService": "false" } }'],
    ),
    // Equal statements are told by another check.
    policy(
      ['A', '["sqs:SendMessage", "sqs:ReceiveMessage"]', QUEUE],
      ['A', '["sqs:ReceiveMessage", "sqs:SendMessage"]', QUEUE],
    ),
  ],
});
