import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = (['ru', 'en'] as const).flatMap((language) =>
  readdirSync(join(import.meta.dirname, language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(language, name)),
);

it.each(files)('%s says each text once: of two with one name the second would be said for both', (file) => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const named = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, name]) => name);
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
  expect(named).toHaveLength(Object.keys(JSON.parse(text) as object).length);
});
