import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { missingWords } from '../build/words.mjs';

it('has every text of the desk in Russian and in English', () => {
  expect(missingWords(fileURLToPath(new URL('../src/words/', import.meta.url)))).toEqual([]);
});
