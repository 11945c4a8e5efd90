import { DYNAMODB_IDENTITY, SCP_MESSAGE } from './data';
import {
  copyLink,
  editor,
  givePolicy,
  openDiagnose,
  openStep,
  paste,
  requestField,
  startWith,
  stepHeading,
} from './desk';
import { expect, test } from './fixtures';

// Nothing here depends on the width of the window; the phone's own journeys are in the other files.
test.skip(({ isMobile }) => isMobile === true);

test('a received diagnosis is only read until it is made one’s own', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', DYNAMODB_IDENTITY);
  await expect(editor(page, 'Policy')).toBeVisible();
  const link = await copyLink(page);

  await page.goto('/');
  await page.goto(link);
  const banner = page.getByRole('region', { name: 'Received by a link' });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show what is missing' }).first()).toBeVisible();
  await openStep(page, 'Identity-based policies');
  await expect(editor(page, 'Policy')).toHaveAttribute('readonly', '');
  await expect(await requestField(page, 'Action')).toHaveAttribute('readonly', '');
  await expect(page.getByRole('button', { name: 'Add another' })).toHaveCount(0);

  await banner.getByRole('button', { name: 'Make it mine' }).click();
  await expect(banner).toBeHidden();
  await expect(stepHeading(page, 'Identity-based policies')).toBeFocused();
  const action = await requestField(page, 'Action');
  await action.fill('dynamodb:GetItem');
  await expect(action).toHaveValue('dynamodb:GetItem');
  expect(new URL(page.url()).hash).toBe('');
});

test('one’s own diagnosis is untouched by a received one', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  const link = await copyLink(page);
  const action = await requestField(page, 'Action');
  await action.fill('dynamodb:DeleteItem');
  await expect(action).toHaveValue('dynamodb:DeleteItem');
  // Pasted into the address of the open tab.
  await page.evaluate((hash) => location.assign(hash), new URL(link).hash);
  await expect(page.getByRole('region', { name: 'Received by a link' })).toBeVisible();
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:PutItem');
  await page.getByRole('button', { name: 'Back to my own' }).click();
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:DeleteItem');
  await expect(page.locator('#step-heading')).toBeFocused();
});

test('a link pasted into the start page opens', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  const link = await copyLink(page);
  await startWith(page, `Look at this:\n${link}`);
  await expect(page.getByRole('region', { name: 'Received by a link' })).toBeVisible();
});

test.describe('a link that does not arrive whole', () => {
  test('cut in the middle, it says so', async ({ page }) => {
    await startWith(page, SCP_MESSAGE);
    const link = await copyLink(page);
    await page.goto('/');
    await page.goto(link.slice(0, link.length - 60));
    await expect(page.getByText(/This link was cut on its way/)).toBeVisible();
  });

  for (const [what, fragment] of [
    ['damaged', '#w=AQAAAAAKAAAAAAAAAAAAAAAAAA'],
    ['empty', '#w='],
    ['from a newer version', '#w=_____________'],
  ] as const) {
    test(`${what}, it says so and the page works`, async ({ page }) => {
      await page.goto(`/diagnose/${fragment}`);
      await expect(page.getByText(/^This link/)).toBeVisible();
      await openDiagnose(page);
    });
  }
});

test('a paste into a received diagnosis changes nothing, and says why', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  const link = await copyLink(page);
  await page.goto('/');
  await page.goto(link);
  await expect(page.getByRole('region', { name: 'Received by a link' })).toBeVisible();
  await openStep(page, 'Permissions boundary');
  await paste(page, page.getByRole('heading', { level: 2, name: 'Permissions boundary' }), DYNAMODB_IDENTITY);
  await expect(page.getByText(/came by a link and is only read/)).toBeVisible();
  await expect(editor(page, 'Boundary')).toHaveCount(0);
});
