import { readFileSync } from 'node:fs';
import { DYNAMODB_IDENTITY, S3_MESSAGE, SCP_MESSAGE } from './data';
import { expectHeadline, expectText, givePolicy, openDiagnose, openStep, requestField, startWith } from './desk';
import { expect, test } from './fixtures';

// Nothing here depends on the width of the window; the phone's own journeys are in the other files.
test.skip(({ isMobile }) => isMobile === true);

test('what was typed survives a reload', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', DYNAMODB_IDENTITY);
  await (await requestField(page, 'Action')).fill('dynamodb:DeleteTable');
  await page.reload();
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:DeleteTable');
  await openStep(page, 'Identity-based policies');
  await expectText(page, 'Policy', DYNAMODB_IDENTITY);
});

test('a new diagnosis loses none, and the list leads back', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await page.getByRole('button', { name: /Diagnoses\. This one is: PutItem denied for JohnDoe/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('The table of May');
  await page.getByRole('button', { name: 'New diagnosis' }).click();
  await expect(page.getByRole('button', { name: /This one is: Untitled diagnosis/ })).toBeVisible();
  await expect(await requestField(page, 'Action')).toHaveValue('');

  await page.getByRole('button', { name: /This one is: Untitled/ }).click();
  await page
    .getByRole('list', { name: 'Other diagnoses' })
    .getByRole('button', { name: /^The table of May/ })
    .click();
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:PutItem');
});

test('a diagnosis can be deleted, after a question', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await startWith(page, S3_MESSAGE);
  await page.getByRole('button', { name: /This one is: GetObject denied/ }).click();
  const others = page.getByRole('list', { name: 'Other diagnoses' });
  await others.getByRole('button', { name: 'Delete PutItem denied for JohnDoe' }).click();
  await others.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(others).toBeHidden();
});

test('two tabs do not overwrite each other', async ({ page, context }) => {
  await startWith(page, SCP_MESSAGE);
  const other = await context.newPage();
  await openDiagnose(other);
  await (await requestField(other, 'Action')).fill('s3:ListBucket');
  await (await requestField(page, 'Action')).fill('dynamodb:Scan');
  await other.reload();
  await page.reload();
  await expect(await requestField(other, 'Action')).toHaveValue('s3:ListBucket');
  await expect(await requestField(page, 'Action')).toHaveValue('dynamodb:Scan');
});

test('an exported file opens again', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await expectHeadline(page, /AWS says that no SCP allows this/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('putitem-denied-for-johndoe.whydenied.json');
  const text = readFileSync(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ whydenied: 1, evidence: SCP_MESSAGE });

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New diagnosis' }).click();
  await expect(await requestField(page, 'Action')).toHaveValue('');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import a file…' }).click();
  await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expectHeadline(page, /AWS says that no SCP allows this/);
});
