// The response headers are written once, in public/_headers, which several hosts read; our own server reads it too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rules of FOLDER/_headers in order; none when there is no such file. */
export function readHeaderRules(folder) {
  try {
    return parseHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A line that starts with `/` opens a rule, the indented lines after it are its headers, `#` starts a comment. */
function parseHeaderRules(text) {
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} });
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header && rules.length > 0) rules.at(-1).headers[header[1]] = header[2];
  }
  return rules;
}

/** The headers for a path; of two rules that set the same header the later one counts. A rule ends in `*` or is exact. */
export function headersFor(rules, path) {
  const fits = (rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path);
  return Object.assign({}, ...rules.filter(fits).map((rule) => rule.headers));
}
