import { S3_IDENTITY, SCP_MESSAGE } from './data';
import { editor, expectHeadline, paste, startBox, stepHeading } from './desk';
import { expect, expectNoSidewaysScroll, test } from './fixtures';

test('the caret stands in the paste box', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Why was I denied?' })).toBeVisible();
  await expect(startBox(page)).toBeFocused();
});

test('a paste goes ahead by itself, to the step that AWS names', async ({ page }) => {
  await page.goto('/');
  await paste(page, startBox(page), SCP_MESSAGE);
  await page.waitForURL('**/diagnose/');
  await expect(stepHeading(page, 'Organization policies')).toBeVisible();
});

test('typing waits for Enter', async ({ page }) => {
  await page.goto('/');
  await startBox(page).pressSequentially(SCP_MESSAGE.slice(0, 40));
  await startBox(page).fill(SCP_MESSAGE);
  await expect(page).toHaveURL(/\/$/);
  await startBox(page).press('Enter');
  await page.waitForURL('**/diagnose/');
  await expectHeadline(page, /AWS says that no SCP allows this/);
});

test('the button does what Enter does', async ({ page }) => {
  await page.goto('/');
  await startBox(page).fill(SCP_MESSAGE);
  await page.getByRole('button', { name: 'Find out why' }).click();
  await page.waitForURL('**/diagnose/');
  await expectHeadline(page, /AWS says that no SCP allows this/);
});

test('a policy opens in its editor', async ({ page }) => {
  await page.goto('/');
  await paste(page, startBox(page), S3_IDENTITY);
  await page.waitForURL('**/diagnose/');
  await expect(stepHeading(page, 'Identity-based policies')).toBeVisible();
  await expect(editor(page, 'Policy')).toBeVisible();
});

test('a file opens as a paste does', async ({ page }) => {
  await page.goto('/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from(SCP_MESSAGE) });
  await page.waitForURL('**/diagnose/');
  await expect(stepHeading(page, 'Organization policies')).toBeVisible();
});

test('an example opens with its answer', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /The SCP above the account/ }).click();
  await page.waitForURL('**/diagnose/');
  await expectHeadline(page, 'Denied: the SCP OnlyS3 does not allow dynamodb:PutItem');
  await expect(editor(page, 'OnlyS3')).toBeVisible();
});

test('text that says nothing stays in the box, with what to do', async ({ page }) => {
  await page.goto('/');
  await paste(page, startBox(page), 'the printer is on fire');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Paste the whole message as AWS printed it');
  await expect(startBox(page)).toHaveValue('the printer is on fire');
  await expect(page).toHaveURL(/\/$/);
  await expectNoSidewaysScroll(page);
});
