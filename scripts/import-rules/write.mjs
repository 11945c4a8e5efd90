// Writes biome.imports.json from the table in rules.mjs; a unit test fails when somebody forgot to.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importOverrides } from './rules.mjs';

/** The text of biome.imports.json, one override a line. */
export function importRulesText() {
  const lines = importOverrides().map((override) => `    ${JSON.stringify(override)}`);
  return `{\n  "overrides": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../biome.imports.json', import.meta.url), importRulesText());
}
