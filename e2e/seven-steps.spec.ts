// The example data of every step as a person meets it, from the message to the answer.
import {
  DYNAMODB_IDENTITY,
  DYNAMODB_MESSAGE,
  EC2_BOUNDARY,
  ONLY_S3_SCP,
  PUBLIC_BUCKET,
  S3_DENY,
  S3_IDENTITY,
  S3_MESSAGE,
  SCP_MESSAGE,
} from './data';
import {
  editor,
  expectHeadline,
  givePolicy,
  marks,
  openStep,
  openVerdict,
  requestField,
  retype,
  startWith,
  stepButton,
} from './desk';
import { expect, test } from './fixtures';

test('the message fills the request and marks the step to look at', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await expect(stepButton(page, 'Organization policies')).toHaveAccessibleName(/AWS points here/);
  await expect(stepButton(page, 'Organization policies')).toHaveAttribute('aria-current', 'step');
  await expectHeadline(page, /AWS says that no SCP allows this/);
  await expect(await requestField(page, 'Caller')).toHaveValue('arn:aws:iam::123456789012:user/JohnDoe');
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:PutItem');
  await expect(await requestField(page, 'Resource')).toHaveValue(
    'arn:aws:dynamodb:us-east-1:123456789012:table/MyTable',
  );
});

test('a message that names no policy type leads to the identity-based policies', async ({ page }) => {
  await startWith(page, DYNAMODB_MESSAGE);
  await expect(stepButton(page, 'Identity-based policies')).toHaveAccessibleName(/Look here first/);
  await expectHeadline(page, /AWS denied dynamodb:PutItem/);
  // The commands carry the caller's own name; the first also stands in the list of what is missing.
  await expect(page.getByText('aws iam list-attached-user-policies --user-name=JohnDoe').last()).toBeVisible();
});

test('an SCP that allows only s3:* stops dynamodb:PutItem and is named', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await page.getByRole('textbox', { name: 'Name of this policy' }).fill('OnlyS3');
  await expectHeadline(page, 'Denied: the SCP OnlyS3 does not allow dynamodb:PutItem');
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', DYNAMODB_IDENTITY);
  await expectHeadline(page, 'Denied: the SCP OnlyS3 does not allow dynamodb:PutItem');
  await expect(stepButton(page, 'Organization policies')).toHaveAccessibleName(/Does not allow/);
  await expect(stepButton(page, 'Identity-based policies')).toHaveAccessibleName(/Allows/);
  const verdict = await openVerdict(page, /OnlyS3/);
  await expect(verdict).toContainText('your organization’s administrators');
});

test('a boundary that allows two EC2 actions stops s3:GetObject', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', S3_IDENTITY);
  await givePolicy(page, 'Permissions boundary', 'Paste the boundary here', EC2_BOUNDARY);
  await page.getByRole('textbox', { name: 'Name of this policy' }).fill('DevBoundary');
  await openStep(page, 'Resource-based policy');
  await page.getByRole('radio', { name: 'It has none' }).check();
  await expectHeadline(page, /the boundary DevBoundary does not allow s3:GetObject/);
  await openStep(page, 'Permissions boundary');
  await expect(marks(page, 'DevBoundary')).toContainText('ec2:StartInstances');
});

test('a bucket policy for everyone lifts the boundary, and is called over-permissive', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', S3_IDENTITY);
  await givePolicy(page, 'Permissions boundary', 'Paste the boundary here', EC2_BOUNDARY);
  await givePolicy(page, 'Resource-based policy', 'Paste the resource’s policy here', PUBLIC_BUCKET);
  await expect(editor(page, 'Resource policy')).toBeVisible();
  await expect(marks(page, 'Resource policy')).toContainText(/everyone/);
  await expect(stepButton(page, 'Resource-based policy')).toHaveAccessibleName(/Allows/);
});

test('an explicit Deny beats the Allow', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', S3_IDENTITY);
  await page.getByRole('button', { name: 'Add another' }).click();
  await expect(editor(page, 'Policy 2')).toBeVisible();
  await retype(page, 'Policy 2', S3_DENY);
  await expectHeadline(page, /Denied by .*Policy 2/);
  await expect(marks(page, 'Policy 2')).toContainText('an explicit Deny wins over every Allow');
});
