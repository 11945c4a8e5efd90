import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

// The browser tests run against the built site as it is served, policy and headers included. `npm test` sets these.
const port = Number(process.env.E2E_PORT ?? 4399);
const report = process.env.E2E_REPORT;
// Firefox and WebKit are driven only in the builds that Playwright downloads, so they are asked for: E2E_ALL_BROWSERS=1.
const allBrowsers = process.env.E2E_ALL_BROWSERS === '1';

const executablePath = findBrowser();
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses to run sandboxed as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: { ...(executablePath ? { executablePath } : {}), args },
  permissions: ['clipboard-read', 'clipboard-write'],
};

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // Speed is measured by benches; a busy machine must not fail a journey.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  outputDir: 'test-results',
  // A trace takes a third of a journey's time: `--trace retain-on-failure` asks for one.
  use: { baseURL: `http://127.0.0.1:${port}` },
  webServer: {
    command: 'node scripts/serve.mjs',
    env: { PORT: String(port), HOST: '127.0.0.1' },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 15_000,
  },
  projects: [
    { name: 'desktop', use: { ...chromium, viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { ...chromium, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ...(allBrowsers
      ? [
          { name: 'firefox', use: devices['Desktop Firefox'] },
          { name: 'webkit', use: devices['Desktop Safari'] },
        ]
      : []),
  ],
});
