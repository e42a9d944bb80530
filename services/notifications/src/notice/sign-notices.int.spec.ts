import { beforeEach, expect, it } from '@jest/globals';
import type { NoticesToSign } from '@otklik/contracts/generated/graphql';
import type { Outgoing } from '@otklik/contracts/notifications.events';
import { uuidv5 } from '@otklik/kernel';
import type { Actor, District, Official, OfficialRole } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { aldan } from '../test-district.fixture.js';
import {
  database,
  deliver,
  directory,
  events,
  letterOf,
  newCase,
  service,
  signatory,
  tell,
  types,
  until,
  vault,
  worker,
} from './notices-world.fixture.js';

const [deputy, clerkId, works] = [randomUUID(), randomUUID(), randomUUID()];
const acting = { id: randomUUID(), substitute: deputy, from: '2026-11-24', to: '2026-11-25', order: '№ 15-р' };
const officials: readonly Official[] = [
  {
    id: signatory,
    login: 'petrov',
    name: 'Петров Павел Павлович',
    position: 'Глава района',
    assignments: [{ district: 1, role: 'HEAD' }],
    substitutions: [{ ...acting, post: 'и. о. главы района' }],
  },
  {
    id: deputy,
    login: 'sidorova',
    name: 'Сидорова Анна Ивановна',
    position: 'Заместитель главы района',
    assignments: [{ district: 1, role: 'SIGNATORY', department: works }],
  },
  { id: clerkId, login: 'clerk', name: 'Регистратор', assignments: [{ district: 1, role: 'REGISTRAR' }] },
];
const letters: NonNullable<District['letters']> = { noticesSignedBy: 'petrov', noticesLeave: 'SIGNED' };
const settings = (own: District['letters'] = letters) =>
  directory.replace([{ ...aldan, officials, ...(own && { letters: own }) }]);
settings();
beforeEach(() => settings());

const official = (id: string, role: OfficialRole): Actor => ({
  kind: 'official',
  id,
  login: 'somebody',
  name: 'Somebody',
  assignments: [{ district: 1, role }],
});
const [head, clerk] = [official(signatory, 'HEAD'), official(clerkId, 'HEAD')];
/** With a right of its own, which is first among its capacities. */
const stand: Actor = {
  ...official(deputy, 'SIGNATORY'),
  assignments: [
    { district: 1, role: 'SIGNATORY', department: works },
    { district: 1, role: 'HEAD', onBehalfOf: signatory },
  ],
} as Actor;

const by59fz = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Ленина, 1' } as const;

/** The notice of a registration, by e-mail. */
async function registered(given: Parameters<typeof newCase>[3] = by59fz) {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', given);
  await deliver(made.received, made.registered);
  return { ...made, id: uuidv5(made.registered.id, 'notice') };
}

/** That a term is longer, by post. */
async function extended() {
  const made = await newCase(undefined, undefined, 'PAPER', by59fz);
  await deliver(made.received, made.registered);
  const cause = randomUUID();
  const reason = await vault.seal(1, made.person, cause, 'reason', 'Запрошены сведения.');
  const decided = { deadline: { dueOn: '2027-01-20' }, reason, person: made.person };
  await deliver(tell('routing.events', 'DeadlineExtensionDecided', made.appeal, made.question, decided, cause));
  return { ...made, id: uuidv5(cause, 'notice') };
}

const sign = (id: string, by: Actor = head, { key = randomUUID() as string, expectedVersion = 1 } = {}) =>
  service.mutate('signNotice', { district: 'aldan', id, key, expectedVersion }, by);
const listed = (by: Actor = head) => service.resolve<NoticesToSign>('noticesToSign', { district: 'aldan' }, by);
const proposed = () =>
  service.resolve<string>('nextOutgoingNumber', { district: 'aldan' }, official(clerkId, 'REGISTRAR'));
const outgoingOf = async (id: string) =>
  (await events(id)).map(({ data }) => (data as { readonly outgoing?: Outgoing }).outgoing).find(Boolean);
const workOf = async (id: string) =>
  (await database.scope(1).query('select kind from notifications.work where key = $1', [id])).rows;

it('holds a notice back until it is signed: no number, no work, no letter, and leaves with the signature', async () => {
  const [before, made] = [await proposed(), await registered()];
  expect(await types(made.id)).toEqual(['NoticeOpened']);
  expect([await outgoingOf(made.id), await workOf(made.id), await proposed()]).toEqual([undefined, [], before]);
  expect((await listed()).notices.map(({ id }) => id)).toContain(made.id);
  expect(await sign(made.id)).toMatchObject({ __typename: 'Change', version: 2 });
  const sent = await until(made.id, 'NoticeDispatched', 30_000);
  expect(await types(made.id)).toEqual(['NoticeOpened', 'NoticeSigned', 'NoticeDispatched']);
  expect([await outgoingOf(made.id), sent?.data]).toMatchObject([
    { number: before, on: '2026-11-24' },
    { way: 'EMAIL' },
  ]);
  expect(existsSync(letterOf(made.registered))).toBe(true);
  expect((await listed()).notices.map(({ id }) => id)).not.toContain(made.id);
}, 60_000);

it('lets nothing of it be printed or recorded as posted before', async () => {
  const { id } = await extended();
  const registrar = official(clerkId, 'REGISTRAR');
  const opened = service.resolve('letterToPost', { district: 'aldan', id }, registrar);
  await expect(opened).rejects.toMatchObject({ name: 'NotFound' });
  const posting = { means: 'LETTER', sentOn: '2026-11-24' };
  const post = (expectedVersion: number) =>
    service.mutate(
      'recordPosting',
      { district: 'aldan', id, key: randomUUID(), expectedVersion, ...posting },
      registrar,
    );
  const before = await proposed();
  expect(await post(1)).toMatchObject({ code: 'NOTICE_WAITS_FOR_SIGNATORY' });
  expect(await proposed()).toBe(before);
  await sign(id);
  expect(await post(2)).toMatchObject({ __typename: 'Change' });
  expect((await events(id)).at(-1)?.data).toMatchObject({ posting: { number: before } });
});

it('repeats nothing, and a press that signs nothing leaves no gap', async () => {
  const { id } = await extended();
  const key = randomUUID();
  const before = Number(await proposed());
  const [first] = await Promise.all(Array.from({ length: 6 }, () => sign(id, head, { key })));
  const next = await proposed();
  expect(next).toBe(String(before + 1));
  expect(await sign(id, head, { key })).toEqual(first);
  expect(await sign(id, head, { expectedVersion: 2 })).toMatchObject({ __typename: 'Change', version: 2 });
  expect([await types(id), await proposed()]).toEqual([['NoticeOpened', 'NoticeSigned'], next]);
});

it('is signed by whom the settings name today, or who substitutes that official, and by no other', async () => {
  const [first, second, third] = [await extended(), await extended(), await extended()];
  const before = await proposed();
  expect(await sign(first.id, clerk)).toMatchObject({ code: 'NOT_THE_NAMED_SIGNATORY' });
  expect([await types(first.id), await proposed()]).toEqual([['NoticeOpened'], before]);
  expect(await sign(first.id, stand)).toMatchObject({ __typename: 'Change' });
  const [, signed] = await events(first.id);
  expect(signed).toMatchObject({
    data: { signatory: deputy, post: 'и. о. главы района' },
    actor: { id: deputy, role: 'HEAD', onBehalfOf: signatory },
  });
  settings({ ...letters, noticesSignedBy: 'sidorova' });
  expect(await sign(second.id)).toMatchObject({ code: 'NOT_THE_NAMED_SIGNATORY' });
  expect(await sign(second.id, stand)).toMatchObject({ __typename: 'Change' });
  const [, own] = await events(second.id);
  expect(own?.data).toMatchObject({ signatory: deputy, post: 'Заместитель главы района' });
  expect(own?.actor).not.toHaveProperty('onBehalfOf');
  expect(await sign(third.id)).toMatchObject({ code: 'NOT_THE_NAMED_SIGNATORY' });
});

it.each([
  ['names a login that does not exist', { ...letters, noticesSignedBy: 'gone' }],
  ['names an official who may sign nothing', { ...letters, noticesSignedBy: 'clerk' }],
  ['names no official any more', { noticesLeave: 'AT_ONCE' }],
] as const)('does not wait for ever where the file %s: who signs for the whole district signs it', async (_, own) => {
  const [one, other] = [await extended(), await extended()];
  settings(own);
  expect(await listed()).toMatchObject({ signatory: null, maySign: true });
  const bound = { ...stand, assignments: [{ district: 1, role: 'SIGNATORY', department: works }] } as Actor;
  expect(await listed(bound)).toMatchObject({ signatory: null, maySign: false });
  for (const by of [bound, clerk]) expect(await sign(one.id, by)).toMatchObject({ code: 'NOT_THE_NAMED_SIGNATORY' });
  expect(await sign(one.id)).toMatchObject({ __typename: 'Change' });
  expect((await events(one.id))[1]?.data).toMatchObject({ signatory, post: 'Глава района' });
  expect(await sign(other.id, stand)).toMatchObject({ __typename: 'Change' });
  expect((await events(other.id))[1]?.data).toMatchObject({ signatory: deputy, post: 'и. о. главы района' });
});

it('is signed though another transaction locks the same rows in another order', async () => {
  const { id } = await extended();
  const waits = async () =>
    (
      await worker.query<object>(
        'select 1 from pg_locks join pg_stat_activity a using (pid) where not granted and a.datname = current_database()',
      )
    ).rows[0];
  let signing: Promise<unknown> | undefined;
  await database.scope(1).transaction(async (tx) => {
    await tx.query('select 1 from notifications.delivery where district = 1 and notice = $1 for update', [id]);
    signing = sign(id);
    await eventually(waits);
    await tx.query('select 1 from notifications.stream where district = 1 and id = $1 for update', [id]);
  });
  expect(await signing).toMatchObject({ __typename: 'Change', version: 2 });
  expect(await types(id)).toEqual(['NoticeOpened', 'NoticeSigned']);
}, 30_000);

it('says how many wait', async () => {
  const before = await listed();
  await extended();
  expect(await listed()).toMatchObject({ total: before.total + 1 });
});

it('goes on to wait where the settings changed back: what was opened then is signed, what is opened now leaves', async () => {
  const waiting = await extended();
  settings({ noticesSignedBy: 'petrov' });
  const atOnce = await extended();
  expect([await outgoingOf(waiting.id), await outgoingOf(atOnce.id)]).toMatchObject([undefined, { on: '2026-11-24' }]);
  expect(await sign(atOnce.id)).toMatchObject({ code: 'NOTICE_NOT_TO_SIGN' });
  expect(await sign(waiting.id)).toMatchObject({ __typename: 'Change' });
});

it('never leaves once the case ended before: withdrawn, or erased', async () => {
  const [withdrawn, erased] = [await extended(), await registered()];
  const before = await proposed();
  await deliver(tell('intake.events', 'AppealWithdrawn', withdrawn.appeal, withdrawn.appeal, {}));
  const { appeal, person } = erased;
  await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
  await deliver(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'REQUEST' }));
  for (const { id } of [withdrawn, erased]) {
    expect(await types(id)).toEqual(['NoticeOpened', 'NoticeCancelled']);
    expect(await sign(id, head, { expectedVersion: 2 })).toMatchObject({ code: 'NOTICE_CANCELLED' });
  }
  const waiting = (await listed()).notices.map(({ id }) => id);
  expect([waiting.includes(withdrawn.id), waiting.includes(erased.id), await proposed()]).toEqual([
    false,
    false,
    before,
  ]);
});

it('signs all of a day with one press, in one series, and what one refuses does not stop the others', async () => {
  const made = [await extended(), await extended(), await extended()];
  await deliver(tell('intake.events', 'AppealWithdrawn', made[1]!.appeal, made[1]!.appeal, {}));
  const first = Number(await proposed());
  const items = made.map(({ id }) => ({ id, key: randomUUID(), expectedVersion: id === made[1]!.id ? 2 : 1 }));
  const press = () =>
    service.mutate<readonly { readonly result: object }[]>('signNotices', { district: 'aldan', items }, head);
  const results = (await press()).map(({ result }) => result);
  expect(results).toMatchObject([{ version: 2 }, { code: 'NOTICE_CANCELLED' }, { version: 2 }]);
  const numbers = await Promise.all([made[0]!, made[2]!].map(async ({ id }) => Number((await outgoingOf(id))!.number)));
  expect(numbers.toSorted((a, b) => a - b)).toEqual([first, first + 1]);
  await press();
  expect(await proposed()).toBe(String(first + 2));
});

it('shows the sheet as it would be signed to who signs it, on record before', async () => {
  const { id, appeal } = await registered({ ...by59fz, name: 'Иванова Анна Петровна' });
  const open = (by: Actor) => service.resolve<object>('noticeToSign', { district: 'aldan', id }, by);
  await expect(open(clerk)).rejects.toMatchObject({ name: 'Forbidden' });
  const sheet = await open(stand);
  expect(JSON.stringify(sheet)).toContain('Анна Петровна');
  expect(sheet).toMatchObject({ signature: expect.stringContaining('и. о. главы района Сидорова') });
  const { rows } = await database
    .scope(1)
    .query('select official, reason, appeals from notifications.letter_opened where $1 = any(notices)', [id]);
  expect(rows).toEqual([{ official: deputy, reason: 'TO_SIGN', appeals: [appeal] }]);
});

it('59-FZ art. 8(2): says by when it should leave: of a registration, three days', async () => {
  const [one, other] = [await registered(), await extended()];
  const rule = { id: 'REG', version: 1, act: '59-FZ', article: '8', duty: 'REGISTER', start: 'RECEIVED' };
  const law = { REG: { ...rule, term: 3, unit: 'CALENDAR_DAYS', endOnDayOff: 'NEXT' } };
  directory.replace([{ ...aldan, officials, letters, law: law as never }]);
  const due = new Map((await listed()).notices.map(({ id, dueOn }) => [id, dueOn]));
  expect([due.get(one.id), due.get(other.id)]).toEqual(['2026-11-27', null]);
});
