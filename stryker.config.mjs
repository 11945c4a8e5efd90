// npm run test:mutation: which small changes of matching, operators and decision the tables of cases would not notice.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  // Stryker reads such a file through an interface that this project's compiler does not have; vitest does without it.
  tsconfigFile: 'none',
  mutate: [
    'lib/text/{wildcard,stretch}.ts',
    'lib/evaluation/{action,resource,principal,condition,condition-key,condition-value,key-states,null-operator,match,statement,substitute,operators}.ts',
    'lib/evaluation/operators/*.ts',
    '!lib/evaluation/operators/*.test.ts',
    'lib/evaluation/{layer,decide,applicability,responsible}.ts',
  ],
  // What runs once, when a module is loaded, would need all tests for every single change.
  ignoreStatic: true,
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  tempDirName: '.cache/mutation/sandbox',
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  thresholds: { high: 95, low: 85, break: 85 },
};
