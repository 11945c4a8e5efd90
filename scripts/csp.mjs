// Puts a Content Security Policy into every exported page after the build: Next writes its start-up data as inline
// scripts, so each page allows exactly those by their hashes, and no other.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Trusted Types policies: ours in public/boot.js ('default') and those that Monaco makes for itself.
const TRUSTED_TYPES = [
  'default',
  'standaloneColorizer',
  'editorViewLayer',
  'richScreenReaderContent',
  'domLineBreaksComputer',
  'defaultWorkerFactory',
  'diffReview',
  'diffEditorWidget',
  'tokenizeToString',
  'dompurify',
];
// The policy comes right after the charset, which has to be within the first 1024 bytes, and before any script.
const CHARSET = '<meta charSet="utf-8"/>';
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** Writes the policy into every page below `folder`; throws when a page is not as Next writes them today. */
export function writePolicies(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = join(folder, name);
    const html = withPolicy(readFileSync(file, 'utf8'));
    if (html === undefined) {
      throw new Error(`${file} has no ${CHARSET} or no inline script: has Next changed what it writes?`);
    }
    writeFileSync(file, html);
  }
}

/**
 * The page with its policy; undefined when the page does not look as expected.
 * @param {string} html
 * @returns {string | undefined}
 */
export function withPolicy(html) {
  const plain = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '');
  const hashes = new Set();
  for (const [, attributes, source] of plain.matchAll(INLINE_SCRIPT)) {
    if (!/type="application\/(ld\+)?json"/.test(attributes)) hashes.add(hashOf(source));
  }
  if (!plain.includes(CHARSET) || hashes.size === 0) return undefined;
  const policy = directives([...hashes]).join('; ');
  return plain.replace(CHARSET, `${CHARSET}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

function directives(hashes) {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'", // Monaco writes <style> elements and style attributes
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES.join(' ')}`,
  ];
}

const hashOf = (source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
