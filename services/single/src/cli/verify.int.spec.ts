import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { composedOnce, type Composed } from './composed.fixture.js';
import { verifyCommand } from './verify.js';

let composed: Composed;
beforeAll(async () => void (composed = await composedOnce()), 120_000);
afterAll(() => composed.end());

/** Interrupted as soon as it has said something of that. */
async function verified(interruptedAt?: string): Promise<{ readonly exit: number; readonly said: readonly string[] }> {
  const stopped = new AbortController();
  const said: string[] = [];
  const print = (line: string): void => {
    said.push(line);
    if (interruptedAt !== undefined && line.includes(interruptedAt)) stopped.abort();
  };
  const report = { print, warn: print, progress: () => undefined };
  return { exit: await verifyCommand.execute(composed.composition, {}, report, stopped.signal), said };
}

it.each(['log: ', 'registration numbers', 'register: '])(
  'gives no verdict when interrupted after %s',
  async (at) => {
    const { exit, said } = await verified(at);
    expect([exit, said.at(-1)]).toEqual([1, 'Interrupted: not everything was checked. Run it again.']);
    expect(said).not.toContain('Everything is whole.');
    expect(await verified()).toMatchObject({ exit: 0 });
  },
  60_000,
);

it('reports in one line that the live register has a newer version', async () => {
  const { worker } = composed.composition.services.get('search')!.resources;
  await worker.query(`update search.read_model set version = version + 1 where name = 'register'`);
  const { exit, said } = await verified();
  await worker.query(`update search.read_model set version = version - 1 where name = 'register'`);
  expect([exit, said.at(-1)]).toEqual([1, '1 difference(s) were found.']);
  expect(said).toContainEqual(expect.stringMatching(/^Version .* does not fill: otklik rebuild register$/));
}, 60_000);
