import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProcessActivity } from '@otklik/kernel';
import { metrics, type Logger } from '@otklik/observability';
import { installService, openDatabase, openPool, type Database, type Transaction } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import type pg from 'pg';
import { ServiceIdentity } from '../service/service-identity.js';
import { EarliestWork } from './earliest-work.js';
import { PerformWork, type Performed, type WorkKind } from './perform-work.js';
import { LeaseLost, WorkQueue, type ClaimedWork, type Work } from './work-queue.js';
import { workTable } from './work-table.js';
import { WatchWork } from './watch-work.js';

interface Letter {
  readonly to: string;
}

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const KIND = 'LETTER';
const IN_AN_HOUR = { limit: 10, leaseMs: 3_600_000 };
const service = new ServiceIdentity('notifications');

let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let queue: WorkQueue;
beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'notifications', [workTable('notifications')], testRoleSecret);
  database = openDatabase(urls.app, 'notifications');
  worker = openPool({ connectionString: urls.worker, max: 4, options: '-c lock_timeout=2s' });
  queue = new WorkQueue(service, worker);
});
afterAll(async () => {
  await Promise.all([database.close(), worker.end()]);
  await server.drop();
});
beforeEach(() => worker.query('delete from notifications.work'));

const letter = (key: string, to = key): Work<Letter> => ({ district: 1, kind: KIND, key, body: { to } });
const dueIn = (key: string, ms: number): Work<Letter> => ({
  ...letter(key),
  dueAt: new Date(Date.now() + ms).toISOString(),
});
const inDistrict = <Result>(district: number, work: (tx: Transaction) => Promise<Result>) =>
  database.scope(district).transaction(work);
const add = (...works: Work<Letter>[]) => inDistrict(1, (tx) => queue.add(tx, works));
const claim = () => queue.claim<Letter>(KIND, IN_AN_HOUR);
const endLeases = () => worker.query(`update notifications.work set due_at = clock_timestamp() - interval '1 s'`);
const keys = (works: readonly ClaimedWork<Letter>[]) => works.map(({ key }) => key).sort();
const left = async () =>
  (await worker.query<{ n: number }>('select count(*)::int as n from notifications.work')).rows[0]!.n;

/** Performs what is due, once; answers the keys in the order in which they were performed. */
function performing(perform: (work: ClaimedWork<Letter>) => Promise<Performed>, more: Partial<WorkKind<Letter>> = {}) {
  const of: WorkKind<Letter> = {
    kind: KIND,
    perform,
    atOnce: 10,
    leaseMs: 60_000,
    backoff: { firstMs: 1, maxMs: 1 },
    maxAttempts: 3,
    ...more,
  };
  return () => new PerformWork(queue, service, silent).performDue(of);
}

describe('work', () => {
  it('is claimed once, by one of several copies, and again only when its lease ended', async () => {
    await add(...['a', 'b', 'c'].map((key) => letter(key)));
    const claimed = await Promise.all([claim(), claim(), claim()]);
    expect(keys(claimed.flat())).toEqual(['a', 'b', 'c']);
    expect(await claim()).toEqual([]);
    await endLeases();
    expect((await claim()).map(({ attempts }) => attempts)).toEqual([2, 2, 2]);
  });

  it('is left out, not waited for, while another copy is claiming it', async () => {
    await add(letter('a'), letter('b'));
    const other = await worker.connect();
    try {
      await other.query('begin');
      await other.query(`select from notifications.work where key = 'a' for update`);
      expect(keys(await claim())).toEqual(['b']);
    } finally {
      await other.query('rollback');
      other.release();
    }
    expect(keys(await claim())).toEqual(['a']);
  });

  it('is claimed when it is due, what is due longest first', async () => {
    await add(dueIn('later', 600_000), dueIn('third', -1_000), dueIn('first', -3_000), dueIn('second', -2_000));
    const order = [];
    for (let i = 0; i < 3; i += 1)
      order.push((await queue.claim<Letter>(KIND, { limit: 2, leaseMs: 60_000 })).map(({ key }) => key));
    expect(order).toEqual([['first', 'second'], ['third'], []]);
    expect(await queue.claim('ALARM', IN_AN_HOUR)).toEqual([]);
    await add({ ...letter('after a wait'), dueInMs: 600_000 });
    expect(await claim()).toEqual([]);
  });

  it('is finished with its outcome or not at all once its lease is lost', async () => {
    await add(letter('a'));
    const [mine] = await claim();
    await endLeases();
    const [theirs] = await claim();
    const late = inDistrict(1, async (tx) => {
      await queue.add(tx, [letter('outcome')]);
      await queue.finish(tx, mine!);
    });
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    await expect(inDistrict(1, (tx) => queue.assertLeased(tx, mine!))).rejects.toBeInstanceOf(LeaseLost);
    await inDistrict(1, (tx) => queue.assertLeased(tx, theirs!));
    expect([await queue.remove(mine!), await queue.again(mine!, 0)]).toEqual([false, false]);
    expect(await left()).toBe(1);
    await inDistrict(1, (tx) => queue.finish(tx, theirs!));
    expect(await left()).toBe(0);
  });

  it('is not performed when it was cancelled, and its attempt under way loses its lease', async () => {
    await add(letter('a'), letter('b'));
    const [first] = await queue.claim<Letter>(KIND, { limit: 1, leaseMs: 60_000 });
    await inDistrict(1, (tx) => queue.cancel(tx, 1, KIND, ['a', 'b']));
    await endLeases();
    expect(await claim()).toEqual([]);
    await expect(inDistrict(1, (tx) => queue.finish(tx, first!))).rejects.toBeInstanceOf(LeaseLost);
  });

  it('stays when it is added again, and is replaced when it is set again', async () => {
    await add(letter('a', 'one'));
    await add(letter('a', 'two'));
    const [old] = await claim();
    expect(old!.body).toEqual({ to: 'one' });
    await inDistrict(1, (tx) => queue.set(tx, [letter('a', 'three')]));
    expect(await queue.remove(old!)).toBe(false);
    expect(await claim()).toMatchObject([{ body: { to: 'three' }, attempts: 1 }]);
    await inDistrict(1, (tx) => queue.set(tx, [letter('b', 'four'), letter('b', 'five')]));
    expect(await claim()).toMatchObject([{ body: { to: 'five' } }]);
  });

  it('is taken in sets without what was lost meanwhile', async () => {
    await add(letter('a'), letter('b'), letter('c'));
    const mine = await claim();
    await inDistrict(1, (tx) => queue.set(tx, [letter('b', 'new')]));
    await inDistrict(1, (tx) => queue.cancel(tx, 1, KIND, ['c']));
    expect(keys(await inDistrict(1, (tx) => queue.take(tx, mine)))).toEqual(['a']);
    expect(await claim()).toMatchObject([{ key: 'b', body: { to: 'new' } }]);
  });

  it('is claimed by the clock that is given, and not while that of the machine is wrong', async () => {
    await add(dueIn('a', 3_600_000));
    const by = (ms: number) => ({ ...IN_AN_HOUR, asOf: new Date(Date.now() + ms).toISOString() });
    expect(await queue.claim(KIND, by(3_500_000))).toEqual([]);
    const late = by(3_700_000);
    const wrong = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_700_000);
    expect(await queue.claim(KIND, late)).toEqual([]);
    wrong.mockRestore();
    expect(await queue.claim(KIND, late)).toMatchObject([{ key: 'a' }]);
    expect(await queue.claim(KIND, late)).toEqual([]);
  });

  it('that is looked at without a lease is taken by one of several copies, and put off when it fails', async () => {
    await add(letter('a'), letter('b'));
    const looks = await Promise.all([1, 2].map(() => queue.look<Letter>(KIND, { limit: 10 })));
    expect(looks.map(keys)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    const [[a], [, b]] = looks as [ClaimedWork<Letter>[], ClaimedWork<Letter>[]];
    const taken = await Promise.all([a!, a!].map((work) => inDistrict(1, (tx) => queue.take(tx, [work]))));
    expect(taken.flat().map(({ key }) => key)).toEqual(['a']);
    expect(await queue.again(b!, 3_600_000)).toBe(true);
    expect([await queue.again(b!, 0), await inDistrict(1, (tx) => queue.take(tx, [b!]))]).toEqual([false, []]);
    expect(await queue.look(KIND, { limit: 10 })).toEqual([]);
    await endLeases();
    expect(await queue.look(KIND, { limit: 10 })).toMatchObject([{ key: 'b', attempts: 2 }]);
  });

  it('that is not due yet is not looked at', async () => {
    const query = jest.spyOn(worker, 'query');
    await claim();
    const [{ text, values }] = query.mock.calls[0] as unknown as [{ text: string; values: unknown[] }];
    query.mockRestore();
    await add(...Array.from({ length: 2_000 }, (_, n) => dueIn(`${n}`, 3_600_000)));
    const { rows } = await worker.query(`explain (analyze, format json) ${text}`, values);
    expect(JSON.stringify(rows)).not.toMatch(/"Rows Removed by Filter":[1-9]/);
  });

  it('of a district is set and finished in that district alone', async () => {
    await expect(inDistrict(2, (tx) => queue.add(tx, [letter('a')]))).rejects.toThrow(/row-level/);
    await add(letter('a'));
    await inDistrict(2, (tx) => queue.cancel(tx, 1, KIND, ['a']));
    const [mine] = await claim();
    await expect(inDistrict(2, (tx) => queue.finish(tx, mine!))).rejects.toBeInstanceOf(LeaseLost);
    expect(await left()).toBe(1);
  });
});

describe('performing', () => {
  it('removes what is done, and what its outcome has finished', async () => {
    await add(letter('done'), letter('finished'));
    const perform = performing(async (work) => {
      if (work.key === 'done') return 'DONE';
      await inDistrict(1, (tx) => queue.finish(tx, work));
      return 'FINISHED';
    });
    expect(await perform()).toBe(2);
    expect([await left(), await perform()]).toEqual([0, 0]);
  });

  it('tries again after a failure, and gives up when the attempts are used up', async () => {
    await add(letter('a'));
    let tried = 0;
    const perform = performing(() => {
      tried += 1;
      return tried === 1 ? Promise.reject(new Error('a defect')) : Promise.resolve('RETRY');
    });
    for (let round = 0; round < 10; round += 1) {
      await perform();
      await endLeases();
    }
    expect([tried, await left()]).toEqual([3, 0]);
  });

  it('waits longer after each failure, and as long as the server demands', async () => {
    await add(letter('slow'), letter('told'));
    const perform = performing(({ key }) => Promise.resolve(key === 'slow' ? 'RETRY' : { againInMs: 3_600_000 }), {
      backoff: { firstMs: 60_000, maxMs: 600_000 },
    });
    const waits = async () => {
      await perform();
      const { rows } = await worker.query<{ key: string; s: number }>(
        'select key, extract(epoch from due_at - clock_timestamp())::int as s from notifications.work order by key',
      );
      return Object.fromEntries(rows.map(({ key, s }) => [key, s]));
    };
    const first = await waits();
    await worker.query(`update notifications.work set due_at = clock_timestamp() where key = 'slow'`);
    const second = await waits();
    expect(first['slow']).toBeGreaterThanOrEqual(28);
    expect(first['slow']).toBeLessThanOrEqual(60);
    expect(second['slow']).toBeGreaterThanOrEqual(58);
    expect(first['told']).toBeGreaterThan(3_500);
  });

  it('goes on with the body that the attempt before has left', async () => {
    await add(letter('a', 'one'));
    const heard: string[] = [];
    const perform = performing(({ body }) => {
      heard.push(body.to);
      return Promise.resolve(body.to === 'one' ? { againInMs: 0, body: { to: 'two' } } : 'RETRY');
    });
    await perform();
    await perform();
    await endLeases();
    await perform();
    expect(heard).toEqual(['one', 'two', 'two']);
  });

  it('finishes those of a district together, and each alone where that fails', async () => {
    await inDistrict(2, (tx) => queue.add(tx, [{ ...letter('d'), district: 2 }]));
    await add(letter('a'), letter('b'), letter('c'));
    const tried: string[][] = [];
    const debug = jest.spyOn(silent, 'debug');
    const finish = async (works: readonly ClaimedWork<Letter>[]) => {
      tried.push(keys(works));
      await inDistrict(works[0]!.district, async (tx) => void (await queue.take(tx, works)));
      if (works.some(({ key }) => key === 'c')) throw new Error('a defect');
      return works.map(() => 'FINISHED' as const);
    };
    const perform = performing(async (work) => (await finish([work]))[0]!, { together: finish });
    await inDistrict(1, (tx) => queue.cancel(tx, 1, KIND, ['c']));
    expect(await perform()).toBe(3);
    expect(tried.sort()).toEqual([['a', 'b'], ['d']]);
    await add(letter('a'), letter('b'), letter('c'));
    tried.length = 0;
    await perform();
    expect(tried.map((works) => works.length)).toEqual([3, 1, 1, 1]);
    const about = { code: KIND, district: 1, count: 3, error: new Error('a defect') };
    expect(debug.mock.calls).toEqual([[expect.stringContaining('together'), expect.objectContaining(about)]]);
    debug.mockRestore();
  });

  it('throws what kept one from being let go once the others have ended', async () => {
    await add(letter('a'), letter('b'));
    const ended: string[] = [];
    const remove = jest.spyOn(queue, 'remove').mockRejectedValueOnce(new Error('the database is away'));
    const perform = performing(async ({ key }) => {
      if (key === 'b') await new Promise((resolve) => setTimeout(resolve, 50));
      ended.push(key);
      return 'DONE';
    });
    await expect(perform()).rejects.toThrow('the database is away');
    remove.mockRestore();
    expect([ended, await left()]).toEqual([['a', 'b'], 1]);
  });

  it('gives up at once what says so, and leaves alone what it lost', async () => {
    await add(letter('hopeless'), letter('lost'));
    const perform = performing(async (work) => {
      if (work.key === 'hopeless') return 'GAVE_UP';
      await inDistrict(1, (tx) => queue.set(tx, [letter('lost', 'new')]));
      await inDistrict(1, (tx) => queue.finish(tx, work));
      return 'FINISHED';
    });
    await perform();
    expect(await claim()).toMatchObject([{ key: 'lost', body: { to: 'new' } }]);
  });
});

it('is measured by kind: how long what is due longest has waited', async () => {
  const watch = new WatchWork('notifications', worker, silent);
  const waited = async () => {
    await watch.measure();
    const { values } = await metrics.getSingleMetric('otklik_work_overdue_seconds')!.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels['kind'], value]));
  };
  await add(dueIn('a', -90_000), dueIn('b', -30_000), { ...dueIn('c', 3_600_000), kind: 'MESSAGE' });
  const query = jest.spyOn(worker, 'query');
  const first = await waited();
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
  expect(first).toEqual({ LETTER: expect.any(Number), MESSAGE: 0 });
  expect(first['LETTER']).toBeGreaterThanOrEqual(89);
  expect(first['LETTER']).toBeLessThan(120);
  await worker.query('delete from notifications.work');
  expect(await waited()).toEqual({ LETTER: 0, MESSAGE: 0 });
});

describe('at rest', () => {
  let now = 0;
  const done: string[] = [];
  /** One look of three kinds at the same time; answers how many statements they took. */
  async function look(perform: PerformWork): Promise<number> {
    const query = jest.spyOn(worker, 'query');
    const kinds = ['LETTER', 'MESSAGE', 'ALARM'] as const;
    const of = { atOnce: 10, leaseMs: 60_000, backoff: { firstMs: 1, maxMs: 1 }, maxAttempts: 3 };
    const take = (work: ClaimedWork<Letter>) => Promise.resolve(void done.push(work.key)).then(() => 'DONE' as const);
    await Promise.all(kinds.map((kind) => perform.performDue<Letter>({ ...of, kind, perform: take })));
    const statements = query.mock.calls.length;
    query.mockRestore();
    return statements;
  }
  function performer(): PerformWork {
    done.length = 0;
    return new PerformWork(
      ...([queue, service, silent, new EarliestWork(service, worker), new ProcessActivity(false, () => now)] as const),
    );
  }

  it('all kinds are looked at by one statement, and what is due is done', async () => {
    const perform = performer();
    await add(dueIn('later', 3_600_000));
    expect(await look(perform)).toBe(3);
    now += 60_000;
    expect([await look(perform), done]).toEqual([1, []]);
    const next = performer();
    await add(letter('due'));
    now += 60_000;
    // The look, its claim and its removal.
    expect([await look(next), done]).toEqual([3, ['due']]);
  });

  it('work is found that another process adds after a look', async () => {
    const perform = performer();
    now += 60_000;
    expect([await look(perform), done]).toEqual([1, []]);
    await add(letter('added'));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await look(perform);
    expect(done).toEqual(['added']);
  });
});
