// Whatever is pasted, the page says where and what to do, loses nothing and stays alive.
import { S3_IDENTITY, S3_MESSAGE } from './data';
import {
  editor,
  expectHeadline,
  expectText,
  findings,
  givePolicy,
  marks,
  openStep,
  paste,
  pasteEvent,
  policy,
  requestField,
  retype,
  startBox,
  startWith,
} from './desk';
import { expect, test } from './fixtures';

// Nothing here depends on the width of the window; the phone's own journeys are in the other files.
test.skip(({ isMobile }) => isMobile === true);

const WELL = 'Paste a policy here';
const STEP = 'Identity-based policies';

test('broken JSON is marked where it breaks, and what can be read still counts', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, S3_IDENTITY.replace('"s3:GetObject",', '"s3:GetObject"'));
  await expect(await findings(page)).toContainText('A comma is missing before this place');
  await expect(policy(page, 'Policy')).toContainText('Allows');
});

test('an empty policy says what is missing', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, S3_IDENTITY);
  await retype(page, 'Policy', '{}');
  await expect(policy(page, 'Policy')).toContainText('This object has no Statement');
});

test('typographic quotes are read and named', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, S3_IDENTITY.replaceAll('"', '”'));
  await expect(await findings(page)).toContainText('These are typographic quotes');
  await expect(policy(page, 'Policy')).toContainText('Allows');
});

test('a list instead of an object', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, S3_IDENTITY);
  await retype(page, 'Policy', '[1, 2, 3]');
  await expect(policy(page, 'Policy')).toContainText('This is a list');
  await expectText(page, 'Policy', '[1, 2, 3]');
});

test('two policies in one paste become two', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, `${S3_IDENTITY}\n\n${S3_IDENTITY.replace('Allow', 'Deny')}`);
  await expect(policy(page, 'Policy')).toBeVisible();
  await expect(policy(page, 'Policy 2')).toBeVisible();
  await expectHeadline(page, /Denied by .*Policy 2/);
});

test('a second policy in an editor is pointed out', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, S3_IDENTITY);
  await retype(page, 'Policy', `${S3_IDENTITY}\n${S3_IDENTITY}`);
  await expect(marks(page, 'Policy')).toContainText('The policy ends before this place');
});

test('__proto__ is a name like any other', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await givePolicy(page, STEP, WELL, S3_IDENTITY.replace('{', '{ "__proto__": { "polluted": true },'));
  await expect(policy(page, 'Policy')).toContainText('A policy has no element __proto__');
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('100,000 levels of nesting are refused with a sentence', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await openStep(page, STEP);
  await pasteEvent(page.getByRole('textbox', { name: WELL }), `{"Statement": ${'['.repeat(100_000)}`);
  await expect(policy(page, 'Policy')).toContainText('nested more than 64 levels deep');
  await expect(await requestField(page, 'Action')).toHaveValue('s3:GetObject');
});

test('a paste of 5 MB changes nothing and says so', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await openStep(page, STEP);
  await pasteEvent(page.getByRole('textbox', { name: WELL }), 'x'.repeat(5_000_000));
  await expect(page.getByText(/The pasted text has 5,000,000 characters/)).toBeVisible();
  await expect(await requestField(page, 'Action')).toHaveValue('s3:GetObject');
  await expect(page.getByRole('textbox', { name: WELL })).toHaveValue('');
});

test('5 MB and binary on the start page', async ({ page }) => {
  await page.goto('/');
  await startBox(page).fill('typed before');
  await pasteEvent(startBox(page), 'x'.repeat(5_000_000));
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('Nothing was changed');
  await expect(startBox(page)).toHaveValue('typed before');
  await pasteEvent(startBox(page), 'PK\u0003\u0004\0\0');
  await expect(alert).toContainText('is not text');
  await expect(startBox(page)).toHaveValue('typed before');
});

test('a policy of 100,000 characters is taken, and the page does not freeze', async ({ page }) => {
  const statements = Array.from({ length: 1000 }, (_, index) => ({
    Effect: 'Allow',
    Action: `s3:Get${index}`,
    Resource: `arn:aws:s3:::example-bucket/folder-${index}/*`,
  }));
  await startWith(page, S3_MESSAGE);
  await openStep(page, STEP);
  await pasteEvent(page.getByRole('textbox', { name: WELL }), JSON.stringify({ Statement: statements }));
  await expectHeadline(page, /Nothing here allows s3:GetObject yet/);
  await expect(policy(page, 'Policy')).toContainText('Does not allow');
  // Still typing goes on at once.
  const action = await requestField(page, 'Action');
  await action.fill('s3:Get7');
  await expect(action).toHaveValue('s3:Get7', { timeout: 1000 });
});

test('a dropped file that is no text is refused', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await page.getByRole('navigation', { name: 'Steps' }).evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array([0x1f, 0x8b, 8, 0])], 'events.gz'));
    for (const type of ['dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  await expect(page.getByText(/The file events\.gz is not text/)).toBeVisible();
});

test('a dropped policy goes into the open step', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await openStep(page, 'Permissions boundary');
  await page.getByRole('navigation', { name: 'Steps' }).evaluate((element, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'boundary.json'));
    for (const type of ['dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, S3_IDENTITY);
  await expect(editor(page, 'Boundary')).toBeVisible();
});

test('a paste where no field has the focus is taken', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await openStep(page, 'Permissions boundary');
  await paste(page, page.getByRole('heading', { level: 2, name: 'Permissions boundary' }), S3_IDENTITY);
  await expect(editor(page, 'Boundary')).toBeVisible();
});

test('a message that says otherwise than what was typed replaces nothing unasked', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  await (await requestField(page, 'Action')).fill('s3:ListBucket');
  await openStep(page, 'Error message');
  await page.getByRole('textbox', { name: 'Error message' }).fill(S3_MESSAGE.replaceAll('GetObject', 'PutObject'));
  await expect(await requestField(page, 'Action')).toHaveValue('s3:ListBucket');
  await page.getByRole('region', { name: 'Conflicts' }).getByRole('button', { name: 'Use this: s3:PutObject' }).click();
  await expect(await requestField(page, 'Action')).toHaveValue('s3:PutObject');
});

test('a secret in a paste is cut, and the person is told', async ({ page }) => {
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  await startWith(page, `export AWS_SECRET_ACCESS_KEY=${secret}\n${S3_MESSAGE}`);
  await expect(page.getByText(/A secret was cut out/)).toBeVisible();
  await openStep(page, 'Error message');
  await expect(page.getByRole('textbox', { name: 'Error message' })).not.toHaveValue(new RegExp(secret.slice(0, 20)));
});
