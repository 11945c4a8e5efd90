// Two editors with one look: the plain one that stands there first, and Monaco once it is wanted.
import { ONLY_S3_SCP, S3_IDENTITY, SCP_MESSAGE } from './data';
import {
  editor,
  expectText,
  givePolicy,
  isPhone,
  marks,
  openStep,
  openVerdict,
  policy,
  retype,
  startWith,
} from './desk';
import { expect, test } from './fixtures';

test('Monaco comes with the first click where there is room, and marks the same', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /The SCP above the account/ }).click();
  await page.waitForURL('**/diagnose/');
  const place = policy(page, 'OnlyS3');
  await expect(marks(page, 'OnlyS3')).toBeVisible();
  const said = await marks(page, 'OnlyS3').textContent();
  await expect(place.locator('.monaco-editor')).toHaveCount(0);
  await editor(page, 'OnlyS3').click();
  if (isPhone(page)) {
    await editor(page, 'OnlyS3').press('End');
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
    return;
  }
  await expect(place.locator('.monaco-editor').first()).toBeVisible();
  await expect(marks(page, 'OnlyS3')).toHaveText(said ?? '');
});

test('the verdict follows every key press, in either editor', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await expect(policy(page, 'SCP')).toContainText('Does not allow');
  await retype(page, 'SCP', ONLY_S3_SCP.replace('s3:*', 'dynamodb:*'));
  await expect(policy(page, 'SCP')).toContainText('Allows');
});

test('all edits of a policy can be taken back', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await retype(page, 'SCP', '{"Statement": []}');
  await expectText(page, 'SCP', '{"Statement": []}');
  await page.getByRole('button', { name: 'Undo all edits' }).click();
  await expectText(page, 'SCP', ONLY_S3_SCP);
});

test('a click in the verdict jumps to the statement', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', S3_IDENTITY);
  const verdict = await openVerdict(page, /does not allow dynamodb:PutItem/);
  await verdict.getByRole('button', { name: 'Show the statement' }).click();
  await expect(editor(page, 'SCP')).toBeVisible();
  await expect(editor(page, 'SCP')).toBeInViewport();
});

test('a level is added with what AWS attaches, and every level must allow', async ({ page }) => {
  await startWith(page, SCP_MESSAGE);
  await openStep(page, 'Organization policies');
  const levels = page.getByRole('group', { name: 'Add a level:' }).first();
  await levels.getByRole('button', { name: 'Root' }).click();
  await expect(policy(page, 'FullAWSAccess')).toContainText('Allows');
  await levels.getByRole('button', { name: 'OU', exact: true }).click();
  const level = page.getByRole('region', { name: 'Level OU' });
  await level.getByRole('button', { name: 'More for FullAWSAccess' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(level).toBeHidden();
  await expect(page.getByRole('region', { name: 'Level Root' })).toBeVisible();
});
