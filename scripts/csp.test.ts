import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withPolicy } from './csp.mjs';

const page = (scripts: string) => `<html><head><meta charSet="utf-8"/>${scripts}</head></html>`;
const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

describe('withPolicy', () => {
  it('allows the inline scripts of the page by their hashes, and no other', () => {
    const html = withPolicy(page('<script src="/boot.js"></script><script>a()</script><script id="x">b()</script>'));
    expect(html).toContain(`script-src 'self' ${hash('a()')} ${hash('b()')};`);
    expect(html).not.toContain(hash(''));
  });

  it('never allows unsafe scripts, and enforces Trusted Types', () => {
    const html = withPolicy(page('<script>a()</script>')) ?? '';
    expect(/script-src [^;]*/.exec(html)?.[0]).not.toContain('unsafe');
    expect(html).toContain("require-trusted-types-for 'script'");
  });

  it('stands before every script, right after the charset', () => {
    expect(withPolicy(page('<script>a()</script>'))).toMatch(
      /<meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" /,
    );
  });

  it('replaces its own policy when it runs twice', () => {
    const once = withPolicy(page('<script>a()</script>')) ?? '';
    expect(withPolicy(once)).toBe(once);
  });

  it('counts data in a script element as no script', () => {
    const html = withPolicy(page('<script>a()</script><script type="application/ld+json">{}</script>'));
    expect(html).not.toContain(hash('{}'));
  });

  it('refuses a page that is not as Next writes them', () => {
    expect(withPolicy(page(''))).toBeUndefined();
    expect(withPolicy('<html><script>a()</script></html>')).toBeUndefined();
  });
});
