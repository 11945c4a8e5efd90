// Finds a browser for the browser tests, and installs one where none is: by Playwright, or by apt as root on Debian.
// `node scripts/browser.mjs` prints the path.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './setup/run.mjs';

// The one without windows comes first: it opens pages in a fraction of the time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];
const NO_BROWSER =
  'There is no browser for the browser tests, and none could be installed: install Chrome, Chromium or Edge ' +
  '(Debian and Ubuntu: `sudo apt-get install chromium`, macOS: `brew install --cask chromium`), or set ' +
  '`CHROMIUM_PATH` to one, then run the command again.';

/**
 * The path of a browser that is there: CHROMIUM_PATH, an installed one, Playwright's own. Throws for a wrong CHROMIUM_PATH.
 * @param {Record<string, string | undefined>} env
 * @param {(path: string) => boolean} exists
 * @returns {string | undefined}
 */
export function findBrowser(env = process.env, exists = existsSync) {
  if (env.CHROMIUM_PATH) {
    if (exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(
      `CHROMIUM_PATH is \`${env.CHROMIUM_PATH}\`, but there is no such file. Correct it or leave it out.`,
    );
  }
  return installedPlaces(env).find((path) => exists(path)) ?? playwrightsOwn(exists);
}

/** The path of a browser, installed now if need be. Throws one clear sentence when there is no way. */
export function ensureBrowser() {
  return findBrowser() ?? installByPlaywright() ?? installByApt() ?? fail(NO_BROWSER);
}

/** Where browsers are, on every system: a place that is not on this one does not exist. */
function installedPlaces(env) {
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  return [
    ...onPath.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...MAC,
    ...programs.flatMap((folder) => WINDOWS.map((parts) => join(folder, ...parts))),
  ];
}

function playwrightsOwn(exists) {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return path && exists(path) ? path : undefined;
}

function installByPlaywright() {
  console.log('No browser found; installing Chromium by Playwright …');
  runTool('playwright', ['install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'ignore'], // its errors are pages of stack traces; the sentence at the end says more
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return findBrowser();
}

function installByApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/debian_version'))
    return undefined;
  console.log('Playwright could not install one; installing Chromium by apt-get …');
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  for (const name of ['chromium-headless-shell', 'chromium']) {
    apt('install', '-y', '--no-install-recommends', name);
    const browser = findBrowser();
    if (browser) return browser;
  }
  return undefined;
}

function fail(sentence) {
  throw new Error(sentence);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
