import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { workKinds } from './work-kinds.js';

const operations = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');

it.each(Object.entries(workKinds))('tells operators what %s is', (kind, meaning) => {
  expect(operations).toMatch(new RegExp(`\\| \`${kind}\` \\([^|]+\\) \\| ${meaning} \\|`));
});

it('has no two names of one meaning', () => {
  const names = Object.keys(workKinds);
  expect(new Set(Object.values(workKinds)).size).toBe(names.length);
});
