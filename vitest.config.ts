import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    globalSetup: ['scripts/catalog/for-tests.mjs'],
    environment: 'node',
    include: ['{app,components,lib,scripts}/**/*.test.{ts,tsx}'],
    passWithNoTests: true,
    // Speed is measured by benches; a busy machine must not fail a property or a very large input.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.ts'],
      exclude: ['lib/**/*.test.ts', 'lib/**/*.bench.ts', 'lib/testing/**'],
      reporter: ['text-summary', 'lcov'],
    },
    benchmark: { include: ['lib/**/*.bench.ts'] },
  },
});
