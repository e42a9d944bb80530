import { expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { SearchTooCostly } from '../../application/search-too-costly.js';
import { SearchBounds } from './search-bounds.js';

const search = (official: string, ...districts: readonly number[]) => ({ official, districts, path: 'query' });

/** Of one core: each search holds it for a while, whatever else waits. */
function slowIndex(ms: number) {
  const state = { running: 0, most: 0 };
  return {
    state,
    async search() {
      state.running += 1;
      state.most = Math.max(state.most, state.running);
      await pause(ms);
      state.running -= 1;
    },
  };
}

it('runs two of one official’s 50 parallel searches at once, lets eight wait, and refuses the rest with a time to retry', async () => {
  const [bounds, index] = [new SearchBounds(), slowIndex(5)];
  const all = await Promise.allSettled(
    Array.from({ length: 50 }, () => bounds.run(search('one', 1), () => index.search())),
  );
  expect(index.state.most).toBe(2);
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  const refused = all.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'TOO_MANY_SEARCHES', path: 'query', details: { seconds: 2 } });
});

it('lets another official of the district in, and another district at once, while one official’s searches wait', async () => {
  const bounds = new SearchBounds();
  const ended: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const greedy = Array.from({ length: 10 }, () => bounds.run(search('greedy', 1), () => held));
  await bounds.run(search('colleague', 1), async () => void ended.push('colleague'));
  await bounds.run(search('neighbour', 2), async () => void ended.push('neighbour'));
  expect(ended).toEqual(['colleague', 'neighbour']);
  release();
  await Promise.all(greedy);
});

it('counts each district by itself, and searches in several apart from those of each', async () => {
  const bounds = new SearchBounds();
  const started: string[] = [];
  const gate = Promise.withResolvers<void>();
  const run = (official: string, ...districts: readonly number[]) =>
    bounds.run(search(official, ...districts), () => {
      started.push(official);
      return gate.promise;
    });
  const all = [run('a', 1), run('b', 1), run('c', 1), run('waits', 1), run('neighbour', 2), run('republic', 1, 2)];
  await pause(20);
  expect(started).toEqual(['a', 'b', 'c', 'neighbour', 'republic']);
  gate.resolve();
  await Promise.all(all);
  expect(started.at(-1)).toBe('waits');
});

it('bounds searches in several districts together', async () => {
  const [bounds, index] = [new SearchBounds(), slowIndex(5)];
  const officials = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(officials.map((official) => bounds.run(search(official, 1, 2), () => index.search())));
  expect(index.state.most).toBe(3);
});

it('refuses with a sentence what took longer than a search may, and passes on other errors', async () => {
  const bounds = new SearchBounds();
  const fails = (error: Error) => bounds.run(search('one', 1), () => Promise.reject(error));
  await expect(fails(new SearchTooCostly())).rejects.toMatchObject({ code: 'SEARCH_TOO_COSTLY' });
  await expect(fails(new TypeError('defect'))).rejects.toThrow('defect');
});

it('runs three searches of a district at once, lets forty wait, and refuses further ones, of whichever officials', async () => {
  const bounds = new SearchBounds();
  let [begun, refused] = [0, 0];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const all = Array.from({ length: 50 }, (_, at) =>
    bounds
      .run(search(`official ${at}`, 1), () => {
        begun += 1;
        return held;
      })
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'TOO_MANY_SEARCHES' });
        refused += 1;
      }),
  );
  await pause(0);
  expect([begun, refused]).toEqual([3, 7]);
  release();
  await Promise.all(all);
  expect(begun).toBe(43);
});
