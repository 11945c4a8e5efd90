import { expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';
import { ESCALATION_PATHS } from '@/lib/validation/escalation-paths';
import { validate } from '@/lib/validation/validate';

const PASS_ROLE = ['PASS_ROLE_WITH_STAR_IN_RESOURCE'];

checkCases('PRIVILEGE_ESCALATION', {
  invalid: [
    allow('«"iam:CreatePolicyVersion"»', '"*"'),
    allow('«"iam:AttachUserPolicy"»', '"arn:aws:iam::111122223333:user/*"'),
    { text: allow('[«"iam:PassRole"», "ec2:RunInstances"]', '"*"'), also: PASS_ROLE },
    // Two statements together.
    {
      text: policyOf(
        '"Effect": "Allow", "Action": «"iam:PassRole"», "Resource": "arn:aws:iam::*:role/*"',
        '"Effect": "Allow", "Action": ["lambda:Create*", "lambda:Invoke*"], "Resource": "*"',
      ),
      also: PASS_ROLE,
    },
    {
      text: allow('«"iam:Create*"»', '"arn:aws:iam::111122223333:policy/*"'),
      also: ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE'],
    },
    {
      text: policyOf('"Effect": "Allow", «"NotAction"»: "iam:*", "Resource": "*"'),
      also: ['ALLOW_NOT_ACTION'],
    },
    // Ordinary work needs these too: a suggestion.
    { type: 'session', text: allow('«"lambda:UpdateFunctionCode"»', '"*"') },
    allow('«"ssm:StartSession"»', '"*"'),
    // A Deny that does not cover all the ways.
    policyOf(
      '"Effect": "Allow", "Action": ["iam:CreatePolicyVersion", «"iam:AttachUserPolicy"»], "Resource": "*"',
      '"Effect": "Deny", "Action": "iam:CreatePolicyVersion", "Resource": "*"',
    ),
    policyOf(
      '"Effect": "Allow", "Action": «"iam:CreatePolicyVersion"», "Resource": "*"',
      '"Effect": "Deny", "Action": "iam:CreatePolicyVersion", "Resource": "arn:aws:iam::111122223333:policy/app"',
    ),
  ],
  valid: [
    allow('"iam:CreatePolicyVersion"', '"arn:aws:iam::111122223333:policy/app"'),
    allow('"iam:AttachUserPolicy"', '"arn:aws:iam::111122223333:user/app-*"'),
    allow('"iam:PassRole"', '"*"'),
    allow('"ec2:RunInstances"', '"*"'),
    policyOf(
      '"Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } }',
    ),
    policyOf(
      '"Effect": "Allow", "Action": ["iam:CreatePolicyVersion", "iam:GetRole"], "Resource": "*"',
      '"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"',
    ),
    // That is said already.
    allow('"*"', '"*"'),
    { type: 'boundary', text: allow('"iam:*"', '"*"') },
  ],
});

test.each(ESCALATION_PATHS.map(({ needs, how, isCommon }) => [needs.flat().join(' '), needs, how, isCommon] as const))(
  'the path of %s',
  (_, needs, how, isCommon) => {
    for (const alternative of needs.find((group) => group.length > 1) ?? ['']) {
      const actions = needs.map((group) => (group.length > 1 ? alternative : (group[0] ?? '')));
      const [found] = escalations(actions);
      expect(found?.message).toContain(how);
      expect(found?.severity).toBe(isCommon ? 'suggestion' : 'securityWarning');
      // Without one of them the path is closed.
      for (const left of actions) {
        const rest = actions.filter((action) => action !== left);
        expect(rest.length === 0 ? '' : (escalations(rest)[0]?.message ?? '')).not.toContain(how);
      }
    }
  },
);

function escalations(actions: readonly string[]) {
  const text = policyOf(`"Effect": "Allow", "Action": ${JSON.stringify(actions)}, "Resource": "*"`);
  // Details of services are not needed.
  return validate('identity', text, builtInCatalog()).filter(({ check }) => check === 'PRIVILEGE_ESCALATION');
}
