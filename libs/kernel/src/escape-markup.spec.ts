import { expect, it } from '@jest/globals';
import { escapeMarkup, escapeXml } from './escape-markup.js';

it('leaves no text that is read as markup', () => {
  expect(escapeMarkup(`<a href="x" title='y'>&</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
  );
});

it('writes what XML cannot hold so that a reader of it goes on', () => {
  expect(escapeXml('a\u0000b\u001f<\ufffe\ud800 \u{1f525} ё\t\n')).toBe(
    'a\ufffdb\ufffd&lt;\ufffd\ufffd \u{1f525} ё\t\n',
  );
});
