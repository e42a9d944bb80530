import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { missingWords } from '../build/words.mjs';

it('has every text of the desk in Russian and in English', () => {
  expect(missingWords(fileURLToPath(new URL('../src/words/', import.meta.url)))).toEqual([]);
});

it('lets the browser check no form of the desk: what a field lacks is said in the words of the desk', () => {
  const sources = fileURLToPath(new URL('../src/', import.meta.url));
  const forms = globSync('**/*.tsx', { cwd: sources }).flatMap((path) =>
    [...readFileSync(`${sources}${path}`, 'utf8').matchAll(/<form\b[^]*?>\n/g)].map(([form]) => `${path}: ${form}`),
  );
  expect(forms.length).toBeGreaterThan(5);
  // To sign out is a button alone.
  expect(forms.filter((form) => !/noValidate|action="\/session\/sign-out"/.test(form))).toEqual([]);
});
