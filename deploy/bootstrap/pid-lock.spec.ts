import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holderOf, acquireLock } from './pid-lock.mjs';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => {
  jest.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** The lock of another container of this machine: its pid means nothing here; last renewed `silentMs` ago. */
function foreign(silentMs: number): void {
  leftBehind({ namespace: 'pid:[1]' });
  touch(silentMs);
}

function leftBehind(by: { readonly namespace?: string }): void {
  const release = acquireLock(path, { what: 'Otklik on http://127.0.0.1:4000' });
  const mine = JSON.parse(readFileSync(path, 'utf8')) as object;
  release();
  writeFileSync(path, JSON.stringify({ ...mine, pid: 2 ** 22 + 1, ...by }));
}

function touch(silentMs: number): void {
  const at = new Date(Date.now() - silentMs);
  utimesSync(path, at, at);
}

it('respects the lease of another container, and takes the lock over when it expires', () => {
  foreign(1_000);
  expect(() => acquireLock(path)).toThrow(/held by process/);
  touch(31_000);
  expect(holderOf(path)).toBeUndefined();
  acquireLock(path)();
});

it('takes over the lock of a dead process of its own container at once', () => {
  leftBehind({});
  acquireLock(path)();
});

it('renews the lease for as long as the lock is held', () => {
  jest.useFakeTimers();
  const release = acquireLock(path);
  touch(20_000);
  const before = statSync(path).mtimeMs;
  jest.advanceTimersByTime(5_000);
  expect(statSync(path).mtimeMs).toBeGreaterThan(before + 15_000);
  release();
  expect(jest.getTimerCount()).toBe(0);
});
