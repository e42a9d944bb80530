import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../compose.js';
import type { Composition } from '../composition.js';
import { verifyCommand } from './verify.js';

let composition: Composition;
let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'otklik-verify-'));
const steps: (() => unknown)[] = [];

beforeAll(async () => {
  process.env['OTKLIK_ROLE_SECRET'] = testRoleSecret;
  database = await testDatabase();
  const teardown = (step: () => unknown): void => void steps.push(step);
  composition = await compose({ dataDir, databaseUrl: database.url, embedded: false, teardown });
}, 120_000);
afterAll(async () => {
  for (const step of steps.reverse()) await step();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Interrupted as soon as it has said something of that. */
async function verified(interruptedAt?: string): Promise<{ readonly exit: number; readonly said: readonly string[] }> {
  const stopped = new AbortController();
  const said: string[] = [];
  const say = (line: string): void => {
    said.push(line);
    if (interruptedAt !== undefined && line.includes(interruptedAt)) stopped.abort();
  };
  const report = { say, complain: say, progress: () => undefined };
  return { exit: await verifyCommand.execute(composition, {}, report, stopped.signal), said };
}

it.each(['log: ', 'registration numbers', 'register: '])(
  'gives no verdict when interrupted after %s',
  async (at) => {
    const { exit, said } = await verified(at);
    expect([exit, said.at(-1)]).toEqual([1, 'Interrupted: not everything was looked at. Run it again.']);
    expect(said).not.toContain('Everything is whole.');
    expect(await verified()).toMatchObject({ exit: 0 });
  },
  60_000,
);
