import { expect, expectAccessible, expectNoSidewaysScroll, test, weighScripts } from './fixtures';

const START_PAGE_SCRIPTS_LIMIT = 170_000;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the start page opens, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test('the start page asks for little JavaScript and no Monaco', async ({ page }) => {
  const scripts = await weighScripts(page, '/');
  expect(scripts.gzipped).toBeGreaterThan(0);
  expect(scripts.gzipped, scripts.files.join('\n')).toBeLessThanOrEqual(START_PAGE_SCRIPTS_LIMIT);
  expect(scripts.monaco).toBe(false);
});

test('a chosen theme is there before the first paint, whatever the system says', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => localStorage.setItem('whydenied-theme', 'dark'));
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});

test('an unknown address gets a page that leads back', async ({ page, guard }) => {
  guard.allow(/status of 404/);
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
