// What a person does on the pages, by role and label, for the journeys.
import { expect, type Locator, type Page } from '@playwright/test';

export const STEPS = [
  'Source of the call',
  'Identity-based policies',
  'Organization policies',
  'Resource-based policy',
  'Permissions boundary',
  'Error message',
  'Session and endpoint policies',
] as const;

export type StepTitle = (typeof STEPS)[number];

/** The window is as narrow as a phone's: one column, the verdict a line at the bottom. */
export function isPhone(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 700;
}

/** Pastes as a person does: focus, clipboard, Ctrl+V. */
export async function paste(page: Page, target: Locator, text: string): Promise<void> {
  await target.focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** A paste of any size or content, also one that a clipboard would not carry. */
export async function pasteEvent(target: Locator, text: string): Promise<void> {
  await target.focus();
  await target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

export function startBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Paste an error message, an event, or a policy' });
}

/** Opens the start page and pastes there; the diagnosis opens by itself. */
export async function startWith(page: Page, text: string): Promise<void> {
  await page.goto('/');
  await paste(page, startBox(page), text);
  await page.waitForURL('**/diagnose/');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
}

export async function openDiagnose(page: Page): Promise<void> {
  await page.goto('/diagnose/');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
}

export function stepButton(page: Page, title: StepTitle): Locator {
  const number = STEPS.indexOf(title) + 1;
  return page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button')
    .nth(number - 1);
}

export async function openStep(page: Page, title: StepTitle): Promise<void> {
  await stepButton(page, title).click();
  await expect(stepHeading(page, title)).toBeVisible();
}

export function stepHeading(page: Page, title: StepTitle): Locator {
  return page.getByRole('heading', { level: 2, name: title });
}

/** Opens a step and pastes a policy into its empty editor; gives the editor that holds it then. */
export async function givePolicy(page: Page, step: StepTitle, well: string, text: string): Promise<void> {
  await openStep(page, step);
  await paste(page, page.getByRole('textbox', { name: well }), text);
}

/** A policy with its name, its editor and its marks. */
export function policy(page: Page, name: string): Locator {
  return page.getByRole('region', { name: new RegExp(`(policy|SCP|RCP|boundary) ${name}$`) });
}

/** Replaces a policy's whole text, in either editor. */
export async function retype(page: Page, name: string, text: string): Promise<void> {
  await editor(page, name).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Expects a policy's text, whichever editor shows it. Monaco draws lines, with hard spaces. */
export async function expectText(page: Page, name: string, text: string): Promise<void> {
  // Read in one go: Monaco may take the plain editor's place at any moment.
  const shown = () =>
    policy(page, name).evaluate((section) => {
      const lines = section.querySelector('.view-lines');
      if (lines === null) return section.querySelector('textarea')?.value;
      const drawn = [...lines.querySelectorAll('.view-line')].map((line) => line.textContent);
      return drawn.join('\n').replaceAll('\u00a0', ' ');
    });
  await expect.poll(shown).toBe(text);
}

/** The editor of a policy. */
export function editor(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^Text of ${name}(\\.|$)`) });
}

/** The marks of a policy in words. */
export function marks(page: Page, name: string): Locator {
  return policy(page, name).getByRole('list', { name: 'Marked places' });
}

/** What the checks found in the one policy of a step; the list opens by itself where there is an error, else when asked. */
export async function findings(page: Page): Promise<Locator> {
  const summary = page.getByText(/^Checks of .*: \d/).first();
  await expect(summary).toBeVisible();
  const list = page.getByRole('list', { name: 'Findings' });
  if (!/ error/.test((await summary.textContent()) ?? '')) await summary.click();
  await expect(list).toBeVisible();
  return list;
}

/** The answer: a heading beside the step, on phones the line at the bottom. */
export async function expectHeadline(page: Page, headline: string | RegExp): Promise<void> {
  const place = isPhone(page)
    ? page.getByRole('button', { name: headline })
    : page.getByRole('region', { name: 'Verdict' }).getByRole('heading', { level: 2, name: headline });
  await expect(place).toBeVisible();
}

/** The whole verdict; on phones it opens upward first. */
export async function openVerdict(page: Page, headline: string | RegExp): Promise<Locator> {
  if (isPhone(page)) await page.getByRole('button', { name: headline, expanded: false }).click();
  return page.getByRole('region', { name: 'Verdict' });
}

/** The field of the request; where there is no room for it, it opens first. */
export async function requestField(
  page: Page,
  label: 'Caller' | 'Action' | 'Resource' | 'Resource’s account',
): Promise<Locator> {
  const request = page.getByRole('region', { name: 'Request' });
  const field = request.getByRole('textbox', { name: label, exact: true });
  if (!(await field.isVisible())) await request.getByText('Request', { exact: true }).click();
  return field;
}

/** Clicks "Copy link" and gives what is in the clipboard then. */
export async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: /Copy link/ }).click();
  await expect(page.getByText('Link copied')).toBeAttached();
  return page.evaluate(() => navigator.clipboard.readText());
}
