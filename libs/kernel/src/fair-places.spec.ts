import { afterEach, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { FairPlaces } from './fair-places.js';

const left: (() => void)[] = [];
// One that waits for its place would be too late in the next spec file.
afterEach(() => left.splice(0).forEach((end) => end()));

function world(places: number, timeoutMs = 60_000) {
  const fair = new FairPlaces({ places, timeoutMs, tooLate: () => new Error('too late') });
  const started: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const send = (district: number, ...names: readonly string[]) =>
    names.map((name) => {
      const end = Promise.withResolvers<void>();
      ends.set(name, end);
      left.push(end.resolve);
      return fair.run(district, async () => {
        started.push(name);
        await end.promise;
        return name;
      });
    });
  const end = async (...names: readonly string[]) => {
    for (const name of names) {
      ends.get(name)!.resolve();
      await turn();
    }
  };
  return { fair, started, ends, send, end };
}

it('gives the places that are free at once', async () => {
  const { started, send } = world(2);
  send(1, 'a1', 'a2', 'a3');
  expect(started).toEqual(['a1', 'a2']);
});

it('gives the next place to another district, however many of one waited before it', async () => {
  const { started, send, end } = world(2);
  send(1, 'a1', 'a2', 'a3', 'a4', 'a5', 'a6');
  send(2, 'b1', 'b2');
  send(3, 'c1');
  await end('a1', 'a2', 'a3', 'b1', 'c1', 'a4');
  expect(started).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2', 'a5']);
});

it('passes a place on before one that comes later may take it', async () => {
  const { started, ends, send } = world(1);
  const [first] = send(1, 'a1', 'a2');
  ends.get('a1')!.resolve();
  await first;
  send(2, 'b1');
  await turn();
  expect(started).toEqual(['a1', 'a2']);
});

it('gives the place of work that failed, and its error', async () => {
  const { fair, started, send, end } = world(1);
  const failed = fair.run(1, () => Promise.reject(new Error('no')));
  const [done] = send(2, 'b1');
  await expect(failed).rejects.toThrow('no');
  await end('b1');
  expect([await done, started]).toEqual(['b1', ['b1']]);
  send(1, 'a1');
  expect(started).toEqual(['b1', 'a1']);
});

it('tells one that waited too long, and passes no place to it', async () => {
  const { started, send, end } = world(1, 1);
  send(1, 'a1');
  const [late] = send(1, 'a2');
  await expect(late).rejects.toThrow('too late');
  await end('a1');
  send(1, 'a3');
  expect(started).toEqual(['a1', 'a3']);
});
