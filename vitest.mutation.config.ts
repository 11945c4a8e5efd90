import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// What the mutation tests run: the tables of cases alone. Properties and random documents would kill more, and prove less of the tables.
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    globalSetup: ['scripts/catalog/for-tests.mjs'],
    environment: 'node',
    include: [
      'lib/diagnosis/evaluation-cases.test.ts',
      'lib/diagnosis/rules.test.ts',
      'lib/diagnosis/{diagnose,outcomes}.test.ts',
      'lib/evaluation/**/*.test.ts',
      'lib/explanation/*.test.ts',
      'lib/request/*.test.ts',
      'lib/text/wildcard.test.ts',
    ],
    testTimeout: 60_000,
  },
});
