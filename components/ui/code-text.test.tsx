import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CodeText } from './code-text';

it('shows what is written, as text', () => {
  const html = renderToStaticMarkup(<CodeText>{'Denied by `<img src=x onerror=alert(1)>` & <b>more</b>'}</CodeText>);
  expect(html).not.toMatch(/<(img|b)\b/);
  expect(html).toContain('&lt;b&gt;more&lt;/b&gt;');
});
