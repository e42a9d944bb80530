import { expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { DistrictShares } from './district-shares.js';

const MAX_BESIDE = 2;
const ACTIVE_MS = 1_000;

function world() {
  let now = 5_000;
  const shares = new DistrictShares({ maxBeside: MAX_BESIDE, activeMs: ACTIVE_MS, now: () => now });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const send = (district: number, name: string) => {
    shares.noteRequest(district);
    void shares.runInTurn(district, () => {
      started.push(name);
      return new Promise<void>((resolve) => void ends.set(name, resolve));
    });
  };
  const end = async (name: string) => {
    ends.get(name)!();
    await turn();
  };
  return { shares, started, send, end, pass: (ms: number) => void (now += ms) };
}

it('lets a district that sends alone run all it has', () => {
  const { started, send } = world();
  for (const name of ['a1', 'a2', 'a3', 'a4']) send(1, name);
  expect(started).toEqual(['a1', 'a2', 'a3', 'a4']);
});

it('runs few of a district at once while another sends, and each of the other’s at once', async () => {
  const { shares, started, send, end } = world();
  send(2, 'b1');
  for (const name of ['a1', 'a2', 'a3', 'a4']) send(1, name);
  send(2, 'b2');
  expect(started).toEqual(['b1', 'a1', 'a2', 'b2']);
  expect([shares.admitted(1), shares.admitted(2)]).toEqual([4, 2]);
  await end('a1');
  expect(started).toEqual(['b1', 'a1', 'a2', 'b2', 'a3']);
  await end('b1');
  expect(started.at(-1)).toBe('a3');
});

it('gives all back to the one that is left alone', async () => {
  const { started, send, end, pass } = world();
  send(2, 'b1');
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) send(1, name);
  await end('b1');
  await end('a1');
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3']);
  pass(ACTIVE_MS + 1);
  await end('a2');
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3', 'a4', 'a5']);
});

it('counts another district for as long as it sends, or something of it runs', async () => {
  const { shares, send, end, pass } = world();
  send(2, 'b1');
  pass(ACTIVE_MS - 1);
  expect(shares.isAlone(1)).toBe(false);
  pass(100 * ACTIVE_MS);
  expect([shares.isAlone(1), shares.isAlone(2)]).toEqual([false, true]);
  await end('b1');
  expect(shares.isAlone(1)).toBe(true);
  shares.noteRequest(2);
  pass(ACTIVE_MS - 1);
  expect(shares.isAlone(1)).toBe(false);
  pass(1);
  expect(shares.isAlone(1)).toBe(true);
});

it('starts one for one that ends, and counts what runs and waits in turn', async () => {
  const { shares, started, send, end } = world();
  expect([shares.inTurn(1), shares.admitted(1)]).toEqual([0, 0]);
  send(2, 'b1');
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) send(1, name);
  expect([shares.inTurn(1), shares.inTurn(2)]).toEqual([5, 1]);
  for (const name of ['a1', 'a2', 'a3']) await end(name);
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3', 'a4', 'a5']);
  expect(shares.inTurn(1)).toBe(2);
});

it('goes by the clock of the process where it is given none', () => {
  const shares = new DistrictShares({ maxBeside: MAX_BESIDE, activeMs: 60_000 });
  shares.noteRequest(2);
  expect([shares.isAlone(1), shares.isAlone(2)]).toEqual([false, true]);
});

it('lets what takes no turn wait for nothing, and counts it', async () => {
  const { shares, send } = world();
  send(2, 'b1');
  const queries = Array.from({ length: 5 }, () => shares.run(1, async () => shares.admitted(1)));
  expect(await Promise.all(queries)).toEqual([1, 2, 3, 4, 5]);
  expect(shares.admitted(1)).toBe(0);
});

it('goes on after work that fails', async () => {
  const { shares, started, send } = world();
  send(2, 'b1');
  const fails = () => shares.runInTurn(1, () => Promise.reject(new Error('no')));
  const answers = await Promise.allSettled([fails(), fails(), fails(), fails()]);
  expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect([shares.admitted(1), started]).toEqual([0, ['b1']]);
});
