// What there is to read, and the gallery.
import { EXAMPLES } from '@/lib/diagnosis/examples';
import { TOPICS } from '@/lib/guidance/topics/topics';
import { expectHeadline, isPhone, openVerdict } from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

test('the index leads to every explanation', async ({ page }) => {
  await page.goto('/learn/');
  await expectAccessible(page);
  for (const { title } of TOPICS) {
    await expect(page.getByRole('main').getByRole('link', { name: title })).toBeVisible();
  }
  await page.getByRole('main').getByRole('link', { name: 'Across two accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Across two accounts' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Learn' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
});

for (const { id, title } of TOPICS) {
  test(`the explanation ${id} is open to everyone`, async ({ page }) => {
    await page.goto(`/learn/${id}/`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test('the order of the checks is drawn with one’s own request, where there is one', async ({ page }) => {
  await page.goto('/examples/');
  await page.getByRole('button', { name: 'The forgotten boundary' }).click();
  await page.waitForURL('**/diagnose/');
  await expectHeadline(page, 'Denied: the boundary DevBoundary does not allow s3:GetObject');
  await page.getByRole('link', { name: 'Learn' }).last().click();
  await page.getByRole('link', { name: 'The order of the checks' }).click();
  await expect(page.getByText('Your request: GetObject denied for a developer')).toBeVisible();
  const gates = page.getByRole('list', { name: 'Checks in AWS’s order' });
  await expect(gates.getByRole('listitem').filter({ hasText: 'Permissions boundary' })).toContainText('Does not allow');
});

test('someone who comes to the order of the checks first sees an example', async ({ page }) => {
  await page.goto('/learn/order-of-checks/');
  await expect(page.getByText('An example:')).toBeVisible();
});

test('a command is copied as it stands', async ({ page }) => {
  await page.goto('/learn/last-accessed/');
  await page.getByRole('button', { name: 'Copy the command' }).first().click();
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^aws iam generate-service-last-accessed-details /);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the gallery is open to everyone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/examples/');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(EXAMPLES.length);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

const WORDS = { allowed: /Allowed/, explicitDeny: /Denied/, implicitDeny: /Denied/, undetermined: /Depends/ } as const;

for (const { id, title, expected } of EXAMPLES) {
  test(`the example ${id} opens with its verdict`, async ({ page }) => {
    await page.goto('/examples/');
    await page.getByRole('button', { name: title }).click();
    await page.waitForURL('**/diagnose/');
    const verdict = await openVerdict(page, WORDS[expected.decision]);
    await expect(verdict.getByRole('heading', { level: 2 })).toContainText(WORDS[expected.decision]);
    // On phones all examples are drawn by the same parts; the one with two lanes has them all.
    if (!isPhone(page) || id === 'cross-account') await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}
