// The editors' help: proposals, explanations, and fixes for what the checks found, by keys alone in either editor.
import type { Locator, Page } from '@playwright/test';
import { isPhone } from './desk';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures';

const BROKEN = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "allow", "Action": ["s3:GetObj*", "s3:PutObjects"], "Resource": "*" },
    { "Sid": "Guard", "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*", "Condition": { "boolIfExists": { "aws:SecureTransport": "false" } } }
  ]
}`;

function textOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Policy(\.|$)/ });
}

/** Focuses the editor, and waits for Monaco where there is room for it. */
async function enterEditor(page: Page): Promise<void> {
  await textOf(page).focus();
  if (!isPhone(page)) await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Propose', exact: true })).toBeVisible();
}

/** The lines as they are shown, in either editor; Monaco draws hard spaces, dots for blanks that are selected, and the note of a mark. */
async function shownText(page: Page): Promise<string> {
  const lines = page.locator('.view-lines .view-line');
  if ((await page.locator('.view-lines').count()) === 0) return textOf(page).inputValue();
  return (await lines.allInnerTexts())
    .join('\n')
    .replace(/[\u00a0·]/g, ' ')
    .replace(/ {3}allows this request/, '');
}

async function fillIn(page: Page, text: string): Promise<void> {
  await textOf(page).fill(text);
  await enterEditor(page);
}

/** Puts the caret behind the first occurrence of a text, by keys. */
async function goBehind(page: Page, text: string, in_: string): Promise<void> {
  const before = in_.slice(0, in_.indexOf(text) + text.length).split('\n');
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < before.length; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  // Monaco's Home stops at the first letter of a line.
  const indent = isPhone(page) ? 0 : (/^ */.exec(in_.split('\n')[before.length - 1] ?? '')?.[0].length ?? 0);
  for (let column = indent; column < (before.at(-1)?.length ?? 0); column++) await page.keyboard.press('ArrowRight');
}

/** What is proposed; Monaco calls its list "Suggest" and what stands in it list items. */
function proposals(page: Page): Locator {
  const list = page.getByRole('listbox', { name: /^(Proposals|Suggest)$/ });
  return list.getByRole('option').or(list.getByRole('listitem'));
}

/** Waits until this is the proposal that Enter takes, and takes it. */
async function takeFirst(page: Page, label: string): Promise<void> {
  await expect(proposals(page).first()).toContainText(label);
  await page.keyboard.press('Enter');
}

function heightOf(place: Locator): Promise<number> {
  return place.evaluate((element) => element.getBoundingClientRect().height);
}

/** Watches for the moment when the summary of a list loses a word: the height of the list then. */
async function heightOnceWithout(details: Locator, word: string): Promise<() => Promise<number>> {
  const watch = await details.evaluateHandle((element, lost) => {
    const summary = element.querySelector('summary');
    const height = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (summary?.textContent?.includes(lost)) return;
        observer.disconnect();
        resolve(element.getBoundingClientRect().height);
      }).observe(element, { subtree: true, childList: true, characterData: true });
    });
    return { height };
  }, word);
  return () => watch.evaluate(({ height }) => height);
}

// Every key press is a person's; a slow machine needs its time for them.
test.describe.configure({ timeout: 240_000 });
test.beforeEach(({ page }) => page.goto('/check/'));

test('a whole policy by taking proposals alone', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Who' }).fill('arn:aws:iam::111122223333:user/Kim');
  await page.getByRole('textbox', { name: 'Action' }).fill('s3:GetObject');
  await page.getByRole('textbox', { name: 'Resource' }).fill('arn:aws:s3:::acme/plan.pdf');
  await enterEditor(page);
  await page.keyboard.press('Control+Space');
  await takeFirst(page, 'A policy');
  await takeFirst(page, 'Allow');
  await takeFirst(page, 's3:GetObject');
  await takeFirst(page, 'arn:aws:s3:::acme/plan.pdf');
  await expect
    .poll(() => shownText(page))
    .toBe(
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": ["s3:GetObject"],\n      "Resource": "arn:aws:s3:::acme/plan.pdf"\n    }\n  ]\n}',
    );
  await expect(page.getByText('Allowed by what you pasted').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(/^Checks of this policy: /)).not.toContainText('error');
  // And on behind it, with the comma that is needed.
  await page.keyboard.press('Control+Space');
  await takeFirst(page, 'Condition');
  await takeFirst(page, 'StringEquals');
  await expect
    .poll(() => shownText(page))
    .toContain('acme/plan.pdf",\n      "Condition": {\n        "StringEquals": { "');
});

test('proposals come while one types, and Escape closes them before it leaves the editor', async ({ page }) => {
  await fillIn(
    page,
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "", "Resource": "*" }] }',
  );
  await goBehind(page, '"Action": "', await shownText(page));
  await page.keyboard.type('sqs:Send');
  await expect(
    proposals(page)
      .filter({ hasText: /^sqs:SendMessage/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(proposals(page)).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.type('M');
  await takeFirst(page, 'sqs:SendMessage');
  // A long line is wrapped where it is shown.
  const inOneLine = async () => (await shownText(page)).replace(/\s+/g, ' ');
  await expect.poll(inOneLine).toContain('"Action": "sqs:SendMessage", "Resource"');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Left the editor.')).toBeFocused();
});

const READ = '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme/*" }';
const POLICY = `{ "Version": "2012-10-17", "Statement": [${READ}] }`;

// What is broken, the fixes in the order in which they are taken, and what the text holds then.
const MENDED: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'misspelt names',
    BROKEN,
    ['Change to Allow', 'Change to s3:PutObject', 'Change to BoolIfExists'],
    ['"Effect": "Allow"', '"s3:PutObject"', '"BoolIfExists": {'],
  ],
  [
    'quotes of a word processor',
    POLICY.replaceAll(/"([^"]*)"/g, '\u201c$1\u201d'),
    ['Use straight quotes'],
    ['"Action": "s3:GetObject"'],
  ],
  [
    'commas that are missing or too many',
    POLICY.replace('"2012-10-17",', '"2012-10-17"').replace('/*" }', '/*", }'),
    ['Correct the JSON'],
    ['"2012-10-17", "Statement"'],
  ],
  ['a policy as an escaped text', JSON.stringify(POLICY), ['Unescape the policy'], ['"Action": "s3:GetObject"']],
  [
    'elements and a version that AWS does not know',
    POLICY.replace('2012-10-17', '2012-10-18').replace('"Effect"', '"effect"').replace('"Action"', '"Actions"'),
    ['Change to 2012-10-17', 'Change to Effect', 'Change to Action'],
    ['"Version": "2012-10-17"', '"Effect": "Allow", "Action": "s3:GetObject"'],
  ],
];

for (const [name, broken, fixes, holds] of MENDED) {
  test(`${name}: mended by fixes alone, with keys`, async ({ page }) => {
    await fillIn(page, broken);
    const checks = page.getByText(/^Checks of this policy: /);
    await expect(checks).toContainText('error');
    for (const fix of fixes) {
      const offers = page.getByRole('list', { name: 'Findings' }).getByRole('button', { name: fix, exact: true });
      await offers.first().focus();
      await page.keyboard.press('Enter');
      await expect(offers).toHaveCount(0);
    }
    await expect(checks).not.toContainText('error');
    const mended = (await shownText(page)).replaceAll(/\s+/g, ' ');
    for (const part of holds) expect(mended).toContain(part);
  });
}

test('the key for changes offers the fix under the caret', async ({ page }) => {
  await fillIn(page, BROKEN);
  await expect(page.getByText(/^Checks of this policy: 3 errors/)).toBeVisible();
  await goBehind(page, '"allo', BROKEN);
  await page.keyboard.press('ControlOrMeta+.');
  const offered = isPhone(page)
    ? page.getByRole('region', { name: 'Explanation' }).getByRole('button', { name: 'Change to Allow' })
    : page.getByRole('option', { name: 'Change to Allow' });
  // Monaco's menu has the focus itself.
  if (isPhone(page)) await expect(offered).toBeFocused();
  else await expect(offered).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => shownText(page)).toContain('"Effect": "Allow"');
});

test('the list of findings opens for an error that stands, and holds its height while one types', async ({ page }) => {
  const start =
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }\n  ]\n}';
  await fillIn(page, start);
  const list = page.getByRole('list', { name: 'Findings' });
  const checks = page.getByText(/^Checks of this policy: /);
  await expect(checks).toContainText('suggestion');
  await expect(list).toBeHidden();
  // A comma, and what has to follow it is still to be typed.
  await goBehind(page, '"Resource": "*"', start);
  await page.keyboard.type(',');
  await expect(checks).toContainText('error');
  await expect(list).toBeVisible();
  await expect(list).toContainText('Remove the comma');
  const below = page.locator('details', { has: checks });
  const height = await heightOf(below);
  const whenMended = await heightOnceWithout(below, 'error');
  await page.keyboard.press('Backspace');
  expect(await whenMended()).toBe(height);
  // Once the text is left alone, the list takes the room that it needs.
  await expect.poll(() => heightOf(below)).not.toBe(height);
  // Who closes it is not asked again.
  await checks.click();
  await expect(list).toBeHidden();
});

test('what is under the caret is explained, and a wildcard gives way to its list', async ({ page }) => {
  await fillIn(page, BROKEN);
  await goBehind(page, 's3:GetObj', BROKEN);
  const line = page.getByRole('button', { name: /s3:GetObj\*/ });
  await expect(line).toContainText('of Amazon S3');
  await line.focus();
  await page.keyboard.press('Enter');
  const explanation = page.getByRole('region', { name: 'Explanation' });
  await expect(explanation).toContainText('By access level');
  await explanation.getByRole('button', { name: /^List the \d+ actions of/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => shownText(page)).toContain('"s3:GetObjectTagging"');
  await expect(textOf(page)).toBeFocused();
});

test('statements are jumped to, and a text is laid out', async ({ page }) => {
  await fillIn(page, BROKEN);
  await page.getByRole('button', { name: 'Statements' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Guard/ }).press('Enter');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await page.getByRole('button', { name: 'Format' }).click();
  await expect.poll(() => shownText(page)).toContain('    {\n      "Sid": "Guard",\n      "Effect": "Deny",');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is open to everyone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await fillIn(page, BROKEN);
    await expect(page.getByText(/^Checks of this policy: 3 errors/)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible();
    await textOf(page).focus();
    await goBehind(page, 's3:GetObj', BROKEN);
    await page.getByRole('button', { name: /s3:GetObj\*/ }).click();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await textOf(page).focus();
    await page.keyboard.press('Control+Space');
    await expect(proposals(page).first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}
