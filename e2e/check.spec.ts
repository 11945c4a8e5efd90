// The quick check: one policy, one request, the verdict beside them.
import type { Locator, Page } from '@playwright/test';
import { isPhone, paste } from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

const BUCKET_READER = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'ReadOne', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme/*' },
      { Sid: 'KeepSecrets', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::acme/secret/*' },
    ],
  },
  null,
  2,
);

const MESSAGE =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/Kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/secret/plan.pdf"';

/** The answer beside the policy; on phones it is the line at the bottom. */
async function expectHeadline(page: Page, headline: string): Promise<void> {
  const place = isPhone(page)
    ? page.getByRole('button', { name: `Verdict: ${headline}` })
    : page.getByRole('region', { name: 'Verdict' }).getByRole('heading', { level: 2, name: headline });
  await expect(place).toBeVisible();
}

/** The whole verdict; on phones it opens upward first. */
async function openVerdict(page: Page): Promise<Locator> {
  if (isPhone(page)) await page.getByRole('button', { name: /^Verdict: /, expanded: false }).click();
  return page.getByRole('region', { name: 'Verdict' });
}

test.beforeEach(({ page }) => page.goto('/check/'));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is open to everyone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    await openVerdict(page);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test('teaches with an example: the open question leads to its field, and every key press is answered', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await expectHeadline(page, 'Depends on the IP address the call came from');
  const verdict = await openVerdict(page);
  await verdict.getByRole('button', { name: 'Answer the open question' }).click();
  const value = page.getByRole('textbox', { name: 'Value of aws:SourceIp' });
  await expect(value).toBeFocused();
  await value.fill('203.0.113.7');
  await expectHeadline(page, 'Allowed by what you pasted');
  await value.fill('198.51.100.1');
  await expectHeadline(page, 'Denied: nothing allows s3:GetObject');
  await page.getByText('is absent').click();
  await expectHeadline(page, 'Denied: nothing allows s3:GetObject');
  await page.getByRole('button', { name: 'Remove aws:SourceIp' }).click();
  await expectHeadline(page, 'Depends on the IP address the call came from');
});

test('a message pasted into any field fills the request, and the statement that denies lights up', async ({ page }) => {
  await paste(page, page.getByRole('textbox', { name: 'Action' }), MESSAGE);
  await expect(page.getByRole('textbox', { name: 'Who' })).toHaveValue('arn:aws:iam::111122223333:user/Kim');
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:GetObject');
  await expect(page.getByRole('textbox', { name: 'Resource' })).toHaveValue('arn:aws:s3:::acme/secret/plan.pdf');
  await paste(page, page.getByRole('textbox', { name: 'Policy', exact: true }), BUCKET_READER);
  await expectHeadline(page, 'Denied by statement KeepSecrets of Policy');
  await expect(page.getByRole('list', { name: 'Marked places' })).toContainText('This statement denies the request');
  const verdict = await openVerdict(page);
  await verdict.getByRole('button', { name: 'Show the statement' }).click();
  if (!isPhone(page)) await expect(page.getByRole('textbox', { name: /^Policy/ })).toBeFocused();
});

test('a ceiling is checked by itself, and the page says what it takes for granted', async ({ page }) => {
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.getByRole('combobox', { name: 'The policy is a' }).selectOption('SCP');
  const granted = page.getByRole('checkbox', { name: 'The caller’s own policies allow everything' });
  await expect(granted).toBeChecked();
  await page.getByRole('textbox', { name: 'Action' }).fill('sqs:SendMessage');
  await expectHeadline(page, 'Denied: the SCP does not allow sqs:SendMessage');
  await granted.uncheck();
  await page.getByRole('combobox', { name: 'The policy is a' }).selectOption('Identity-based policy');
  await expect(granted).toBeHidden();
});

test('goes on in the wizard, and by a link to someone else, with the same verdict', async ({ page, browser }) => {
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(await copyLinkOf(page));
  await expectHeadline(theirs, 'Depends on the IP address the call came from');
  await expect(theirs.getByRole('region', { name: 'Received by a link' })).toBeVisible();
  await context.close();
  await page.getByRole('button', { name: 'Open in the wizard' }).click();
  await page.waitForURL('**/diagnose/');
  await expectHeadline(page, 'Depends on the IP address the call came from');
});

async function copyLinkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a half-typed policy keeps its verdict, and the problem is named with its line', async ({ page }) => {
  await paste(page, page.getByRole('textbox', { name: 'Who' }), 'arn:aws:iam::111122223333:user/Kim');
  await page.getByRole('textbox', { name: 'Action' }).fill('s3:GetObject');
  await page.getByRole('textbox', { name: 'Resource' }).fill('arn:aws:s3:::acme/a');
  const editor = page.getByRole('textbox', { name: 'Policy', exact: true });
  await paste(page, editor, BUCKET_READER.replace('"Effect": "Deny",', '"Effect": "Deny"'));
  await expect(page.getByText(/^Checks of this policy: \d+ errors?/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Findings' })).toContainText(/line \d+/i);
});

test('on a phone the verdict opens upward, holds nobody and closes by Escape', async ({ page }) => {
  test.skip(!isPhone(page), 'wider windows show it beside the policy');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  const bar = page.getByRole('button', { name: /^Verdict: / });
  await bar.click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toBeVisible();
  await page.getByRole('textbox', { name: 'Action' }).focus();
  await expect(verdict).toBeVisible();
  await bar.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(verdict).toBeHidden();
  await expect(bar).toBeFocused();
});

test('screen readers are told the verdict once it stands still', async ({ page }) => {
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  const told = page.getByRole('status').filter({ hasText: 'Denied: nothing allows' });
  const action = page.getByRole('textbox', { name: 'Action' });
  await action.fill('');
  await action.pressSequentially('s3:PutObject', { delay: 60 });
  await expect(told).toHaveText(/Denied: nothing allows s3:PutObject on this object\. /);
});
