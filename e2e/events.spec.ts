// CloudTrail in bulk: files in, groups out, a group opened as a diagnosis.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { deniedEvent, passedEvent } from '@/lib/testing/cloudtrail-files';
import { isPhone, stepHeading } from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

const RECORDS = [
  ...Array.from({ length: 12 }, (_, place) =>
    deniedEvent({
      eventTime: `2026-03-01T0${place % 10}:12:13Z`,
      errorMessage: `User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/${place}" because no identity-based policy allows the s3:GetObject action`,
    }),
  ),
  deniedEvent({
    eventName: '=cmd',
    errorMessage:
      'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs with an explicit deny in a service control policy',
  }),
  passedEvent(),
];
const PACKED = {
  name: 'trail.json.gz',
  mimeType: 'application/gzip',
  buffer: gzipSync(JSON.stringify({ Records: RECORDS })),
};

test('a dropped file becomes groups, and a group becomes a diagnosis; the way back keeps the groups', async ({
  page,
}) => {
  await page.goto('/events/');
  const data = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    [PACKED.name, PACKED.buffer.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByRole('heading', { name: '13 denials in 14 events' })).toBeFocused();
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('arn:aws:s3:::shop/*');
  await page.getByRole('searchbox', { name: 'Filter' }).fill('scp send');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'sqs:SendMessage' }).click();
  await page.waitForURL('**/diagnose/');
  await expect(stepHeading(page, 'Organization policies')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveValue('scp send');
});

test('groups are ordered, walked through by keys, and saved as files in which nothing runs', async ({ page }) => {
  test.skip(isPhone(page), 'the columns stand side by side in wider windows');
  await page.goto('/events/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([
    PACKED,
    { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') },
  ]);
  await expect(page.getByRole('region', { name: 'What could not be read' })).toContainText(
    'notes.json holds no CloudTrail events',
  );
  await page.getByRole('button', { name: 'Action' }).click();
  await expect(page.getByRole('columnheader', { name: 'Action' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 's3:GetObject' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'sqs:SendMessage' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved.split('\r\n')[1]).toMatch(/^12,.*arn:aws:s3:::shop\/\*/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page is open to everyone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/events/');
    await expect(page.getByLabel('From (UTC)')).not.toHaveValue('');
    await page.getByText('Athena', { exact: true }).click();
    await expect(page.getByText('FROM cloudtrail_logs').first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Read an example' }).click();
    await expect(page.getByRole('heading', { name: /denials in/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test('an empty file is named, and nothing is said of events that were not there', async ({ page }) => {
  await page.goto('/events/');
  const empty = { name: 'empty.json', mimeType: 'application/json', buffer: Buffer.from('') };
  await page.locator('input[type=file]').first().setInputFiles(empty);
  await expect(page.getByRole('heading', { name: 'No denial in 0 events' })).toBeFocused();
  await expect(page.getByText('empty.json holds no CloudTrail events')).toBeVisible();
  await expect(page.getByText(/are data events/)).toHaveCount(0);
  const passed = { ...empty, buffer: Buffer.from(JSON.stringify({ Records: [passedEvent()] })) };
  await page.locator('input[type=file]').first().setInputFiles(passed);
  await expect(page.getByText(/are data events/)).toBeVisible();
});
