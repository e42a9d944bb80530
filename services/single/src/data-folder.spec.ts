import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from '../../../deploy/bootstrap/pid-lock.mjs';
import { DATA_FORMAT, OLDEST_FORMAT, openDataFolder } from '../start/data-folder.mjs';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-data-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The lock of another container of this machine: its pid means nothing here; last touched `silentMs` ago. */
function lockedElsewhere(silentMs: number): void {
  const release = acquireLock(path, { what: 'Otklik on http://127.0.0.1:4000' });
  const holder = JSON.parse(readFileSync(path, 'utf8')) as object;
  release();
  writeFileSync(path, JSON.stringify({ ...holder, pid: 2 ** 22 + 1, namespace: 'pid:[1]' }));
  touch(silentMs);
}

function touch(silentMs: number): void {
  const at = new Date(Date.now() - silentMs);
  utimesSync(path, at, at);
}

it('names the container that holds the data folder, and where the operator’s tool runs', async () => {
  lockedElsewhere(0);
  const opening = openDataFolder(folder, { what: 'a second one' });
  setTimeout(() => touch(-1), 300);
  await expect(opening).rejects.toThrow(
    /^Otklik on .* \(in another container, .* docker compose .* exec otklik npm run/,
  );
});

it('waits, with one line, until the lease of a killed container has expired', async () => {
  lockedElsewhere(29_500);
  const told = jest.spyOn(console, 'error').mockReturnValue();
  const release = await openDataFolder(folder, { what: 'the next' });
  expect(told.mock.calls).toEqual([[expect.stringMatching(/^Otklik: Otklik on .* has not renewed its lock/)]]);
  told.mockRestore();
  release();
});

it.each([
  [1, 'an older'],
  [1_000, 'a newer'],
])('refuses a data folder of format %d and changes nothing in it', async (format, madeBy) => {
  const stamp = JSON.stringify({ format, postgres: '18' });
  writeFileSync(join(folder, 'version.json'), stamp);
  await expect(openDataFolder(folder, { what: 'this one' })).rejects.toThrow(`was made by ${madeBy} Otklik`);
  expect(readFileSync(join(folder, 'version.json'), 'utf8')).toBe(stamp);
});

it('takes over the folder of an earlier release, which refuses it from then on', async () => {
  const file = join(folder, 'version.json');
  writeFileSync(file, JSON.stringify({ format: OLDEST_FORMAT, postgres: '18' }));
  const told = jest.spyOn(console, 'error').mockReturnValue();
  const release = await openDataFolder(folder, { what: 'this one' });
  expect(told.mock.calls).toEqual([[expect.stringMatching(/^Otklik: the data in .* are upgraded/)]]);
  told.mockRestore();
  release();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(DATA_FORMAT);
});
