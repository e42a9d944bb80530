import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { palettes, style } from './style.js';

/** `--name: #value` of a block of the desk's tokens. */
function tokensOf(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]));
}

const css = readFileSync(new URL('../../src/parts/tokens.css', import.meta.url), 'utf8');

it.each([
  ['light', /:root \{([^}]*)\}/],
  ['dark', /\[data-theme='?"?dark'?"?\] \{([^}]*)\}/],
  ['contrast', /\[data-theme='?"?contrast'?"?\] \{([^}]*)\}/],
] as const)('has the colours of the tokens (%s)', (theme, block) => {
  const tokens = tokensOf(block.exec(css)?.[1] ?? '');
  const own = tokensOf(palettes[theme]);
  expect(own.size).toBeGreaterThan(10);
  for (const [name, value] of own) expect([name, tokens.get(name)]).toEqual([name, value]);
});

it('names no colour outside the palettes', () => {
  const rest = Object.values(palettes).reduce(
    (text, palette) => text.replaceAll(palette.replaceAll('\n', ''), ''),
    style,
  );
  expect(rest.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull();
});
