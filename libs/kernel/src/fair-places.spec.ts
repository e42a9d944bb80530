import { afterEach, expect, it } from '@jest/globals';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { FairPlaces, type FairPlacesOptions } from './fair-places.js';

type Kind = 'statement' | 'transaction';

const ACTIVE_MS = 1_000;
const left: (() => void)[] = [];
// One that waits for its place would be too late in the next spec file.
afterEach(() => left.splice(0).forEach((end) => end()));

function world(options: Partial<FairPlacesOptions<Kind>> = {}) {
  let now = 5_000;
  const fair = new FairPlaces<Kind>({
    beside: { statement: 2, transaction: Infinity },
    activeMs: ACTIVE_MS,
    now: () => now,
    ...options,
  });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const sendOf = (kind: Kind, district: number, ...names: readonly string[]) =>
    names.map((name) => {
      fair.noteRequest(district);
      const end = Promise.withResolvers<void>();
      ends.set(name, end.resolve);
      left.push(end.resolve);
      return fair.run(district, kind, async () => {
        started.push(name);
        await end.promise;
        return name;
      });
    });
  const end = async (...names: readonly string[]) => {
    for (const name of names) {
      ends.get(name)!();
      await turn();
    }
  };
  const send = (district: number, ...names: readonly string[]) => sendOf('statement', district, ...names);
  const sendTransactions = (district: number, ...names: readonly string[]) => sendOf('transaction', district, ...names);
  return { fair, started, ends, send, sendTransactions, end, pass: (ms: number) => void (now += ms) };
}

it('lets a district that sends alone run all it has', () => {
  const { started, send } = world();
  send(1, 'a1', 'a2', 'a3', 'a4');
  expect(started).toEqual(['a1', 'a2', 'a3', 'a4']);
});

it('runs few of a district at once while another sends, and each of the other’s at once', async () => {
  const { fair, started, send, end } = world();
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3', 'a4');
  send(2, 'b2');
  expect(started).toEqual(['b1', 'a1', 'a2', 'b2']);
  expect([fair.admitted(1), fair.admitted(2)]).toEqual([4, 2]);
  await end('a1');
  expect(started).toEqual(['b1', 'a1', 'a2', 'b2', 'a3']);
  await end('b1');
  expect(started.at(-1)).toBe('a3');
});

it('gives all back to the one that is left alone', async () => {
  const { started, send, end, pass } = world();
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3', 'a4', 'a5');
  await end('b1', 'a1');
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3']);
  pass(ACTIVE_MS + 1);
  await end('a2');
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3', 'a4', 'a5']);
});

it('counts another district for as long as it sends, or something of it runs', async () => {
  const { fair, send, end, pass } = world();
  send(2, 'b1');
  pass(ACTIVE_MS - 1);
  expect(fair.isAlone(1)).toBe(false);
  pass(100 * ACTIVE_MS);
  expect([fair.isAlone(1), fair.isAlone(2)]).toEqual([false, true]);
  await end('b1');
  expect(fair.isAlone(1)).toBe(true);
  fair.noteRequest(2);
  pass(ACTIVE_MS - 1);
  expect(fair.isAlone(1)).toBe(false);
  pass(1);
  expect(fair.isAlone(1)).toBe(true);
});

it('starts one for one that ends, and counts of each kind what runs and waits', async () => {
  const { fair, started, send, sendTransactions, end } = world();
  expect([fair.admitted(1), fair.admitted(1, 'statement')]).toEqual([0, 0]);
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3', 'a4', 'a5');
  sendTransactions(1, 't1');
  expect([fair.admitted(1), fair.admitted(1, 'statement'), fair.admitted(1, 'transaction')]).toEqual([6, 5, 1]);
  await end('a1', 'a2', 'a3');
  expect(started).toEqual(['b1', 'a1', 'a2', 't1', 'a3', 'a4', 'a5']);
  expect(fair.admitted(1)).toBe(3);
});

it('goes by the clock of the process where it is given none', () => {
  const fair = new FairPlaces({ beside: { statement: 2 }, activeMs: 60_000 });
  fair.noteRequest(2);
  expect([fair.isAlone(1), fair.isAlone(2)]).toEqual([false, true]);
});

it('lets work of a kind without a limit wait for none of its district', () => {
  const { started, send, sendTransactions } = world();
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3');
  sendTransactions(1, 't1', 't2', 't3');
  expect(started).toEqual(['b1', 'a1', 'a2', 't1', 't2', 't3']);
});

it('gives the places that are free at once', async () => {
  const { started, sendTransactions } = world({ places: 2 });
  sendTransactions(1, 'a1', 'a2', 'a3');
  expect(started).toEqual(['a1', 'a2']);
});

it('gives the next place to another district, however many of one waited before it', async () => {
  const { started, sendTransactions, end } = world({ places: 2 });
  sendTransactions(1, 'a1', 'a2', 'a3', 'a4', 'a5', 'a6');
  sendTransactions(2, 'b1', 'b2');
  sendTransactions(3, 'c1');
  await end('a1', 'a2', 'a3', 'b1', 'c1', 'a4');
  expect(started).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2', 'a5']);
});

it('gives a free place past a district that has its share', async () => {
  const { started, send, end } = world({ places: 3 });
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3', 'a4');
  send(3, 'c1');
  await end('b1');
  expect(started).toEqual(['b1', 'a1', 'a2', 'c1']);
});

it('passes a place on before one that comes later may take it', async () => {
  const { started, ends, sendTransactions } = world({ places: 1 });
  const [first] = sendTransactions(1, 'a1', 'a2');
  ends.get('a1')!();
  await first;
  sendTransactions(2, 'b1');
  await turn();
  expect(started).toEqual(['a1', 'a2']);
});

it('gives the place of work that failed, and its error', async () => {
  const { fair, started, send, end } = world({ places: 1 });
  const failed = fair.run(1, 'statement', () => Promise.reject(new Error('no')));
  const [done] = send(2, 'b1');
  await expect(failed).rejects.toThrow('no');
  await end('b1');
  expect([await done, started]).toEqual(['b1', ['b1']]);
  send(1, 'a1');
  expect([started, fair.admitted(1)]).toEqual([['b1', 'a1'], 1]);
});

const timeout = { ms: 1, error: () => new Error('too late') };

it('tells one that waited too long for a place, and passes none to it', async () => {
  const { started, send, end } = world({ places: 1, timeout });
  send(1, 'a1');
  const [late] = send(1, 'a2');
  await expect(late).rejects.toThrow('too late');
  await end('a1');
  send(1, 'a3');
  expect(started).toEqual(['a1', 'a3']);
});

it('lets what waits for work of its own district wait while places are free', async () => {
  const { started, send, end } = world({ places: 5, timeout });
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3');
  await sleep(20);
  await end('a1');
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3']);
});

it('starts nothing of a district whose work waits while another runs some of which none waits', async () => {
  const { started, send, end } = world({ yieldMs: 60_000 });
  send(1, 'a1');
  send(2, 'b1');
  send(1, 'a2', 'a3', 'a4');
  await end('a1', 'a2');
  expect(started).toEqual(['a1', 'b1', 'a2']);
  send(2, 'b2');
  await end('b1');
  expect(started).toEqual(['a1', 'b1', 'a2', 'b2']);
  await end('b2');
  expect(started).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4']);
});

it('lets districts whose work waits not go first of one another, nor work without a limit', async () => {
  const { started, send, sendTransactions, end } = world({ yieldMs: 60_000 });
  sendTransactions(3, 'c1');
  send(1, 'a1', 'a2', 'a3', 'a4');
  send(2, 'b1', 'b2', 'b3', 'b4');
  await end('a1', 'b1');
  expect(started).toEqual(['c1', 'a1', 'a2', 'b1', 'b2', 'a3', 'b3']);
});

it('starts one of a district that yields when it has done so for long enough', async () => {
  const { started, send, end, pass } = world({ yieldMs: 10 });
  send(2, 'b1');
  send(1, 'a1', 'a2', 'a3', 'a4');
  await end('a1', 'a2');
  await sleep(50);
  expect(started).toEqual(['b1', 'a1', 'a2']);
  pass(10);
  await sleep(50);
  expect(started).toEqual(['b1', 'a1', 'a2', 'a3']);
});
