// npm run bench -- editor: how long a key press takes until the mark for it stands in the page, in both editors. It needs the
// built site (`npm run build`) and a browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { root } from '../setup/root.mjs';

const PRESSES = 60;
const WIDTHS = { 'plain editor': 600, Monaco: 1280 };
const SIZES = [1, 6, 20];
const MARK = '.pe-span-finding-error';

/** A policy of so many thousand characters, without errors, whose last letters are those of an action. */
function policyOf(thousands) {
  const statement = (place) => ({
    Sid: `Team${place}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: [`arn:aws:s3:::team-${place}/*`],
    Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${place}` } },
  });
  const statements = [];
  const text = () => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
  while (text().length < thousands * 1000 - 300) statements.push(statement(statements.length));
  const last = '    { "Sid": "Last", "Effect": "Allow", "Resource": "*", "Action": "s3:ListAllMyBuckets"}]}';
  return `${text().replace(/\n {2}\]\n\}$/, '')},\n${last}`;
}

async function serve() {
  if (!existsSync(`${root}/out`)) throw new Error('There is no built site. Run `npm run build` first.');
  const server = spawn(process.execPath, [fileURLToPath(new URL('../serve.mjs', import.meta.url))], {
    env: { ...process.env, PORT: '4500' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { server, address };
  }
  throw new Error('The server did not start.');
}

/** Milliseconds from each key press to its mark. */
async function measure(page, policy) {
  const area = page.getByRole('textbox', { name: /^Policy(\.|$)/ });
  await area.fill(policy);
  await area.focus();
  if (page.viewportSize().width > 700) await page.locator('.monaco-editor').first().waitFor();
  await page.keyboard.press('ControlOrMeta+End');
  for (let step = 0; step < '"}]}'.length; step++) await page.keyboard.press('ArrowLeft');
  const times = [];
  // The first presses wait for AWS's data and for code that is not loaded yet.
  for (let press = -5; press < PRESSES; press++) {
    const marked = await page.evaluateHandle(timeToMark, MARK);
    await page.keyboard.press('x');
    const time = await marked.evaluate((watch) => watch.time);
    if (press >= 0) times.push(time);
    await page.keyboard.press('Backspace');
    await page.waitForFunction((mark) => document.querySelector(mark) === null, MARK);
    await page.keyboard.press('Escape');
    await area.focus();
  }
  return times.sort((one, other) => one - other);
}

/** In the page: from the next key on until the mark is there. In an object, so that the watch is set before the key is pressed. */
function timeToMark(mark) {
  const time = new Promise((resolve) => {
    let pressed;
    window.addEventListener('keydown', ({ timeStamp }) => (pressed ??= timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (pressed === undefined || document.querySelector(mark) === null) return;
      observer.disconnect();
      resolve(performance.now() - pressed);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
  });
  return { time };
}

const at = (sorted, share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0).padStart(7);

const { server, address } = await serve();
const executablePath = findBrowser();
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
try {
  console.log(`${'ms from key to mark'.padEnd(34)} median    95 %    most`);
  for (const [editor, width] of Object.entries(WIDTHS)) {
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(new URL('check/', address).href);
      const times = await measure(page, policyOf(size));
      console.log(
        `${`${editor}, ${size},000 characters`.padEnd(34)}${at(times, 0.5)} ${at(times, 0.95)} ${at(times, 1)}`,
      );
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
}
