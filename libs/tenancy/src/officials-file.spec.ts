import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { officialEntry } from './directory-entries.js';
import { readOfficialsFile } from './officials-file.js';

const FILE = fileURLToPath(new URL('../../../deploy/districts/demo/officials.yaml', import.meta.url));

it('has of who signs letters in the demonstration the post that is over the name', () => {
  const officials = readOfficialsFile(FILE, readFileSync(FILE, 'utf8'));
  const signing = officials.filter(({ roles }) =>
    roles.some(({ role, department }) => ['SIGNATORY', 'HEAD'].includes(role) && department === undefined),
  );
  expect(signing.length).toBeGreaterThan(3);
  for (const official of signing)
    expect(officialEntry(official, official.roles[0]!.district).data).toMatchObject({ position: official.position });
  expect(signing.filter(({ position }) => position === undefined)).toEqual([]);
});

it('knows an official without a post', () => {
  const [one] = readOfficialsFile(
    'file',
    'officials: [{ login: a.b, name: Анна, roles: [{ district: a, role: HEAD }] }]',
  );
  expect(officialEntry(one!, 'a').data).toEqual({ id: expect.any(String), name: 'Анна', roles: [{ role: 'HEAD' }] });
});
