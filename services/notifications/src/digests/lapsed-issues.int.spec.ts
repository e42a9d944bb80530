import { beforeAll, expect, it } from '@jest/globals';
import { PerformWork, WorkQueue } from '@otklik/host';
import { MailFailure, type Letter } from '@otklik/kernel';
import { memoryDirectory, type District, type Official } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { DutyConcern } from './adapters/events/duty.concern.js';
import { PostgresLapsedIssues } from './adapters/postgres/postgres-lapsed-issues.js';
import { OfficialPost } from './application/official-post.js';
import { SendLapsedIssues } from './application/send-lapsed-issues.js';
import { TellLapsedIssue } from './application/tell-lapsed-issue.js';
import { database, deliver, now, secret, service, silent, tell, worker } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';
import { controller, head, officials, refusingMailer } from './duty-officials.fixture.js';

const title = 'Нет горячей воды: Алдан';
/** An hour ago: 11:00 in Aldan. */
const until = '2026-11-24T02:00:00.000Z';

// Its own loop would take the letters of these tests.
beforeAll(() => service.runtime.stop());

function lapsing(refusals: MailFailure[] = []) {
  const { taken, mailer } = refusingMailer(refusals);
  const waiting = new PostgresLapsedIssues(service.get(WorkQueue), service.get(PerformWork));
  const settings = { domain: 'otklik.example', language: 'ru', publicUrl: 'https://otklik.example', pace: [] } as never;
  const post = new OfficialPost(mailer, settings, silent, { of: secret });
  const directoryOf = (all: readonly Official[]) => memoryDirectory([{ ...aldan, officials: all } as District], now);
  return {
    taken,
    /** The fact comes twice. */
    lapse: (issue: string, data: object = { title, until }) =>
      database.scope(1).transaction(async (tx) => {
        const concern = new DutyConcern(new TellLapsedIssue(waiting, directoryOf(officials), { now }, silent));
        const event = { district: 1, stream: issue, data } as never;
        await concern.issueLapsed(event, { tx } as never);
        await concern.issueLapsed(event, { tx } as never);
      }),
    send: (all = officials) => new SendLapsedIssues(waiting, directoryOf(all), post, { now }).sendDue(),
  };
}
const addresses = (letters: readonly Letter[]) => letters.map(({ to }) => to).sort();
const both = [controller, head].map(({ id }) => `${id}@aldan.example`).sort();

it('is written to who is on duty and there, once for a promised time, whatever comes twice', async () => {
  const issue = randomUUID();
  const { taken, lapse, send } = lapsing();
  await lapse(issue);
  await Promise.all([send(), send()]);
  expect(await send()).toBe(0);
  expect(addresses(taken)).toEqual(both);
  for (const { subject, text } of taken) {
    expect(subject).toBe(`Срок сообщения «мы знаем» прошёл: ${title}`);
    expect(text).toContain(`«${title}» — до 11:00, 24 ноября 2026 г.`);
    expect(text).toContain('https://otklik.example/desk/aldan/known\n');
  }
  // Prolonged, and over again.
  await lapse(issue, { title, until: '2026-11-24T02:30:00.000Z' });
  await send();
  expect(taken).toHaveLength(4);
});

it('is not written to one who is off duty meanwhile, and not of what lapsed long ago or without its time', async () => {
  const { taken, lapse, send } = lapsing();
  await lapse(randomUUID());
  await send([controller, { ...head, assignments: [] }]);
  expect(addresses(taken)).toEqual([`${controller.id}@aldan.example`]);
  await lapse(randomUUID(), { title, until: '2026-11-22T02:00:00.000Z' });
  await lapse(randomUUID(), {});
  expect(await send()).toBe(0);
});

it('is tried again when the mail server is down', async () => {
  const { taken, lapse, send } = lapsing([new MailFailure('421', false)]);
  await lapse(randomUUID());
  await send();
  expect(taken).toHaveLength(1);
  await worker.query(`update notifications.work set due_at = now() where kind = 'LAPSED_ISSUE'`);
  await send();
  expect(addresses(taken)).toEqual(both);
});

it('is heard, of no case', async () => {
  const issue = randomUUID();
  const event = tell('intake.events', 'KnownIssueLapsed', issue, issue, { title, until });
  await deliver(event);
  await deliver(event);
});
