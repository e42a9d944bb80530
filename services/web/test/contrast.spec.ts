import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const css = readFileSync(new URL('../src/parts/tokens.css', import.meta.url), 'utf8');

/** Colours of a theme: the light ones, overridden by those of the block with this selector. */
function palette(selector: string): Record<string, string> {
  const light = block(':root {');
  return selector === ':root {' ? light : { ...light, ...block(selector) };
}

function block(selector: string): Record<string, string> {
  const body = css.slice(css.indexOf(selector)).split('}')[0]!;
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const surfaces = ['--paper', '--ground', '--wash', '--accent-wash'];
const texts = ['--ink', '--ink-2', '--accent', '--late'].flatMap((text) => surfaces.map((on) => [text, on] as const));
const readable = [
  ...texts,
  ...['--ink', '--ink-2', '--accent', '--attention'].map((text) => [text, '--attention-wash'] as const),
  ['--attention', '--paper'] as const,
  ['--attention', '--ground'] as const,
  ['--on-accent', '--accent'] as const,
  ['--on-accent', '--accent-press'] as const,
];
const seen = [
  ...surfaces.map((on) => ['--edge', on] as const),
  ...['--paper', '--ground', '--accent-wash'].map((on) => ['--focus', on] as const),
  ...['--paper', '--ground'].map((on) => ['--district', on] as const),
];

describe.each([
  ['light', ':root {'],
  ['dark', "[data-theme='dark'] {"],
  ['contrast', "[data-theme='contrast'] {"],
])('the %s palette', (_, selector) => {
  const colours = palette(selector);

  it.each(readable)('has 4.5:1 for text in %s on %s', (text, on) => {
    expect(contrast(colours[text]!, colours[on]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(seen)('has 3:1 for %s on %s', (edge, on) => {
    expect(contrast(colours[edge]!, colours[on]!)).toBeGreaterThanOrEqual(3);
  });
});

it('has the same dark colours by preference and by choice', () => {
  expect(block(':root:not([data-theme]) {')).toEqual(block("[data-theme='dark'] {"));
});
