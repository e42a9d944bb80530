import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ForegroundPriority } from '@otklik/kernel';
import { fastify, type FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAdmission, type Admission } from './admission.js';

const MAX = 64;
const DELAY_MS = 20;

let server: FastifyInstance;
let admission: Admission;
let isLagging: boolean;
let end: () => void;
let gate: Promise<void>;
const running = new Map<number, number>();

beforeEach(() => {
  server = fastify();
  isLagging = false;
  const lag = { isExceeded: () => isLagging, stop: () => undefined };
  admission = openAdmission(server, {
    maxConcurrency: MAX,
    priority: new ForegroundPriority(),
    lag,
    tarpitDelayMs: DELAY_MS,
  });
  server.post('/graphql', async () => 'read');
  ({ promise: gate, resolve: end } = Promise.withResolvers<void>());
  running.clear();
});
afterEach(() => server.close());

const send = (district: number, count: number, kind = 'mutation', mayWait = false) =>
  Array.from({ length: count }, () =>
    admission
      .run({ kind, district, mayWait }, async () => {
        running.set(district, (running.get(district) ?? 0) + 1);
        await gate;
        return 'done';
      })
      .catch(({ code }: { readonly code: string }) => code),
  );
const outcomes = async (answers: readonly Promise<string>[]) => {
  const taken = await Promise.all(answers);
  return {
    done: taken.filter((one) => one === 'done').length,
    refused: taken.filter((one) => one === 'OVERLOADED').length,
  };
};

it('admits all that the process can run of a district that sends alone', async () => {
  const answers = send(1, MAX + 1);
  expect(running.get(1)).toBe(MAX);
  end();
  expect(await outcomes(answers)).toEqual({ done: MAX, refused: 1 });
});

it('runs few of a loud district beside another, admits a quarter of the limit, and takes all of the other’s', async () => {
  const quiet = send(2, 1);
  const loud = send(1, 2 * MAX);
  quiet.push(...send(2, 7));
  expect([running.get(1), running.get(2)]).toEqual([2, 2]);
  end();
  expect(await outcomes(loud)).toEqual({ done: MAX / 4, refused: 1.75 * MAX });
  expect(await outcomes(quiet)).toEqual({ done: 8, refused: 0 });
});

it('shares with a district that was refused just before', async () => {
  const first = send(1, MAX);
  const refused = send(2, 1);
  end();
  expect([await outcomes(first), await outcomes(refused)]).toEqual([
    { done: MAX, refused: 0 },
    { done: 0, refused: 1 },
  ]);
  ({ promise: gate, resolve: end } = Promise.withResolvers<void>());
  const loud = send(1, MAX);
  expect(running.get(1)).toBe(MAX + 2);
  end();
  expect(await outcomes(loud)).toEqual({ done: MAX / 4, refused: 0.75 * MAX });
});

it('leaves queries of another district their place, also where few places are for queries', async () => {
  const quiet = send(2, 1, 'query');
  const loud = send(1, MAX, 'query');
  quiet.push(...send(2, 7, 'query'));
  end();
  expect(await outcomes(loud)).toEqual({ done: (3 / 16) * MAX, refused: (13 / 16) * MAX });
  expect(await outcomes(quiet)).toEqual({ done: 8, refused: 0 });
});

it('runs few queries of a loud district beside another, too, and a few of its mutations beside them', async () => {
  const quiet = send(2, 1, 'query');
  const loud = [...send(1, 2), ...send(1, 8, 'query')];
  expect(running.get(1)).toBe(4);
  end();
  expect(await outcomes([...quiet, ...loud])).toEqual({ done: 11, refused: 0 });
});

it('lets none wait for queries that may wait for the read side themselves', async () => {
  const quiet = send(2, 1);
  const loud = send(1, 8, 'query', true);
  expect(running.get(1)).toBe(8);
  loud.push(...send(1, 1, 'query'));
  expect(running.get(1)).toBe(9);
  end();
  expect(await outcomes([...quiet, ...loud])).toEqual({ done: 10, refused: 0 });
});

it('starts nothing that waits of a loud district while an operation of a quiet one runs', async () => {
  const quiet = send(2, 1);
  const loudEnds = Promise.withResolvers<string>();
  const loud = [admission.run({ kind: 'mutation', district: 1 }, () => loudEnds.promise), ...send(1, 3)];
  expect(running.get(1)).toBe(1);
  loudEnds.resolve('done');
  await loud[0];
  expect(running.get(1)).toBe(1);
  end();
  await quiet[0];
  expect(await outcomes(loud)).toEqual({ done: 4, refused: 0 });
});

it('refuses a loud district beside others only after the delay, and one that is alone at once', async () => {
  const alone = send(1, MAX / 2 + 1, 'query');
  expect(await Promise.race([alone.at(-1), sleep(DELAY_MS / 2)])).toBe('OVERLOADED');
  const quiet = send(2, 1);
  const refused = send(1, 1, 'query')[0]!;
  expect(await Promise.race([refused, sleep(DELAY_MS / 2)])).toBeUndefined();
  expect(await refused).toBe('OVERLOADED');
  end();
  await outcomes([...alone, ...quiet]);
});

it('answers officials of a district while its residents rush', async () => {
  const quiet = send(2, 1);
  const rush = send(1, 2 * MAX);
  const reading = send(1, 4, 'query');
  quiet.push(...send(2, 4, 'query'));
  end();
  expect(await outcomes(reading)).toEqual({ done: 4, refused: 0 });
  expect(await outcomes(quiet)).toEqual({ done: 5, refused: 0 });
  await outcomes(rush);
});

it('leaves a district that sends little its places beside several loud ones', async () => {
  const quiet = send(9, 1);
  const loud = [1, 2, 3, 4].flatMap((district) => [...send(district, MAX), ...send(district, MAX, 'query')]);
  quiet.push(...send(9, 1), ...send(9, 2, 'query'));
  end();
  expect(await outcomes(quiet)).toEqual({ done: 4, refused: 0 });
  expect((await outcomes(loud)).done).toBeGreaterThan(MAX / 2);
});

const isRead = async () => (await server.inject({ method: 'POST', url: '/graphql' })).statusCode === 200;

it('refuses a loud district for the lag that it makes, and none of another that sends little', async () => {
  const quiet = send(2, 1);
  const loud = [...send(1, MAX), ...send(1, MAX, 'query')];
  isLagging = true;
  expect(await isRead()).toBe(true);
  const more = [...send(1, 4), ...send(1, 4, 'query')];
  quiet.push(...send(2, 1), ...send(2, 2, 'query'));
  end();
  expect(await outcomes(quiet)).toEqual({ done: 4, refused: 0 });
  expect(await outcomes(more)).toEqual({ done: 0, refused: 8 });
  await outcomes(loud);
});

it('refuses for a lag what many districts send alike', async () => {
  const before = Array.from({ length: MAX / 2 }, (_, at) => send(at + 1, 1)[0]!);
  isLagging = true;
  const after = Array.from({ length: 8 }, (_, at) => send(100 + at, 1)[0]!);
  end();
  expect(await outcomes(before)).toEqual({ done: MAX / 2, refused: 0 });
  expect(await outcomes(after)).toEqual({ done: 0, refused: 8 });
});

it('leaves requests unread while it lags where one district sends alone', async () => {
  const alone = send(1, MAX / 2);
  isLagging = true;
  const refused = isRead();
  await server.close();
  expect(await refused).toBe(false);
  end();
  await outcomes(alone);
});
