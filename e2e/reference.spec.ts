// The reference: everything AWS's data knows, found by typing, and tried with one click.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

test('an action is found from the keyboard, read, and tried in a quick check', async ({ page }) => {
  await page.goto('/reference/');
  const box = page.getByRole('combobox', { name: 'Search' });
  await expect(box).toBeFocused();
  await page.keyboard.type('s3 getobject');
  await expect(page.getByRole('listbox').first().getByRole('option').first()).toContainText('s3:GetObject');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 's3:GetObject' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Condition keys' })).toContainText('s3:ExistingObjectTag/*');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Try it in a quick check' }).click();
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:GetObject');
  await expect(page.getByText('Allowed by what you pasted').filter({ visible: true }).first()).toBeVisible();
});

test('from an ARN to its type, to its actions, and back', async ({ page }) => {
  await page.goto('/reference/');
  await page.getByRole('combobox', { name: 'Search' }).fill('arn:aws:sqs:eu-west-1:111122223333:orders');
  await page.getByRole('listbox').first().getByRole('option').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'queue' })).toBeVisible();
  await page.getByRole('link', { name: 'sqs:SendMessage', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'sqs:SendMessage' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'queue' })).toBeVisible();
});

test('an address opens its entry, also one that AWS does not have', async ({ page }) => {
  await page.goto('/reference/#key/aws:SourceIp');
  await expect(page.getByRole('heading', { level: 2, name: 'aws:SourceIp' })).toBeVisible();
  await expect(page.getByText('IP address. Operators that fit: IpAddress, NotIpAddress.')).toBeVisible();
  await page.goto('/reference/#action/s3:Nope');
  await expect(page.getByText('AWS’s data has nothing of that name')).toBeVisible();
});

test('without the data the page says so and tries again', async ({ page, guard }) => {
  guard.allow(/net::ERR_FAILED|Failed to load resource/);
  await page.route('**/catalog/**', (route) => route.abort());
  await page.goto('/reference/');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('could not be loaded');
  await page.unroute('**/catalog/**');
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeVisible();
});
