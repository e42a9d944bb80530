import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { uuidv5 } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { database, deliver, newCase, now, tell, vault } from './notices-world.fixture.js';

const ANSWER = 'Зимник откроют 5 декабря.';

/** The moderator's own answer to a message that was received and has no number. */
async function answered(stays: number): Promise<{ readonly appeal: string; readonly fact: PublicEvent }> {
  const { appeal, person, received } = await newCase('ivan@aldan.example', 'EMAIL');
  const id = randomUUID();
  const text = await vault.seal(1, person, id, 'text', ANSWER);
  const leavesAt = new Date(Date.parse(now()) + stays).toISOString();
  const data = { text, person, regime: 'SOCIAL_MESSAGE', answeredOn: '2026-11-24', zone: 'Asia/Yakutsk', leavesAt };
  const fact = tell('intake.events', 'AnsweredAtOnce', appeal, appeal, data, id);
  await deliver(received, fact);
  return { appeal, fact };
}

async function letterOf({ fact }: { readonly fact: PublicEvent }) {
  const { rows } = await database
    .scope(1)
    .query<{ readonly kind: string; readonly way: string; readonly state: string; readonly waits: boolean }>(
      `select kind, way, state, next_at > clock_timestamp() + interval '30 s' as waits
       from notifications.delivery where notice = $1`,
      [uuidv5(fact.id, 'notice')],
    );
  return rows[0];
}

it('is sent without a number, and stays until it leaves', async () => {
  const held = await answered(60_000);
  expect(await letterOf(held)).toEqual({ kind: 'ANSWERED_AT_ONCE', way: 'EMAIL', state: 'PENDING', waits: true });
});

it('is not sent once the decision is taken back', async () => {
  const held = await answered(60_000);
  const { appeal } = held;
  await deliver(tell('intake.events', 'DecisionTakenBack', appeal, appeal, { reason: 'sealed' }));
  expect(await letterOf(held)).toMatchObject({ state: 'DONE' });
  const { rows } = await database
    .scope(1)
    .query<{ readonly data: { readonly ground: string } }>(
      `select data from notifications.event where stream = $1 and type = 'NoticeCancelled'`,
      [uuidv5(held.fact.id, 'notice')],
    );
  expect(rows.map(({ data }) => data.ground)).toEqual(['DECISION_TAKEN_BACK']);
});

/** The moderator accepted the message, and informed its sender. */
async function takenUp() {
  const { appeal, person, received } = await newCase('ivan@aldan.example', 'EMAIL');
  const id = randomUUID();
  const words = await vault.seal(1, person, id, 'words', 'Взяли в работу, ответим до понедельника.');
  const leavesAt = new Date(Date.parse(now()) + 60_000).toISOString();
  const fact = tell('intake.events', 'MessageTakenUp', appeal, appeal, { words, leavesAt }, id);
  await deliver(received, fact);
  return { appeal, fact };
}

it('is informed that the message is taken up by words that stay as long, and go no more once that is taken back', async () => {
  const told = await takenUp();
  expect(await letterOf(told)).toEqual({ kind: 'TAKEN_UP', way: 'EMAIL', state: 'PENDING', waits: true });
  const { appeal } = told;
  await deliver(tell('intake.events', 'DecisionTakenBack', appeal, appeal, { reason: 'sealed' }));
  expect(await letterOf(told)).toMatchObject({ state: 'DONE' });
});

it('is sent nothing where nothing was written', async () => {
  const { appeal, received } = await newCase('ivan@aldan.example', 'EMAIL');
  const silent = tell('intake.events', 'MessageTakenUp', appeal, appeal, {});
  await deliver(received, silent);
  expect(await letterOf({ fact: silent })).toBeUndefined();
});

it('is sent what was done about the known issue that it was joined to, once, without a number', async () => {
  const { appeal, person, received } = await newCase('ivan@aldan.example', 'EMAIL');
  const id = randomUUID();
  const text = await vault.seal(1, person, id, 'text', 'Нет горячей воды. Воду дали в 21:40.');
  const data = { issue: randomUUID(), text };
  const fact = tell('intake.events', 'KnownIssueEndReported', appeal, appeal, data, id);
  await deliver(received, fact);
  await deliver(fact);
  expect(await letterOf({ fact })).toMatchObject({ kind: 'ISSUE_ENDED', way: 'EMAIL', state: 'PENDING', waits: false });
  const { rows } = await database
    .scope(1)
    .query(`select 1 from notifications.delivery where appeal = $1 and kind = 'ISSUE_ENDED'`, [appeal]);
  expect(rows).toHaveLength(1);
});
