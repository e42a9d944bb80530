import { beforeAll, expect, it } from '@jest/globals';
import { PerformWork, WorkQueue } from '@otklik/host';
import { MailFailure } from '@otklik/kernel';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { PostgresAlarms } from './adapters/postgres/postgres-alarms.js';
import { RaiseAlarm } from './application/raise-alarm.js';
import { OfficialPost } from './application/official-post.js';
import { SendAlarms } from './application/send-alarms.js';
import { database, deliver, newCase, now, secret, service, silent, worker } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';
import { controller, head, officials, refusingMailer } from './duty-officials.fixture.js';

// Its own loop would take the letters of these tests.
beforeAll(() => service.runtime.stop());

function alarming(refusals: MailFailure[] = []) {
  const { taken, mailer } = refusingMailer(refusals);
  const district: District = { ...aldan, officials };
  const directory = memoryDirectory([district], now);
  const alarms = new PostgresAlarms(service.get(WorkQueue), service.get(PerformWork), database);
  const settings = { domain: 'otklik.example', language: 'ru', publicUrl: 'https://otklik.example', pace: [] } as never;
  return {
    taken,
    raise: (appeal: string, id = randomUUID()) =>
      database.scope(1).transaction(async (tx) => {
        const raised = new RaiseAlarm(alarms, directory, { now }, silent);
        await raised.raise({ id, district: 1, appeal }, 'GAS', tx);
        await raised.raise({ id, district: 1, appeal }, 'GAS', tx);
      }),
    send: () => new SendAlarms(alarms, directory, new OfficialPost(mailer, settings, silent, { of: secret })).sendDue(),
  };
}

it('tells controller and head who are there, once each, with the number and nothing of the sender', async () => {
  const { appeal, received, registered } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received, registered);
  const { taken, raise, send } = alarming();
  await raise(appeal);
  await Promise.all([send(), send()]);
  expect(await send()).toBe(0);
  const to = [controller, head].map(({ id }) => `${id}@aldan.example`).sort();
  expect(taken.map((letter) => letter.to).sort()).toEqual(to);
  for (const { subject, text } of taken) {
    expect(subject).toMatch(/^Срочно: запах газа, № /);
    expect(text).toContain(`https://otklik.example/desk/aldan/card/${appeal}`);
    expect(text).not.toMatch(/Иван|дорогу|ivan@/);
  }
});

it('is tried again when the mail server is down, and given up when it refuses for good', async () => {
  const { appeal, received, registered } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received, registered);
  const { taken, raise, send } = alarming([new MailFailure('421', false), new MailFailure('550', true)]);
  await raise(appeal);
  expect(await send()).toBe(2);
  expect(taken).toEqual([]);
  const { rows } = await worker.query(
    `select attempts, due_at > now() as later from notifications.work where body ->> 'appeal' = $1`,
    [appeal],
  );
  expect(rows).toEqual([{ attempts: 1, later: true }]);
  await worker.query(`update notifications.work set due_at = now() where body ->> 'appeal' = $1`, [appeal]);
  expect(await send()).toBe(1);
  expect(taken).toHaveLength(1);
});

/** By the statements of the release before (v0.1.0). */
const before = {
  add: (id: string, appeal: string) =>
    database.scope(1).query(
      `insert into notifications.alarm (district, id, official, appeal, danger)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [1, id, controller.id, appeal, 'GAS'],
    ),
  due: async (id: string) => {
    const { rows } = await worker.query<{ id: string; official: string }>(
      `select district, id, official from notifications.alarm
       where not done and next_at <= clock_timestamp() order by next_at limit 100`,
    );
    return rows.filter((one) => one.id === id).map(({ official }) => official);
  },
  claim: async (id: string, official: string) => {
    const { rows } = await database.scope(1).query<{ attempts: number }>(
      `update notifications.alarm l
       set next_at = clock_timestamp() + $4 * interval '1 ms', attempts = l.attempts + 1
       from notifications.applicant a
       where l.district = $1 and l.id = $2 and l.official = $3 and not l.done and l.next_at <= clock_timestamp()
         and a.district = l.district and a.appeal = l.appeal
       returning l.district, l.id, l.official, l.appeal, l.danger, l.attempts, coalesce(a.number, a.receipt) as number`,
      [1, id, official, 180_000],
    );
    return rows.map(({ attempts }) => attempts);
  },
  postpone: (id: string, official: string, ms: number) =>
    database.scope(1).query(
      `update notifications.alarm set next_at = clock_timestamp() + $4 * interval '1 ms'
       where district = $1 and id = $2 and official = $3`,
      [1, id, official, ms],
    ),
  finish: (id: string, official: string) =>
    database
      .scope(1)
      .query('update notifications.alarm set done = true where district = $1 and id = $2 and official = $3', [
        ...[1, id, official],
      ]),
};

it('of the release before is sent once, by whichever release takes it', async () => {
  const { appeal, received, registered } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received, registered);
  const [mine, theirs] = [randomUUID(), randomUUID()];
  await before.add(mine, appeal);
  await before.add(theirs, appeal);
  // Its own alarm waits for that process, too.
  expect(await before.claim(theirs, controller.id)).toEqual([1]);
  const { taken, send } = alarming();
  expect(await send()).toBe(1);
  expect(taken.map(({ to }) => to)).toEqual([`${controller.id}@aldan.example`]);
  expect([await before.due(mine), await before.claim(mine, controller.id)]).toEqual([[], []]);
  await before.finish(theirs, controller.id);
  expect(await send()).toBe(0);
});

it('is sent by the release before after a rollback, and what that has left by this one', async () => {
  const { appeal, received, registered } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received, registered);
  const { taken, raise, send } = alarming();
  const id = randomUUID();
  await raise(appeal, id);
  expect((await before.due(id)).sort()).toEqual([controller.id, head.id].sort());
  expect(await before.claim(id, controller.id)).toEqual([1]);
  expect(await before.claim(id, head.id)).toEqual([1]);
  await before.finish(id, controller.id);
  expect(await send()).toBe(0);
  await before.postpone(id, head.id, -1);
  expect(await send()).toBe(1);
  expect([taken.map(({ to }) => to), await before.due(id)]).toEqual([[`${head.id}@aldan.example`], []]);
});
