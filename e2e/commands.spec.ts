import { DYNAMODB_IDENTITY, SCP_MESSAGE } from './data';
import { editor, givePolicy, policy, requestField, startWith, stepHeading } from './desk';
import { expect, expectAccessible, test } from './fixtures';

// Nothing here depends on the width of the window; the phone's own journeys are in the other files.
test.skip(({ isMobile }) => isMobile === true);

test('the command list finds a step by its name', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await page.keyboard.press('ControlOrMeta+K');
  const list = page.getByRole('dialog', { name: 'Commands' });
  await list.getByRole('combobox').fill('boundary');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(stepHeading(page, 'Permissions boundary')).toBeVisible();
});

test('the command list copies the link and begins anew', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('option', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('option', { name: 'New diagnosis' }).click();
  await expect(await requestField(page, 'Action')).toHaveValue('');
});

test('the command list opens from within the editor, too', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', DYNAMODB_IDENTITY);
  await editor(page, 'Policy').focus();
  await expect(policy(page, 'Policy').locator('.monaco-editor.focused')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});
