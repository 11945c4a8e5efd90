import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from './rules.mjs';
import { importRulesText } from './write.mjs';

// The fixtures are sources in the project's layout (`.txt`, so that no tool takes them for ours). Each imports in every
// direction, and a comment marks the lines that must be refused: `// forbidden` by the table, `// cycle` as a cycle.
const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length).split(sep).join('/'))
  .sort();

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

describe('the import rules', () => {
  let reported: ReadonlyMap<string, readonly number[]>;
  let tree: string;
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'whydenied-imports-'));
    reported = lint(tree);
  }, 60_000);
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(files)('refuse what they must in %s, and nothing else', (file) => {
    expect(reported.get(file) ?? []).toEqual(markedLines(file));
  });

  it.each(ROOMS.map((room) => [room]))('are tried from lib/%s to every other room', (room) => {
    const source = sourceOf(`lib/${room}/module.ts`);
    for (const other of ROOMS) expect(source).toContain(`'@/lib/${other}/thing'`);
  });

  it('are in biome.imports.json as the table has them (node scripts/import-rules/write.mjs)', () => {
    expect(readFileSync(join(root, 'biome.imports.json'), 'utf8')).toBe(importRulesText());
  });
});

function sourceOf(file: string): string {
  return readFileSync(join(fixtures, `${file}.txt`), 'utf8');
}

function markedLines(file: string): readonly number[] {
  return sourceOf(file)
    .split('\n')
    .flatMap((line, index) => (/\/\/ (forbidden|cycle)$/.test(line) ? [index + 1] : []));
}

/** Lints the fixtures in a tree of their own with the project's configuration; file → lines with a finding. */
function lint(tree: string): ReadonlyMap<string, readonly number[]> {
  for (const name of ['biome.json', 'biome.imports.json', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, name), join(tree, name));
  }
  for (const file of files) cpSync(join(fixtures, `${file}.txt`), join(tree, file));
  writeFileSync(join(tree, '.gitignore'), '');
  const rules = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--reporter=json',
      '--max-diagnostics=none',
      ...rules,
    ],
    { cwd: tree, encoding: 'utf8' },
  );
  const report = JSON.parse(run.stdout) as Report;
  const lines = new Map<string, number[]>();
  for (const { category, location } of report.diagnostics) {
    if (!category.startsWith('lint/')) throw new Error(`Biome could not read the fixtures: ${run.stderr}`);
    const file = relative(tree, join(tree, location.path)).split(sep).join('/');
    lines.set(
      file,
      [...new Set([...(lines.get(file) ?? []), location.start.line])].sort((a, b) => a - b),
    );
  }
  return lines;
}
