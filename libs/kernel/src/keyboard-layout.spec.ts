import { expect, it } from '@jest/globals';
import { fromLatinLayout } from './keyboard-layout.js';

it('reads the other keyboard layout, and nothing that writes no letter', () => {
  expect(fromLatinLayout('jnjgktybt')).toBe('отопление');
  expect(fromLatinLayout('[jkjlyj')).toBe('холодно');
  expect(fromLatinLayout('вода')).toBeUndefined();
  expect(fromLatinLayout('dom25')).toBeUndefined();
});
