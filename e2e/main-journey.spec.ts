// The main job, whole: message, policy, highlighted statement, link, and the same for whoever opens the link.
import type { Page } from '@playwright/test';
import { DYNAMODB_IDENTITY, ONLY_S3_SCP, SCP_MESSAGE } from './data';
import { copyLink, editor, expectHeadline, givePolicy, isPhone, marks, openVerdict, startWith } from './desk';
import { expect, test } from './fixtures';

const HEADLINE = 'Denied: the SCP OnlyS3 does not allow dynamodb:PutItem';

/** Everything that the page says about the answer: the verdict and the marks. */
async function sentences(page: Page): Promise<readonly string[]> {
  const verdict = await openVerdict(page, HEADLINE);
  // Screen readers are told once the verdict stands still.
  if (!isPhone(page)) await expect(verdict.getByRole('status')).toContainText(HEADLINE);
  const said = [...(await verdict.allInnerTexts()), ...(await marks(page, 'OnlyS3').allInnerTexts())];
  if (isPhone(page)) await page.keyboard.press('Escape');
  return said;
}

test('from the message to a link that shows the same to someone else', async ({ page, browser }) => {
  await startWith(page, SCP_MESSAGE);
  await givePolicy(page, 'Identity-based policies', 'Paste a policy here', DYNAMODB_IDENTITY);
  await givePolicy(page, 'Organization policies', 'Paste an SCP here', ONLY_S3_SCP);
  await page.getByRole('textbox', { name: 'Name of this policy' }).fill('OnlyS3');
  await expectHeadline(page, HEADLINE);
  await expect(marks(page, 'OnlyS3')).toContainText('dynamodb:PutItem');
  const said = await sentences(page);
  const link = await copyLink(page);
  expect(link).toMatch(/\/diagnose\/#w=/);

  const phone = isPhone(page) ? { isMobile: true, hasTouch: true } : {};
  const context = await browser.newContext({ viewport: page.viewportSize(), ...phone });
  const other = await context.newPage();
  const sent: string[] = [];
  other.on('request', (request) => sent.push(request.url()));
  await other.goto(link);
  await expectHeadline(other, HEADLINE);
  await expect(editor(other, 'OnlyS3')).toBeVisible();
  expect(await sentences(other)).toEqual(said);
  // The fragment stays in the browser.
  expect(sent.filter((url) => url.includes('w='))).toEqual([]);
  await context.close();
});
