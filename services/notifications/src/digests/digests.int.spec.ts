import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { MailFailure, type Letter } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { PostgresDigests } from './adapters/postgres/postgres-digests.js';
import { MORNING, sender, withEmail } from './letter-sender.fixture.js';
import { database, deliver, newCase, tell, tellAll, type Case } from '../notice/notices-world.fixture.js';

const executor = randomUUID();
const housing = { id: randomUUID(), code: 'housing', name: 'Отдел жилья' };
type Five = [string, string, string, string, string];

let version = 1;
async function watched(made: Case, ...events: readonly (readonly [type: string, data: object])[]): Promise<void> {
  const all = events.map(([type, data]): PublicEvent => {
    version += 1;
    return { ...tell('routing.events', type, made.appeal, made.question, data), version };
  });
  await deliver(...all);
  await deliver(...all);
}

/** A question of the executor whose term ends on the day. */
async function due(dueOn: string, of = executor): Promise<Case> {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  await watched(
    made,
    ['QuestionOpened', { person: made.person, regime: 'APPEAL_59FZ', ordinal: 1 }],
    ['QuestionRouted', { topic: 'ROADS', department: 'works', by: 'RULE', words: [] }],
    ['DeadlineSet', { duty: 'ANSWER', rule: 'ANS', dueOn, workBy: dueOn }],
    ['ExecutorAssigned', { executor: of, department: 'works' }],
  );
  return made;
}

it('is one letter a day of what is due, with numbers, days and links, and nothing of residents', async () => {
  const late = await due('2026-11-23');
  const today = await due('2026-11-24');
  const answered = await due('2026-11-24');
  await watched(answered, [
    'QuestionAnswered',
    { notice: randomUUID(), answeredOn: '2026-11-24', zone: 'Asia/Yakutsk' },
  ]);
  const one = sender([withEmail(executor)], MORNING);
  expect(await Promise.all([one.send(), one.send()])).toContain(1);
  await sender([withEmail(executor)], '2026-11-24T03:00:00.000Z', { taken: one.taken }).send();
  expect(one.taken).toHaveLength(1);
  const [{ to, subject, text }] = one.taken as [Letter];
  expect(to).toBe(`${executor}@aldan.example`);
  expect(subject).toBe('Сроки на 24 ноября 2026 г.: Алданский район');
  expect(text).toContain('Просрочено: 1\n№ АЛД-М-2026-17, срок 23 ноября 2026 г.');
  expect(text).toContain(`https://otklik.example/desk/aldan/card/${late.appeal}`);
  expect(text).toContain('Заканчивается сегодня: 1');
  expect(text).toContain(today.appeal);
  expect(text).not.toContain(answered.appeal);
  expect(text).not.toMatch(/Иван|дорогу|ivan@/);
  const next = sender([withEmail(executor)], '2026-11-25T01:00:00.000Z');
  await next.send();
  expect(next.taken).toHaveLength(1);
});

it('is not sent before the working day, on a day off, without an address, switched off, or away', async () => {
  const official = randomUUID();
  await due('2026-11-24', official);
  const away = { from: '2026-11-20', to: '2026-11-30', reason: 'VACATION' } as const;
  const { email: _, ...without } = withEmail(official);
  for (const [reader, at] of [
    [withEmail(official), '2026-11-23T23:00:00.000Z'],
    [withEmail(official), '2026-11-22T01:00:00.000Z'],
    [without, MORNING],
    [withEmail(official, { digestOff: true }), MORNING],
    [withEmail(official, { absence: away }), MORNING],
  ] as const) {
    const none = sender([reader], at);
    expect([await none.send(), none.taken]).toEqual([0, []]);
  }
  const nothing = sender([withEmail(randomUUID())], MORNING);
  expect([await nothing.send(), nothing.taken]).toEqual([1, []]);
});

it('tells of the day that the body which sent the appeal on asks for, where it is the earlier one', async () => {
  const official = randomUUID();
  const [made, later] = [await due('2026-12-24', official), await due('2026-11-26', official)];
  for (const [{ appeal }, term] of [
    [made, MORNING.slice(0, 10)],
    [later, '2026-12-30'],
  ] as const) {
    version += 1;
    const data = { receivedFrom: { kind: 'PROSECUTOR', term }, reason: '…' };
    await deliver({ ...tell('intake.events', 'SourceRecorded', appeal, appeal, data), version });
  }
  const one = sender([withEmail(official)], MORNING);
  await one.send();
  const [{ text }] = one.taken as [Letter];
  expect(text).toContain('Заканчивается сегодня: 1\n№ АЛД-М-2026-17, срок 24 ноября 2026 г.');
  expect(text).toContain(made.appeal);
});

it('tells of what was assigned and not read yet, by the inner day of its draft', async () => {
  const official = randomUUID();
  const made = await due('2026-12-24', official);
  const first = sender([withEmail(official)], MORNING);
  await first.send();
  expect(first.taken[0]?.text).toContain(
    'Поручено вам, вы ещё не ознакомились: 1\n№ АЛД-М-2026-17, срок 24 декабря 2026 г.',
  );
  await watched(made, ['AssignmentAcknowledged', {}]);
  const read = sender([withEmail(official)], '2026-11-25T01:00:00.000Z');
  expect([await read.send(), read.taken]).toEqual([1, []]);
  await watched(made, ['ExecutorAssigned', { executor: official, department: 'works', draftBy: '2026-11-26' }]);
  const onDay = sender([withEmail(official)], '2026-11-26T01:00:00.000Z');
  await onDay.send();
  expect(onDay.taken[0]?.text).toContain('Заканчивается сегодня: 1');
});

it('tells nothing of an assignment that was taken back', async () => {
  const official = randomUUID();
  await watched(await due('2026-11-24', official), ['AssignmentTakenBack', {}]);
  const none = sender([withEmail(official)], MORNING);
  expect([await none.send(), none.taken]).toEqual([1, []]);
});

it('tells a co-executor of his part until it is done, without its text', async () => {
  const [official, helper] = [randomUUID(), randomUUID()];
  const made = await due('2026-12-24', official);
  const text = 'sealed:1:x:y:text:z';
  await watched(
    made,
    ['CoExecutorsAssigned', { officials: [helper], departments: [] }],
    ['CoExecutorPartGiven', { official: helper, text, until: '2026-12-01' }],
  );
  const first = sender([withEmail(helper)], MORNING);
  await first.send();
  expect(first.taken[0]?.text).toContain(
    'Часть ответа, ваша или вашего отдела, не готова: 1\n№ АЛД-М-2026-17, срок 24 декабря 2026 г.',
  );
  expect(first.taken[0]?.text).not.toContain('sealed');
  await watched(made, ['CoExecutorPartDone', { official: helper }]);
  const done = sender([withEmail(helper)], '2026-11-25T01:00:00.000Z');
  expect([await done.send(), done.taken]).toEqual([1, []]);
});

it('tells the officials of a department of its part until it is done, and who stands in for one of them', async () => {
  const [helper, absent, deputy, everywhere, other] = Array.from({ length: 5 }, () => randomUUID()) as Five;
  const made = await due('2026-12-24', randomUUID());
  await watched(
    made,
    ['CoExecutorsAssigned', { officials: [], departments: ['housing'] }],
    ['CoExecutorPartGiven', { department: 'housing', text: 'sealed:1:x:y:text:z' }],
  );
  const substitutions = [
    { id: 's', substitute: deputy, from: '2026-11-20', to: '2026-11-30', order: '№ 15', post: 'и. о.' },
  ];
  const inHousing = { assignments: [{ district: 1, role: 'EXECUTOR', department: housing.id }] } as const;
  const officials = [
    withEmail(helper, inHousing),
    withEmail(absent, { ...inHousing, substitutions, digestOff: true }),
    withEmail(deputy, { assignments: [{ district: 1, role: 'HEAD' }] }),
    withEmail(everywhere),
    withEmail(other, { assignments: [{ district: 1, role: 'MODERATOR', department: housing.id }] }),
  ];
  const first = sender(officials, MORNING, { departments: [housing] });
  await first.send();
  const read = first.taken.filter(({ text }) => text.includes(made.appeal));
  expect(read.map(({ to }) => to.split('@')[0]).toSorted()).toEqual([helper, deputy].toSorted());
  for (const { text } of read) expect(text).toContain('Часть ответа, ваша или вашего отдела, не готова: 1');
  await watched(made, ['CoExecutorPartDone', { department: 'housing' }]);
  const done = sender(officials, '2026-11-25T01:00:00.000Z', { departments: [housing] });
  await done.send();
  expect(done.taken.filter(({ text }) => text.includes(made.appeal))).toEqual([]);
});

it('tells a substitute of the absent one’s questions, and who oversees of what was escalated to him', async () => {
  const [absent, deputy, head] = [randomUUID(), randomUUID(), randomUUID()];
  const made = await due('2026-11-24', absent);
  const substitutions = [
    { id: 's', substitute: deputy, from: '2026-11-20', to: '2026-11-30', order: '№ 15', post: 'и. о.' },
  ];
  const near = await due('2026-12-20', absent);
  await watched(near, [
    'DeadlineNear',
    { rule: 'ANS', duty: 'ANSWER', dueOn: '2026-12-20', share: 80, escalated: true },
  ]);
  const officials = [
    withEmail(absent, { substitutions, digestOff: true }),
    withEmail(deputy),
    withEmail(head, { assignments: [{ district: 1, role: 'HEAD' }] }),
  ];
  const one = sender(officials, MORNING);
  expect(await one.send()).toBe(2);
  const textTo = (id: string) => one.taken.find(({ to }) => to.startsWith(id))?.text ?? '';
  expect(textTo(deputy)).toContain(made.appeal);
  expect(textTo(head)).toContain(`срок близок или прошёл: 1\n№ АЛД-М-2026-17, срок 20 декабря 2026 г.`);
  expect(textTo(head)).toContain(near.appeal);
  expect(textTo(head)).not.toContain(made.appeal);
});

it('keeps a question once a letter may tell of it, as the case has it by then', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  const kept = async () => {
    const { rows } = await database
      .scope(1)
      .query<object>(
        `select department, executor, open, rule, due_on, escalated from notifications.watched_question where question = $1`,
        [made.question],
      );
    return rows;
  };
  await watched(
    made,
    ['QuestionOpened', { person: made.person, regime: 'APPEAL_59FZ', ordinal: 1 }],
    ['QuestionRouted', { topic: 'ROADS', department: 'works', by: 'RULE', words: [] }],
    ['DeadlineSet', { duty: 'ANSWER', rule: 'ANS', dueOn: '2026-11-24', workBy: '2026-11-23' }],
  );
  expect(await kept()).toEqual([]);
  await watched(made, ['DeadlineMissed', { rule: 'ANS', duty: 'ANSWER', dueOn: '2026-11-24' }]);
  await watched(made, ['QuestionRouted', { topic: 'ROADS', department: 'roads', by: 'OFFICIAL', words: [] }]);
  const late = { department: 'roads', executor: null, open: true, rule: 'ANS', due_on: '2026-11-24', escalated: true };
  expect(await kept()).toEqual([late]);
  await watched(made, ['DeadlineSet', { duty: 'ANSWER', rule: 'ANS', dueOn: '2026-12-24', workBy: '2026-12-23' }]);
  expect(await kept()).toEqual([{ ...late, due_on: '2026-12-24', escalated: false }]);
});

it('tells the head of the day that a body asked for, while it asks for it, and of the term of the law whatever it asks for', async () => {
  const head = withEmail(randomUUID(), { assignments: [{ district: 1, role: 'HEAD' }] });
  const [byBody, byLaw] = [await due('2026-12-20', randomUUID()), await due('2026-12-20', randomUUID())];
  let version = 9;
  const record = async (term: string) => {
    version += 1;
    const data = { receivedFrom: { kind: 'PROSECUTOR', term }, reason: '…' };
    for (const { appeal } of [byBody, byLaw])
      await deliver({ ...tell('intake.events', 'SourceRecorded', appeal, appeal, data), version });
  };
  const told = async (day: string) => {
    const one = sender([head], `${day}T01:00:00.000Z`);
    await one.send();
    return [byBody, byLaw].map(({ appeal }) => one.taken[0]?.text.includes(appeal) ?? false);
  };
  await record('2026-12-10');
  await watched(byBody, ['DeadlineMissed', { rule: 'BODY', duty: 'ANSWER', dueOn: '2026-12-10' }]);
  const near = { rule: 'ANS', duty: 'ANSWER', dueOn: '2026-12-20', share: 80, escalated: true };
  await watched(byLaw, ['DeadlineNear', near]);
  expect(await told('2026-12-11')).toEqual([true, true]);
  await record('2026-12-18');
  expect(await told('2026-12-14')).toEqual([false, true]);
});

it('is sent again when the mail server did not take it, and never when the outcome is unknown', async () => {
  const official = randomUUID();
  await due('2026-11-24', official);
  const refusing = sender([withEmail(official)], MORNING, { refusal: new MailFailure('421', false) });
  expect(await refusing.send()).toBe(1);
  const soon = sender([withEmail(official)], '2026-11-24T01:05:00.000Z');
  expect([await soon.send(), soon.taken]).toEqual([0, []]);
  const later = sender([withEmail(official)], '2026-11-24T01:11:00.000Z');
  await later.send();
  expect(later.taken).toHaveLength(1);

  const other = randomUUID();
  await due('2026-11-24', other);
  // The process ends while the letter is under way; a copy that had not seen it begin does not take it either.
  const digests = new PostgresDigests(database);
  const key = { district: 1, official: other, day: '2026-11-24' };
  expect(await digests.claim(key, MORNING)).toBe(true);
  expect(await digests.claim(key, '2026-11-24T05:00:00.000Z')).toBe(false);
  const restarted = sender([withEmail(other)], '2026-11-24T05:00:00.000Z');
  expect([await restarted.send(), restarted.taken]).toEqual([0, []]);
});
