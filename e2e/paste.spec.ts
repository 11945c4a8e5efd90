// What the page does with a paste beyond one message: several messages, sources that disagree, templates, whole accounts.
import type { Locator, Page } from '@playwright/test';
import { DYNAMODB_IDENTITY, S3_MESSAGE, SCP_MESSAGE } from './data';
import {
  copyLink,
  expectHeadline,
  expectText,
  isPhone,
  openStep,
  openVerdict,
  pasteEvent,
  policy,
  requestField,
  startWith,
  stepButton,
} from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const SEVERAL = `${SCP_MESSAGE}\n${S3_MESSAGE}\n${EXPIRED}\n${S3_MESSAGE}`;

const EVENT = JSON.stringify({
  eventVersion: '1.10',
  userIdentity: {
    type: 'IAMUser',
    arn: 'arn:aws:iam::123456789012:user/Zoe',
    accountId: '123456789012',
    userName: 'Zoe',
  },
  eventTime: '2026-11-20T09:30:00Z',
  eventSource: 'dynamodb.amazonaws.com',
  eventName: 'PutItem',
  awsRegion: 'us-east-1',
  sourceIPAddress: '203.0.113.9',
  errorCode: 'AccessDenied',
  requestParameters: { tableName: 'MyTable' },
});

const TEMPLATE = JSON.stringify({
  Resources: {
    Reader: {
      Type: 'AWS::IAM::UserPolicy',
      Properties: {
        UserName: 'JohnDoe',
        PolicyName: 'Reader',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': `${'$'}{Bucket.Arn}/*` } }],
        },
      },
    },
  },
});

/** Pastes where no field has the focus. */
async function pasteAnywhere(page: Page, text: string): Promise<void> {
  await pasteEvent(page.locator('body'), text);
}

/** The question which of several messages is meant. */
function choice(page: Page): Locator {
  return page.getByRole('group', { name: /which one is meant/ });
}

test('an event fills every step that it can, and says where each fact comes from', async ({ page }) => {
  const event = {
    ...(JSON.parse(EVENT) as object),
    userAgent: 'aws-cli/2.27.0',
    tlsDetails: { tlsVersion: 'TLSv1.3' },
    errorMessage:
      'User: arn:aws:iam::123456789012:user/Zoe is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/MyTable with an explicit deny in a service control policy',
  };
  await startWith(page, JSON.stringify(event, null, 2));
  await expect(stepButton(page, 'Organization policies')).toContainText('AWS points here');
  await expect(await requestField(page, 'Caller')).toHaveValue('arn:aws:iam::123456789012:user/Zoe');
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:PutItem');
  await expect(await requestField(page, 'Resource')).toHaveValue(
    'arn:aws:dynamodb:us-east-1:123456789012:table/MyTable',
  );
  const request = page.getByRole('region', { name: 'Request' });
  await expect(request).toContainText('aws:SourceIp');
  await expect(request).toContainText('203.0.113.9');
  await expect(request).toContainText('aws:UserAgent');
  await openStep(page, 'Error message');
  await expect(page.getByRole('heading', { name: 'What was read from it' })).toBeVisible();
});

test('of several messages one is chosen, and a link keeps the choice', async ({ page, browser }) => {
  await startWith(page, SEVERAL);
  await expect(stepButton(page, 'Error message')).toHaveAttribute('aria-current', 'step');
  const [put, get] = [choice(page).getByRole('radio').nth(0), choice(page).getByRole('radio').nth(1)];
  await expect(put).toBeChecked();
  await expect(choice(page)).toContainText('2 times in the text');
  await expect(page.getByRole('region', { name: 'No denials by policies' })).toContainText('ExpiredToken');

  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await get.check();
  await expect(await requestField(page, 'Action')).toHaveValue('s3:GetObject');
  await expect(await requestField(page, 'Resource')).toHaveValue('arn:aws:s3:::example-bucket/report.csv');
  await expect(get).toBeChecked();

  const link = await copyLink(page);
  const other = await browser.newPage();
  await other.goto(link);
  await openStep(other, 'Error message');
  await expect(choice(other).getByRole('radio').nth(1)).toBeChecked();
  await expect(choice(other).getByRole('radio').nth(0)).toBeDisabled();
  await other.close();

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(put).toBeChecked();
});

test('what two sources state differently is settled by one click, and stays settled', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await pasteAnywhere(page, EVENT);
  const conflicts = page.getByRole('region', { name: 'Conflicts' });
  await expect(conflicts).toContainText('The message says arn:aws:iam::123456789012:user/JohnDoe');
  await expect(conflicts).toContainText('The event says arn:aws:iam::123456789012:user/Zoe');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await conflicts.getByRole('button', { name: /^Use this: .*Zoe/ }).click();
  await expect(conflicts).toHaveCount(0);
  await expect(await requestField(page, 'Caller')).toHaveValue('arn:aws:iam::123456789012:user/Zoe');
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(await requestField(page, 'Caller')).toHaveValue('arn:aws:iam::123456789012:user/Zoe');
  await openStep(page, 'Error message');
  await expect(page.getByRole('textbox', { name: 'Message 2' })).toBeVisible();
  await expect(conflicts).toHaveCount(0);
});

test('what is missing is listed in its order, with commands that carry the person’s own names', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  const summary = page.getByRole('region', { name: 'Your paste' });
  await expect(summary).toContainText('An error message.');
  await expect(summary).toContainText('The caller, the action and the resource.');
  const verdict = await openVerdict(page, /AWS says that no SCP allows this/);
  const missing = verdict.getByRole('region', { name: 'What is still missing' });
  const items = missing.locator('ol > li');
  await expect(items.nth(0)).toContainText('Your organization’s SCPs');
  await expect(items.nth(0)).toContainText('aws organizations list-policies-for-target --target-id=123456789012');
  await expect(items.nth(1)).toContainText('aws iam list-attached-user-policies --user-name=JohnDoe');
  await items
    .nth(1)
    .getByRole('button', { name: /identity-based policies/ })
    .click();
  await expect(stepButton(page, 'Identity-based policies')).toHaveAttribute('aria-current', 'step');
  await pasteAnywhere(page, DYNAMODB_IDENTITY);
  const after = isPhone(page) ? await openVerdict(page, /AWS says that no SCP allows this/) : verdict;
  await expect(after.getByRole('region', { name: 'What is still missing' })).not.toContainText('identity-based');
});

test('what a template leaves open is asked for, filled into the policy, and undone', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await pasteAnywhere(page, TEMPLATE);
  const form = policy(page, 'Reader').getByRole('form', { name: 'Left open by the template' });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await form.getByRole('textbox', { name: 'Bucket.Arn' }).fill('arn:aws:s3:::example-bucket');
  await form.getByRole('button', { name: 'Fill in' }).click();
  await expect(form).toHaveCount(0);
  await expect(stepButton(page, 'Identity-based policies')).toHaveAccessibleName(/Allows/);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(form).toBeVisible();
  await expect(stepButton(page, 'Identity-based policies')).toHaveAccessibleName(/Depends/);
});

test('of a whole account the caller is chosen, and only the caller’s policies are taken in', async ({ page }) => {
  const user = (name: string) => ({
    UserName: name,
    Arn: `arn:aws:iam::123456789012:user/${name}`,
    GroupList: ['Writers'],
    UserPolicyList: [{ PolicyName: `Of${name}`, PolicyDocument: DYNAMODB_IDENTITY }],
  });
  await startWith(page, JSON.stringify({ UserDetailList: [user('JohnDoe'), user('Zoe')] }, null, 2));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('region', { name: 'Who of these made the call?' }).getByRole('button', { name: /Zoe/ }).click();
  await expect(await requestField(page, 'Caller')).toHaveValue('arn:aws:iam::123456789012:user/Zoe');
  await expectText(page, 'OfZoe', DYNAMODB_IDENTITY);
  await expect(policy(page, 'OfJohnDoe')).toHaveCount(0);
  await expect(page.getByText('marked as incomplete')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'No, some is missing' })).toBeChecked();
});

test('a report that is not there yet, and a table, say which command to run', async ({ page }) => {
  await startWith(page, '{ "JobId": "2b3c4d5e-aaaa-bbbb-cccc-1234567890ab" }');
  const told = page.getByRole('status').filter({ hasText: 'aws iam' });
  await expect(told).toContainText(
    'aws iam get-service-last-accessed-details --job-id=2b3c4d5e-aaaa-bbbb-cccc-1234567890ab',
  );
  await expectHeadline(page, 'What was called?');
  const frame = '-'.repeat(40);
  await pasteAnywhere(
    page,
    `aws iam get-role-policy --role-name app --policy-name Read\n${frame}\n|            GetRolePolicy             |\n+${'-'.repeat(38)}+`,
  );
  await expect(told).toContainText('aws iam get-role-policy --role-name app --policy-name Read --output json');
});

test('a field for a further message takes the caret', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await openStep(page, 'Error message');
  await page.getByRole('button', { name: 'Add another message or event' }).click();
  await expect(page.getByRole('textbox', { name: 'Message 2' })).toBeFocused();
});
