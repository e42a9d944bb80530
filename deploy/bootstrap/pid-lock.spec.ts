import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holderOf, takeLock } from './pid-lock.mjs';

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

/** A lock as another container of this machine left it: a pid that is nobody's here, last touched some time ago. */
function foreign(silentMs: number): void {
  leftBehind({ namespace: 'pid:[1]' });
  touch(silentMs);
}

function leftBehind(by: { readonly namespace?: string }): void {
  const release = takeLock(path, { what: 'Otklik on http://127.0.0.1:4000' });
  const mine = JSON.parse(readFileSync(path, 'utf8')) as object;
  release();
  writeFileSync(path, JSON.stringify({ ...mine, pid: 2 ** 22 + 1, ...by }));
}

function touch(silentMs: number): void {
  const at = new Date(Date.now() - silentMs);
  utimesSync(path, at, at);
}

it('holds a lock of another container while that touches it, and takes it over afterwards', () => {
  foreign(1_000);
  expect(() => takeLock(path)).toThrow(/held by process/);
  touch(31_000);
  expect(holderOf(path)).toBeUndefined();
  takeLock(path)();
});

it('takes over at once what its own container left', () => {
  leftBehind({});
  takeLock(path)();
});

it('touches the lock for as long as it is held', () => {
  jest.useFakeTimers();
  const release = takeLock(path);
  touch(20_000);
  const before = statSync(path).mtimeMs;
  jest.advanceTimersByTime(5_000);
  expect(statSync(path).mtimeMs).toBeGreaterThan(before + 15_000);
  release();
  expect(jest.getTimerCount()).toBe(0);
});
