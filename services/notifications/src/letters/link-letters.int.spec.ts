import { beforeAll, expect, it } from '@jest/globals';
import { WorkQueue } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { database, deliver, letterOf, newCase, service, tell, worker } from '../notice/notices-world.fixture.js';
import { SendLinkLetter } from './application/send-link-letter.js';

beforeAll(() => service.runtime.stop());

const send = () => service.get(SendLinkLetter).sendDue();
const waiting = async () => {
  const { rows } = await worker.query<{ key: string }>(`select key from notifications.work where kind = 'LINK_LETTER'`);
  return rows.map(({ key }) => key);
};

async function asked() {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  const [link, expiresAt] = [randomUUID(), '2026-11-24T04:00:00.000Z'];
  const request = tell('intake.events', 'FollowUpLinkRequested', made.appeal, made.appeal, { link, expiresAt }, link);
  await deliver(made.received, request);
  return { ...made, link, request };
}

/** By the statement of the release before. */
async function askedOfTheReleaseBefore(): Promise<string> {
  const { appeal, person, received } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received);
  const link = randomUUID();
  await database.scope(1).query(
    `insert into notifications.link_letter (district, link, appeal, person, expires_at)
     values (1, $1, $2, $3, '2026-11-24T04:00:00.000Z')`,
    [link, appeal, person],
  );
  return link;
}

it('a letter with a link is not sent again when its event comes again afterwards', async () => {
  const { request } = await asked();
  expect([await send(), existsSync(letterOf(request))]).toEqual([1, true]);
  await deliver({ ...request, id: randomUUID() });
  expect([await waiting(), await send()]).toEqual([[], 0]);
});

it('the erasure of a person cancels the letter with a link that waits', async () => {
  const { appeal, person, link } = await asked();
  expect(await waiting()).toEqual([link]);
  await deliver(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'REQUEST' }));
  expect(await waiting()).toEqual([]);
});

/** By the statements of the release before (v0.1.0). */
const before = {
  due: async () => {
    const { rows } = await worker.query<{ link: string }>(
      `select district, link from notifications.link_letter
       where not done and next_at <= clock_timestamp() order by next_at limit 10`,
    );
    return rows.map(({ link }) => link);
  },
  claim: (link: string) =>
    database.scope(1).query(
      `update notifications.link_letter l
       set next_at = clock_timestamp() + $4 * interval '1 ms', done = l.expires_at <= $3
       from notifications.applicant a
       where l.district = $1 and l.link = $2 and not l.done and l.next_at <= clock_timestamp()
         and a.district = l.district and a.appeal = l.appeal
       returning l.link`,
      [1, link, '2026-11-24T03:00:00.000Z', 180_000],
    ),
  postpone: (link: string, ms: number) =>
    database.scope(1).query(
      `update notifications.link_letter set next_at = clock_timestamp() + $3 * interval '1 ms'
         where district = $1 and link = $2`,
      [1, link, ms],
    ),
  finish: (link: string) =>
    database
      .scope(1)
      .query('update notifications.link_letter set done = true where district = $1 and link = $2', [1, link]),
};

it('a letter with a link that a process of the release before still adds is sent, and that process finds none then', async () => {
  const link = await askedOfTheReleaseBefore();
  expect([await waiting(), await before.due()]).toEqual([[link], [link]]);
  expect([await send(), await waiting(), await before.due()]).toEqual([1, [], []]);
});

it('a letter with a link that a process of the release before had claimed waits or ends as that process says', async () => {
  const [sent, postponed] = [await askedOfTheReleaseBefore(), await askedOfTheReleaseBefore()];
  await before.claim(sent);
  await before.claim(postponed);
  expect(await send()).toBe(0);
  await before.finish(sent);
  await before.postpone(postponed, 20_000);
  expect([await waiting(), await send()]).toEqual([[postponed], 0]);
  await before.finish(postponed);
});

it('a letter with a link of this release is sent by the release before after a rollback, and what it leaves by this one', async () => {
  const [sent, left] = [(await asked()).link, (await asked()).link];
  expect((await before.due()).sort()).toEqual([sent, left].sort());
  expect((await before.claim(sent)).rowCount).toBe(1);
  await before.finish(sent);
  await before.claim(left);
  expect([await waiting(), await send()]).toEqual([[left], 0]);
  await before.postpone(left, -1);
  expect([await send(), await waiting(), await before.due()]).toEqual([1, [], []]);
});

it('a letter with a link that is being sent is not due for the release before', async () => {
  const { link } = await asked();
  const [mine] = await service.get(WorkQueue).claim('LINK_LETTER', { limit: 1, leaseMs: 60_000 });
  expect([await before.due(), (await before.claim(link)).rowCount]).toEqual([[], 0]);
  await service.get(WorkQueue).again(mine!, 0);
  expect(await before.due()).toEqual([link]);
});
