import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatformEntries } from './lock-platforms.mjs';

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');

describe('the lock file', () => {
  it('names the packages of every platform (node scripts/lock-platforms.mjs)', () => {
    expect(missingPlatformEntries(JSON.parse(text))).toEqual({});
  });

  it.each(['linux', 'darwin', 'win32'])('has the compiled tools of %s', (system) => {
    for (const tool of ['@next/swc', '@biomejs/cli', '@tailwindcss/oxide', '@esbuild/']) {
      expect(text).toMatch(new RegExp(`"node_modules/${tool}-?${system}-x64`));
    }
  });

  it('names no registry', () => {
    expect(text).not.toMatch(/"resolved": "[a-z+]*:/);
    expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toMatch(
      /^omit-lockfile-registry-resolved=true$/m,
    );
  });
});

describe('missingPlatformEntries', () => {
  it('adds a platform package that the registry did not offer', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/tool': {
          dev: true,
          optionalDependencies: { '@tool/linux-x64-musl': '1.0.0', '@tool/win32-arm64': '1.0.0' },
        },
        'node_modules/@tool/win32-arm64': {},
      },
    };
    expect(missingPlatformEntries(lock)).toEqual({
      'node_modules/@tool/linux-x64-musl': {
        version: '1.0.0',
        cpu: ['x64'],
        dev: true,
        optional: true,
        os: ['linux'],
        libc: ['musl'],
      },
    });
  });
});
