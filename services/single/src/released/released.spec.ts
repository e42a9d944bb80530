import { describe, expect, it } from '@jest/globals';
import { DATA_FORMAT, OLDEST_FORMAT } from '../../start/data-folder.mjs';
import { execFileSync } from 'node:child_process';
import { commitsOfReleases, presentMigrations, releases } from './migrations.fixture.js';

const present = presentMigrations();
const all = releases();
const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

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

it('knows the commit of every release but the one that is made, whose sources a clone without tags has', () => {
  const commits = commitsOfReleases();
  const unnamed = [...all.keys()].filter((tag) => !commits.has(tag));
  expect([[], [[...all.keys()].at(-1)]]).toContainEqual(unnamed);
  for (const [tag, commit] of commits) {
    expect(all.has(tag)).toBe(true);
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
  }
  if (git('rev-parse', '--is-shallow-repository') === 'true') return;
  for (const commit of commits.values()) expect(git('merge-base', commit, 'HEAD')).toBe(commit);
});
