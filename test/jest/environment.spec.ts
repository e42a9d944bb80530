import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';

interface Environment {
  readonly timers: { sleep(ms: number): Promise<void> };
  teardown(): Promise<void>;
}
const Environment = createRequire(import.meta.url)('./environment.cjs') as new (options: object) => Environment;
const globals = globalThis as typeof globalThis & { leftBehind?: string };

afterEach(() => void delete process.env['LEFT_BEHIND']);

it('undoes at the end of a spec file what the file left in the process', async () => {
  const { fetch } = globalThis;
  const listeners = process.listenerCount('SIGTERM');
  const environment = new Environment({ projectConfig: { globals: {}, testEnvironmentOptions: {}, fakeTimers: {} } });
  globals.leftBehind = 'a global';
  globalThis.fetch = () => Promise.reject(new Error('not here'));
  process.env['LEFT_BEHIND'] = 'a variable';
  process.on('SIGTERM', () => undefined);
  await environment.teardown();
  expect([globals.leftBehind, process.env['LEFT_BEHIND']]).toEqual([undefined, undefined]);
  expect(globalThis.fetch).toBe(fetch);
  expect(process.listenerCount('SIGTERM')).toBe(listeners);
});

it('clears at the end of a spec file the timers that its own code left, and nothing after them goes on', async () => {
  const environment = new Environment({ projectConfig: { globals: {}, testEnvironmentOptions: {}, fakeTimers: {} } });
  const done: string[] = [];
  setTimeout(() => done.push('timeout'), 30);
  setInterval(() => done.push('interval'), 10);
  void environment.timers.sleep(30).then(
    () => done.push('slept'),
    () => done.push('failed'),
  );
  const cleared = setTimeout(() => done.push('cleared'), 1);
  clearTimeout(cleared);
  await environment.timers.sleep(1);
  await environment.teardown();
  done.length = 0;
  await sleep(60);
  expect(done).toEqual([]);
});

it('has one realm for packages and own code', () => {
  expect(new GraphQLError('of a package')).toBeInstanceOf(Error);
  expect(Object.getPrototypeOf(Buffer.from('of Node.js'))).toBe(Buffer.prototype);
});

it('tells the lines of the TypeScript source in a stack', () => {
  expect(new Error('here').stack).toMatch(/environment\.spec\.ts:53:10/);
});
