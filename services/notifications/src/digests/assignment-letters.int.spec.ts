import { beforeAll, expect, it } from '@jest/globals';
import { PerformWork, WorkQueue } from '@otklik/host';
import { MailFailure, type Letter } from '@otklik/kernel';
import { memoryDirectory, type District, type Official } from '@otklik/tenancy';
import { sealOfficialEmail } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { DigestConcern } from './adapters/events/digest.concern.js';
import { PostgresAssignmentLetters } from './adapters/postgres/postgres-assignment-letters.js';
import { PostgresWatchedQuestions } from './adapters/postgres/postgres-digests.js';
import { OfficialPost } from './application/official-post.js';
import { SendAssignmentLetters } from './application/send-assignment-letters.js';
import { TellAssigned } from './application/tell-assigned.js';
import { database, deliver, newCase, now, secret, service, silent, worker } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';
import { refusingMailer } from './duty-officials.fixture.js';

const departments = ['works', 'housing'].map((code) => ({ id: randomUUID(), code, name: code }));

const official = (more: Partial<Official> = {}): Official => {
  const id = randomUUID();
  return {
    id,
    login: id,
    name: 'Somebody',
    assignments: [{ district: 1, role: 'EXECUTOR' }],
    email: sealOfficialEmail(secret('official-email'), id, `${id}@aldan.example`),
    isAssignmentLetterOn: true,
    ...more,
  };
};

// Its own loop would take the letters of these tests.
beforeAll(() => service.runtime.stop());

async function telling(officials: readonly Official[], refusals: MailFailure[] = []) {
  const { appeal, received, registered } = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(received, registered);
  const question = randomUUID();
  const { taken, mailer } = refusingMailer(refusals);
  const waiting = new PostgresAssignmentLetters(service.get(WorkQueue), service.get(PerformWork), database);
  const directoryOf = (all: readonly Official[]) =>
    memoryDirectory(
      [{ ...aldan, departments, topics: [{ code: 'roads', name: 'Дороги' }], officials: all } as District],
      now,
    );
  const settings = { domain: 'otklik.example', language: 'ru', publicUrl: 'https://otklik.example', pace: [] } as never;
  let version = 1;
  /** A fact of the question, which is so after it. */
  const fact = (type: string, data: object, part: object, at = now()) => {
    version += 1;
    const event = { id: randomUUID(), district: 1, appeal, stream: question, version, type, data, at };
    const concern = new DigestConcern(
      new PostgresWatchedQuestions(),
      new TellAssigned(waiting, directoryOf(officials)),
    );
    const after = { state: 'IN_WORK', topic: 'roads', department: 'works', version, ...part };
    const known = () => ({ appeal: {}, questions: { [question]: after } });
    return database
      .scope(1)
      .transaction((tx) => concern.changed([event] as never, tx, undefined as never, known as never));
  };
  return {
    taken,
    card: `https://otklik.example/desk/aldan/card/${appeal}?question=${question}`,
    fact,
    assign: ({ id: executor }: Official, more: object = {}, at?: string) =>
      fact('ExecutorAssigned', { executor, department: 'works', ...more }, { executor }, at),
    give: ({ id }: Official, until?: string) => {
      const part = { official: id, text: 'sealed:1:x', ...(until && { until }) };
      return fact('CoExecutorPartGiven', part, { coParts: [{ ...part, at: now() }] });
    },
    giveDepartment: (department: string) => {
      const part = { department, text: 'sealed:1:x' };
      return fact('CoExecutorPartGiven', part, { coParts: [{ ...part, at: now() }] });
    },
    /** The time in which an assignment may be taken back is over. */
    send: async (known = officials) => {
      // What was tried waits for long, whatever the clock says meanwhile.
      await worker.query(
        `update notifications.work
           set due_at = case when attempts = 0 then now() else now() + interval '1 day' end where kind = 'ASSIGNMENT'`,
      );
      const post = new OfficialPost(mailer, settings, silent, { of: secret });
      return new SendAssignmentLetters(waiting, directoryOf(known), post, { now }).sendDue();
    },
  };
}

it('tells the executor and the co-executor once, by number, topic, inner day and link, who chose it', async () => {
  const [executor, helper, other] = [official(), official(), official({ isAssignmentLetterOn: false })];
  const { assign, give, send, taken, card } = await telling([executor, helper, other]);
  await assign(executor, { draftBy: '2026-12-01', resolution: 'sealed:1:y' });
  await Promise.all([send(), send()]);
  expect(await send()).toBe(0);
  const [first] = taken as [Letter];
  expect([first.to, first.subject]).toEqual([`${executor.id}@aldan.example`, 'Вам поручено обращение № АЛД-М-2026-17']);
  expect(first.text).toContain('Тема: Дороги\n');
  expect(first.text).toContain('Внутренний срок: 1 декабря 2026 г.');
  expect(first.text).toContain(card);
  await give(helper, '2026-12-02');
  await send();
  expect(taken).toHaveLength(2);
  expect(taken[1]).toMatchObject({ subject: 'Вам поручена часть ответа, № АЛД-М-2026-17' });
  await assign(other);
  expect([await send(), taken]).toEqual([0, [first, taken[1]]]);
  for (const { subject, text } of taken) expect(subject + text).not.toMatch(/Иван|дорогу|ivan@|sealed/);
});

it('tells of a department’s part each of its officials who may say that it is done, and no other', async () => {
  const inWorks = (role: 'EXECUTOR' | 'HEAD' | 'MODERATOR', department?: string) =>
    official({ assignments: [{ district: 1, role, ...(department && { department }) }] });
  const works = departments.find(({ code }) => code === 'works')!.id;
  const [one, head, without, everywhere] = [
    inWorks('EXECUTOR', works),
    inWorks('HEAD', works),
    inWorks('MODERATOR', works),
    inWorks('HEAD'),
  ];
  const other = inWorks('EXECUTOR', departments.find(({ code }) => code !== 'works')!.id);
  const { giveDepartment, fact, send, taken } = await telling([one, head, without, everywhere, other]);
  await giveDepartment('works');
  expect(await send()).toBe(2);
  expect(taken.map(({ to }) => to).toSorted()).toEqual([one, head].map(({ id }) => `${id}@aldan.example`).toSorted());
  for (const { subject } of taken) expect(subject).toBe('Вашему отделу поручена часть ответа, № АЛД-М-2026-17');
  await giveDepartment('works');
  await fact('CoExecutorPartDone', { department: 'works' }, {});
  await send();
  expect(taken).toHaveLength(2);
});

it('tells nothing of what was assigned to another, returned, done or ended before it left', async () => {
  const [one, other] = [official(), official({ isAssignmentLetterOn: false })];
  const { assign, give, fact, send, taken } = await telling([one, other]);
  await assign(one);
  await assign(other);
  await send();
  await assign(one);
  await fact('AssignmentTakenBack', {}, { state: 'ROUTED' });
  await send();
  await assign(one);
  await fact('QuestionReturned', { reason: 'sealed:1:z' }, { state: 'RETURNED' });
  await send();
  await assign(one);
  await fact('QuestionClosed', { ground: 'MERGED' }, { state: 'CLOSED', executor: one.id });
  await send();
  await give(one);
  await fact('CoExecutorPartDone', { official: one.id }, { executor: other.id });
  await send();
  expect(taken).toEqual([]);
  // Assigned twice, it is sent once: the last.
  await assign(one, { draftBy: '2026-12-01' });
  await assign(one, { draftBy: '2026-12-05' });
  await send();
  expect(taken.map(({ text }) => /срок: (\d+)/.exec(text)?.[1])).toEqual(['5']);
});

it('goes to none who has left, is away, chose otherwise meanwhile, or would read it a day later', async () => {
  const one = official();
  const { email: _, ...without } = one;
  const away = { from: '2026-11-20', to: '2026-11-30', reason: 'VACATION' } as const;
  const { assign, send, taken } = await telling([one]);
  for (const later of [
    { ...one, assignments: [] },
    { ...one, absence: away },
    { ...one, isAssignmentLetterOn: false },
    without,
  ]) {
    await assign(one);
    expect(await send([later])).toBe(1);
  }
  await assign(one, {}, new Date(Date.parse(now()) - 90_000_000).toISOString());
  expect(await send()).toBe(1);
  expect(taken).toEqual([]);
});

it('is tried again when the mail server is down, and given up when it refuses for good', async () => {
  const one = official();
  const { assign, send, taken } = await telling([one], [new MailFailure('421', false), new MailFailure('550', true)]);
  await assign(one);
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  await assign(one);
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  expect(taken).toEqual([]);
});
