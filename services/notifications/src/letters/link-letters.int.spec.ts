import { beforeAll, expect, it } from '@jest/globals';
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

it('a letter with a link that a process of the release before still adds is sent, and that process finds none', async () => {
  const link = await askedOfTheReleaseBefore();
  expect(await waiting()).toEqual([link]);
  const left = await worker.query('select from notifications.link_letter where not done');
  expect([await send(), left.rowCount, await waiting()]).toEqual([1, 0, []]);
});

it('a letter with a link that a process of the release before had claimed waits or ends as that process says', async () => {
  const [sent, postponed] = [await askedOfTheReleaseBefore(), await askedOfTheReleaseBefore()];
  const query = (statement: string, link: string) => database.scope(1).query(statement, [link]);
  await query('update notifications.link_letter set done = true where district = 1 and link = $1', sent);
  await query(
    `update notifications.link_letter set next_at = clock_timestamp() + interval '20 s' where district = 1 and link = $1`,
    postponed,
  );
  expect([await waiting(), await send()]).toEqual([[postponed], 0]);
});
