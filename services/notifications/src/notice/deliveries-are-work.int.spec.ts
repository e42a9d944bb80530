import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LeaseLost, WorkQueue, type ClaimedWork, type WorkName } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { MakePapers } from '../letters/application/make-papers.js';
import { SendDueLetters } from '../letters/application/send-due-letters.js';
import { SendLetter } from '../letters/application/send-letter.js';
import { Deliveries } from './application/deliveries.js';
import { database, deliver, newCase, service, tell, tellAll, types, worker } from './notices-world.fixture.js';

beforeAll(() => service.runtime.stop());
beforeEach(() => worker.query('delete from notifications.work'));

const letters = () => service.get(SendDueLetters).sendDue();
const claim = (kind: WorkName) => service.get(WorkQueue).claim<object>(kind, { limit: 10, leaseMs: 60_000 });
const inDistrict = (statement: string, values: unknown[]) => database.scope(1).query(statement, values);

async function waiting(): Promise<readonly string[]> {
  const { rows } = await worker.query<{ kind: string; key: string }>(
    'select kind, key from notifications.work order by kind, key',
  );
  return rows.map(({ kind, key }) => `${kind} ${key}`);
}

/** A letter that waits: an imported case has no other. */
async function openedLetter() {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
  await tellAll(made);
  return made;
}

/** Its sheet is kept: it may leave. */
async function letterOfACase() {
  const made = await openedLetter();
  await service.get(MakePapers).makeDue();
  return made;
}

async function attemptOf(notice: string) {
  const attempt = (await claim('LETTER')).find(({ key }) => key === notice)!;
  const pending = await service.get(Deliveries).letter({ district: 1, notice });
  return { attempt, pending: pending! };
}

const endLease = (notice: string) =>
  worker.query('update notifications.work set due_at = clock_timestamp() where key = $1', [notice]);

describe('a letter that waits', () => {
  it('is work until it has ended, and no longer', async () => {
    const { notice } = await letterOfACase();
    expect(await waiting()).toEqual([`LETTER ${notice}`]);
    expect([await letters(), await waiting()]).toEqual([1, []]);
    expect(await types(notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
  });

  it('has its sheet to be made beside it, until its person is erased', async () => {
    const { appeal, person, notice } = await openedLetter();
    expect(await waiting()).toEqual([`LETTER ${notice}`, `PAPER ${notice}`]);
    await deliver(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'REQUEST' }));
    expect(await waiting()).toEqual([]);
  });

  it('is no work any more when its person is erased', async () => {
    const { appeal, person, notice } = await letterOfACase();
    await deliver(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'REQUEST' }));
    expect([await waiting(), await types(notice)]).toEqual([[], ['NoticeOpened', 'NoticeCancelled']]);
  });

  it.each([
    ['paused', 'next_at = clock_timestamp()'],
    ['ended', `state = 'DONE'`],
  ])('and is being %s is left by a claim, which waits for nobody', async (_, change) => {
    const [{ notice: held }, { notice: free }] = [await letterOfACase(), await letterOfACase()];
    const claimed = await database.scope(1).transaction(async (tx: Transaction) => {
      await tx.query('select from notifications.delivery where notice = $1 for update', [held]);
      const claiming = claim('LETTER');
      // It has come to the delivery.
      await Promise.race([claiming, new Promise((resolve) => setTimeout(resolve, 200))]);
      await tx.query(`update notifications.delivery set ${change} where notice = $1`, [held]);
      return claiming;
    });
    expect(claimed.map(({ key }) => key)).toEqual([free]);
  });

  it('is given up by no attempt whose lease ended, and what has left is recorded all the same', async () => {
    const { notice } = await letterOfACase();
    const { attempt, pending } = await attemptOf(notice);
    await endLease(notice);
    await claim('LETTER');
    const sending = service.get(SendLetter);
    // To an address that no letter can go to, it would be given up.
    const hopeless = sending.send({ ...pending, kind: 'COVERING', details: { organisation: 'none' } }, attempt);
    await expect(hopeless).rejects.toBeInstanceOf(LeaseLost);
    expect(await types(notice)).toEqual(['NoticeOpened']);
    expect(await sending.send(pending, attempt)).toEqual({ outcome: 'SENT' });
    expect([await types(notice), await waiting()]).toEqual([['NoticeOpened', 'NoticeDispatched'], []]);
  });
});

/** By the statements of the release before. */
const ofTheReleaseBefore = {
  due: async (way: string) => {
    const { rows } = await worker.query<{ notice: string }>(
      `select notice from notifications.delivery
       where state = 'PENDING' and way = $1 and attention is null and next_at <= clock_timestamp()`,
      [way],
    );
    return rows.map(({ notice }) => notice);
  },
  claim: (notice: string) =>
    inDistrict(
      `update notifications.delivery d set attempts = d.attempts + 1, begun_at = coalesce(d.begun_at, clock_timestamp()),
         next_at = clock_timestamp() + interval '3 min', claimed_until = clock_timestamp() + interval '3 min'
       where d.district = 1 and d.notice = $1 and d.state = 'PENDING' and d.next_at <= clock_timestamp()`,
      [notice],
    ),
};

describe('a process of the release before', () => {
  it('finds no letter that is being sent, and again what is to be tried again', async () => {
    const { notice } = await letterOfACase();
    expect(await ofTheReleaseBefore.due('EMAIL')).toContain(notice);
    const { attempt, pending } = await attemptOf(notice);
    expect(await ofTheReleaseBefore.due('EMAIL')).not.toContain(notice);
    expect(pending).toMatchObject({ attempts: 1, triedFor: expect.any(Number) });
    await service.get(WorkQueue).again(attempt, 0);
    expect(await ofTheReleaseBefore.due('EMAIL')).toContain(notice);
  });

  it('sends alone what it has claimed, and ends it', async () => {
    const { notice } = await letterOfACase();
    await ofTheReleaseBefore.claim(notice);
    expect([await claim('LETTER'), await waiting()]).toEqual([[], [`LETTER ${notice}`]]);
    await inDistrict(`update notifications.delivery set state = 'DONE' where notice = $1`, [notice]);
    expect(await waiting()).toEqual([]);
  });

  it('takes the lease of an attempt whose time is over', async () => {
    const { notice } = await letterOfACase();
    const { attempt } = await attemptOf(notice);
    await endLease(notice);
    await ofTheReleaseBefore.claim(notice);
    expect(await service.get(WorkQueue).again(attempt, 0)).toBe(false);
  });
});

describe('messages of an appeal', () => {
  const insert = (appeal: string, notice: string, way = 'THREAD') =>
    [
      `insert into notifications.delivery (district, notice, appeal, person, kind, way, cause, state)
     values (1, $1, $2, $2, 'ANSWERED', $3, $1, 'PENDING')`,
      [notice, appeal, way] as unknown[],
    ] as const;
  const add = async (appeal: string, way?: string) => {
    const notice = randomUUID();
    await inDistrict(...insert(appeal, notice, way));
    return notice;
  };
  const END = `update notifications.delivery set state = 'DONE' where notice = $1`;

  it('go one after the other; one that waits for a person holds back the rest, and another way does not', async () => {
    const appeal = randomUUID();
    const [first, second] = [await add(appeal), await add(appeal, 'DIRECT')];
    const letter = await add(appeal, 'EMAIL');
    expect(await waiting()).toEqual([`LETTER ${letter}`, `MESSAGE ${first}`]);
    await inDistrict(`update notifications.delivery set attention = 'HELD' where notice = $1`, [first]);
    expect(await waiting()).toEqual([`LETTER ${letter}`]);
    await inDistrict(`update notifications.delivery set attention = null, way = 'PAGE' where notice = $1`, [first]);
    expect(await waiting()).toEqual([`LETTER ${letter}`, `MESSAGE ${second}`]);
    await inDistrict(END, [second]);
    expect(await waiting()).toEqual([`LETTER ${letter}`]);
  });

  it('go on where one is added while the one before it ends', async () => {
    const [appeal, second] = [randomUUID(), randomUUID()];
    const first = await add(appeal);
    let added: Promise<unknown> = Promise.resolve();
    await database.scope(1).transaction(async (tx: Transaction) => {
      await tx.query(END, [first]);
      added = inDistrict(...insert(appeal, second));
      // It is added before this commits, or waits for it.
      await Promise.race([added, new Promise((resolve) => setTimeout(resolve, 200))]);
    });
    await added;
    expect(await waiting()).toEqual([`MESSAGE ${second}`]);
  });

  it('that are claimed are shown to the release before as claimed', async () => {
    const notice = await add(randomUUID());
    expect((await claim('MESSAGE')).map(({ key }: ClaimedWork<object>) => key)).toEqual([notice]);
    expect(await ofTheReleaseBefore.due('THREAD')).not.toContain(notice);
  });
});
