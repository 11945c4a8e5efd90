// Everything by the keyboard alone: from the start page to a copied link.
import type { Page } from '@playwright/test';
import { ONLY_S3_SCP, SCP_MESSAGE } from './data';
import {
  editor,
  expectHeadline,
  givePolicy,
  marks,
  policy,
  startBox,
  startWith,
  stepButton,
  stepHeading,
} from './desk';
import { expect, test } from './fixtures';

test.skip(({ isMobile }) => isMobile, 'phones have no Tab key');

/** Presses Tab until the focus is where a person wants it. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement } = document;
      const text = activeElement?.textContent ?? '';
      return `${activeElement?.getAttribute('aria-label') ?? ''} ${text}`;
    });
    if (name.test(label)) return;
  }
  throw new Error(`${most} times Tab did not lead to ${name}`);
}

async function pasteHere(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

test('from the message to the link', async ({ page }) => {
  test.slow();
  await page.goto('/');
  await expect(startBox(page)).toBeFocused();
  await pasteHere(page, SCP_MESSAGE);
  await page.waitForURL('**/diagnose/');
  await expect(stepHeading(page, 'Organization policies')).toBeFocused();

  await tabTo(page, /Paste an SCP here/, 15);
  await pasteHere(page, ONLY_S3_SCP);
  await expect(editor(page, 'SCP')).toBeFocused();
  await expectHeadline(page, /does not allow dynamodb:PutItem/);

  // Escape leaves the editor, Tab goes on behind it: past its help to the marks.
  await page.keyboard.press('Escape');
  await tabTo(page, /Line \d/);
  await expect(marks(page, 'SCP').getByRole('button').first()).toBeFocused();

  await page.keyboard.press('Home');
  await page.getByRole('banner').getByRole('link', { name: 'WhyDenied' }).focus();
  await tabTo(page, /Copy link/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied')).toBeAttached();
});

test('opening a step moves the focus to its heading', async ({ page }) => {
  await page.goto('/diagnose/');
  await stepButton(page, 'Permissions boundary').focus();
  await page.keyboard.press('Enter');
  await expect(stepHeading(page, 'Permissions boundary')).toBeFocused();
  await tabTo(page, /Next: Error message/);
  await page.keyboard.press('Enter');
  await expect(stepHeading(page, 'Error message')).toBeFocused();
});

test('the first stop of the Tab key jumps over the header', async ({ page }) => {
  await page.goto('/diagnose/');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
});

test('the primary button puts the caret where the missing policy is pasted', async ({ page }) => {
  await page.goto('/');
  await pasteHere(page, SCP_MESSAGE);
  await page.waitForURL('**/diagnose/');
  await page.getByRole('button', { name: 'Paste the SCP' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Paste an SCP here' })).toBeFocused();
});

test('what goes away once it is answered hands the focus on', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  const guard = ONLY_S3_SCP.replace('"s3:*"', '"*"').replace('"Resource": "*"', `"Resource": "\${Table.Arn}"`);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', guard);
  const form = page.getByRole('form', { name: 'Left open by the template' });
  await form.getByRole('textbox').first().fill('arn:aws:dynamodb:us-east-1:123456789012:table/MyTable');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(policy(page, 'Policy')).toBeFocused();
});
