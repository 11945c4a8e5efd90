import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from './browser.mjs';

const only = (path: string) => (other: string) => other === path;

describe('findBrowser', () => {
  it.each([
    ['CHROMIUM_PATH before all', { CHROMIUM_PATH: '/opt/my-chrome', PATH: '/usr/bin' }, '/opt/my-chrome'],
    ['a browser on the PATH', { PATH: '/usr/bin' }, join('/usr/bin', 'chromium')],
    ['the browser without windows on the PATH', { PATH: '/usr/bin' }, join('/usr/bin', 'chromium-headless-shell')],
    ['Edge on the PATH', { PATH: '/usr/bin' }, join('/usr/bin', 'microsoft-edge')],
    ['Edge on macOS', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    [
      'Chrome on Windows',
      { PROGRAMFILES: 'C:\\Programs' },
      join('C:\\Programs', 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ],
    [
      'Edge on Windows',
      { 'PROGRAMFILES(X86)': 'C:\\86' },
      join('C:\\86', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ],
  ])('finds %s', (_name, env, path) => {
    expect(findBrowser(env, only(path))).toBe(path);
  });

  it('says so when CHROMIUM_PATH names nothing, instead of taking another', () => {
    expect(() => findBrowser({ CHROMIUM_PATH: '/nowhere', PATH: '/usr/bin' }, only('/usr/bin/chromium'))).toThrow(
      'CHROMIUM_PATH is `/nowhere`, but there is no such file.',
    );
  });

  it('finds nothing where nothing is', () => {
    expect(findBrowser({}, () => false)).toBeUndefined();
  });
});
