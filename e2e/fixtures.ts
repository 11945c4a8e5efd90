// What every browser test stands on: `test` fails on anything that a person would find in the browser's console.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

/** Watches every page, frame and worker of a test, also in contexts that the test opens itself. */
export interface Guard {
  /** What was found so far, one sentence each. */
  readonly faults: readonly string[];
  /** Says that a fault belongs to the test, such as the browser's own line about a page that is missing on purpose. */
  allow(fault: RegExp): void;
}

export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ browser, baseURL }, use) => {
      const faults: string[] = [];
      const allowed: RegExp[] = [];
      const watch = (context: BrowserContext) => watchContext(context, new URL(baseURL ?? '').host, faults);
      browser.on('context', watch);
      await use({ faults, allow: (fault) => allowed.push(fault) });
      browser.off('context', watch);
      expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});

function watchContext(context: BrowserContext, host: string, faults: string[]): void {
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type()))
      faults.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) faults.push(`request to another host: ${url.href}`);
  });
  // Browsers differ in what they print of a violation; the event is the same in all. It arrives above as an error.
  const listening = context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  listening.catch((error: unknown) => faults.push(`the page could not be watched: ${String(error)}`));
}

/** Fails with one line per finding when axe finds a barrier on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // Lists of proposals follow the keys of the editor that they belong to, which axe does not see; and Monaco's calls what stands
  // in it list items, which nothing can change.
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    .exclude('.monaco-list')
    .exclude('[role="listbox"][aria-label="Proposals"]')
    .analyze();
  expect(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.html}`))).toEqual([]);
}

/** Fails when the page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, 'pixels that the page is wider than the window').toBeLessThanOrEqual(0);
}

/** The JavaScript that a page asked for, by the end of its load and two idle seconds after it. */
export interface Scripts {
  readonly files: readonly string[];
  /** Their sum in bytes, each compressed by gzip. */
  readonly gzipped: number;
  /** Whether Monaco is among them. */
  readonly monaco: boolean;
}

/** Opens a page and weighs the scripts that it asks for. */
export async function weighScripts(page: Page, path: string): Promise<Scripts> {
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) asked.add(pathname);
  });
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForTimeout(2000);
  const files = [...asked].sort();
  const sources = files.map((file) => readFileSync(join('out', file)));
  const gzipped = sources.reduce((sum, source) => sum + gzipSync(source, { level: 9 }).length, 0);
  return { files, gzipped, monaco: sources.some((source) => source.includes('standaloneColorizer')) };
}
