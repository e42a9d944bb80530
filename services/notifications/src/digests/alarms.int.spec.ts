import { expect, it } from '@jest/globals';
import { PerformWork, WorkQueue } from '@otklik/host';
import { MailFailure, type Letter } from '@otklik/kernel';
import { memoryDirectory, type District, type Official } from '@otklik/tenancy';
import { sealOfficialEmail } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { PostgresAlarms } from './adapters/postgres/postgres-alarms.js';
import { RaiseAlarm } from './application/raise-alarm.js';
import { SendAlarms } from './application/send-alarms.js';
import { database, deliver, newCase, now, secret, service, silent, worker } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';

const official = (role: 'CONTROLLER' | 'HEAD' | 'MODERATOR', more: Partial<Official> = {}): Official => {
  const id = randomUUID();
  return {
    ...{ id, login: id, name: 'Somebody', assignments: [{ district: 1, role }] },
    ...{ email: sealOfficialEmail(secret('official-email'), id, `${id}@aldan.example`), ...more },
  };
};
const controller = official('CONTROLLER');
const head = official('HEAD');
const away = official('HEAD', { absence: { from: '2026-11-20', to: '2026-11-30', reason: 'VACATION' } });
const { email: _, ...unknown } = official('CONTROLLER');
const officials = [controller, head, away, unknown, official('MODERATOR')];

function alarming(refusals: MailFailure[] = []) {
  const taken: Letter[] = [];
  const mailer = {
    send: async (letter: Letter) => {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      taken.push(letter);
      return 'taken';
    },
    close: () => undefined,
  };
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
    send: () => new SendAlarms(alarms, directory, mailer, settings, silent, { of: secret }).sendDue(),
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

it('of the release before is sent once: what waited is copied, and what a process of it still adds is taken over', async () => {
  const { appeal, received, registered } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received, registered);
  const added = randomUUID();
  await database
    .scope(1)
    .query(`insert into notifications.alarm (district, id, official, appeal, danger) values (1, $1, $2, $3, 'GAS')`, [
      added,
      controller.id,
      appeal,
    ]);
  const left = await worker.query('select done from notifications.alarm where id = $1', [added]);
  expect(left.rows).toEqual([{ done: true }]);
  const { taken, send } = alarming();
  expect(await send()).toBe(1);
  expect(taken.map(({ to }) => to)).toEqual([`${controller.id}@aldan.example`]);
});
