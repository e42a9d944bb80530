import { describe, expect, it } from '@jest/globals';
import { DATA_FORMAT, OLDEST_FORMAT } from '../../start/data-folder.mjs';
import { presentMigrations, releases } from './migrations.fixture.js';

const present = presentMigrations();
const all = releases();

describe.each([...all])('%s, whose data an upgrade finds', (_, { format, migrations }) => {
  it.each(Object.keys(migrations))('has the migrations of %s as they were released', (schema) => {
    expect(present[schema]).toMatchObject(migrations[schema]!);
  });

  it('reads no folder that a later migration has changed', () => {
    const count = (of: typeof migrations) => Object.values(of).flatMap((one) => Object.keys(one)).length;
    if (count(present) > count(migrations)) expect(DATA_FORMAT.format).toBeGreaterThan(format);
    else expect(DATA_FORMAT.format).toBeGreaterThanOrEqual(format);
  });
});

it('upgrades the folder of every release', () => {
  expect(all.size).toBeGreaterThan(0);
  for (const { format } of all.values()) expect(format).toBeGreaterThanOrEqual(OLDEST_FORMAT);
});
