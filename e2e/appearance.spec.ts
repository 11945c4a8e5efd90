// Every page and step in light and dark, wide and narrow: open to everyone, and never wider than its window.
import { DYNAMODB_IDENTITY, EC2_BOUNDARY, SCP_MESSAGE } from './data';
import { givePolicy, openStep, requestField, STEPS, startWith } from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every step is open to everyone, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await startWith(page, SCP_MESSAGE);
    await givePolicy(page, 'Identity-based policies', 'Paste a policy here', DYNAMODB_IDENTITY);
    await givePolicy(page, 'Permissions boundary', 'Paste the boundary here', EC2_BOUNDARY);
    await openStep(page, 'Organization policies');
    await page.getByRole('group', { name: 'Add a level:' }).first().getByRole('button', { name: 'Root' }).click();
    for (const step of STEPS) {
      await openStep(page, step);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

  test(`an empty diagnosis is open to everyone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/diagnose/');
    await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test(`what opens beside the page is open to everyone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await startWith(page, SCP_MESSAGE);
    await page.getByRole('button', { name: /Diagnoses/ }).click();
    await expect(page.getByRole('dialog', { name: 'Diagnoses' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test('at medium width the checklist is a row and the verdict stands above the step', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 1000 });
  await startWith(page, SCP_MESSAGE);
  const top = async (name: string) => (await page.getByRole('region', { name }).boundingBox())?.y ?? 0;
  expect(await top('Verdict')).toBeLessThan(await top('3 Organization policies'));
  await expectNoSidewaysScroll(page);
});

test('very long names push nothing off its place', async ({ page }) => {
  await startWith(page, SCP_MESSAGE.replaceAll('JohnDoe', 'x'.repeat(600)));
  const header = page.getByRole('banner');
  const boxes = await Promise.all(
    [
      header.getByRole('link', { name: 'WhyDenied' }),
      header.getByRole('button', { name: /Diagnoses/ }),
      header.getByRole('button', { name: 'Copy link' }),
    ].map((one) => one.boundingBox()),
  );
  // One after the other, in one line.
  for (const [place, box] of boxes.entries()) {
    const before = boxes[place - 1];
    expect(box?.height).toBeLessThanOrEqual(56);
    if (before && box) expect(box.x).toBeGreaterThanOrEqual(before.x + before.width);
  }
  await expect(page.getByRole('heading', { level: 2, name: 'Organization policies' })).toBeInViewport();
  await expectNoSidewaysScroll(page);
});

test('forced colours draw every value once', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await startWith(page, SCP_MESSAGE);
  const caller = await requestField(page, 'Caller');
  await expect(caller).toHaveValue(/JohnDoe/);
  await expect(page.getByRole('region', { name: 'Request' }).locator('textarea + span').first()).toBeHidden();
});
