import { ONLY_S3_SCP, SCP_MESSAGE } from './data';
import { editor, expectText, givePolicy, openStep, paste, requestField, retype, startWith, stepHeading } from './desk';
import { expect, test } from './fixtures';

// Nothing here depends on the width of the window; the phone's own journeys are in the other files.
test.skip(({ isMobile }) => isMobile === true);

test('one undo takes back a paste that filled several fields', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await expect(await requestField(page, 'Caller')).toHaveValue('arn:aws:iam::123456789012:user/JohnDoe');
  await page.getByRole('heading', { level: 2, name: 'Organization policies' }).focus();
  await page.keyboard.press('ControlOrMeta+Z');
  for (const label of ['Caller', 'Action', 'Resource'] as const) {
    await expect(await requestField(page, label)).toHaveValue('');
  }
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:PutItem');
});

test('undo goes back across fields, in the order of what was done', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  const action = await requestField(page, 'Action');
  await action.press('End');
  await paste(page, action, '-More');
  await expect(action).toHaveValue('dynamodb:PutItem-More');
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await expect(editor(page, 'SCP')).toBeVisible();
  await openStep(page, 'Identity-based policies');
  await page.keyboard.press('ControlOrMeta+Z');
  await openStep(page, 'Organization policies');
  await expect(page.getByRole('textbox', { name: 'Paste an SCP here' })).toBeVisible();
  await page.getByRole('heading', { level: 2, name: 'Organization policies' }).focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(action).toHaveValue('dynamodb:PutItem');
});

test('undo in an editor takes back that text first', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  const text = editor(page, 'SCP');
  await expect(text).toBeVisible();
  await retype(page, 'SCP', '{}');
  await expectText(page, 'SCP', '{}');
  await (await requestField(page, 'Action')).fill('s3:GetObject');
  await text.focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectText(page, 'SCP', ONLY_S3_SCP);
  await expect(await requestField(page, 'Action')).toHaveValue('s3:GetObject');
});

test('a removed policy comes back from the toast', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await page.getByRole('button', { name: 'More for SCP' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(editor(page, 'SCP')).toBeHidden();
  await expect(stepHeading(page, 'Organization policies')).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(editor(page, 'SCP')).toBeVisible();
});
