import { expect, it } from '@jest/globals';
import { filledText } from './filled-text.js';

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  filledText(text, /\{(\w+)\}/g, (name) => values[name]);

it('fills in what it knows, once', () => {
  expect(filled('{a} и {b}, {c}', { a: '{b}', b: '2' })).toBe('{b} и 2, {c}');
});

it('ends a sentence with one full stop, also after «2026 г.»', () => {
  const until = '10 декабря 2026 г.';
  expect(filled('Ответим до {until}.', { until })).toBe('Ответим до 10 декабря 2026 г.');
  expect(filled('До {until}, не позже {until}', { until })).toBe('До 10 декабря 2026 г., не позже 10 декабря 2026 г.');
});
