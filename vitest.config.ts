import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A test that puts something in a module's place must not share modules with others; all others may, and start sooner so.
const REPLACES_MODULES = ['lib/diagnosis/steps.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    globalSetup: ['scripts/catalog/for-tests.mjs'],
    environment: 'node',
    passWithNoTests: true,
    maxWorkers: '100%',
    // Speed is measured by benches; a busy machine must not fail a property or a very large input.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,scripts}/**/*.test.{ts,tsx}'],
          exclude: REPLACES_MODULES,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: REPLACES_MODULES } },
    ],
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.ts'],
      exclude: ['lib/**/*.test.ts', 'lib/testing/**'],
      reporter: ['text-summary', 'lcov'],
    },
  },
});
