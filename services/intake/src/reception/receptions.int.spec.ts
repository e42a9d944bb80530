import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  BookedReception,
  OwnReception,
  Receipt,
  Reception,
  ReceptionLoad,
  ReceptionOpening,
  ReceptionVisit,
} from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';
import { ForgetVisitors } from './application/forget-visitors.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const TODAY = '2026-11-24';
const NEXT = '2026-12-01';
const DAY_MS = 86_400_000;
const registrar = () => world.as('REGISTRAR');
const NAME = 'Карпова Зоя Михайловна';

let minute = 0;
let phone = 3_300_000;
const asked = (more: object = {}) => ({
  district: 'aldan',
  key: randomUUID(),
  hours: 'deputy',
  on: NEXT,
  begins: '14:00',
  name: NAME,
  phone: `8 924 0${(phone += 1)}`,
  matter: 'Льгота на уголь',
  consent: '2026-09-01',
  ...more,
});
const walkIn = (more: object = {}) => ({
  district: 'aldan',
  key: randomUUID(),
  channel: 'RECEPTION',
  hours: 'day',
  on: TODAY,
  name: NAME,
  matter: `Уголь ${(minute += 1)}`,
  ...more,
});

const book = (more: object = {}) => world.receptions.bookReception(asked(more), world.anyone());
const enter = (input: object) => world.receptions.enterReception(input, registrar());
const bookedBy = (answer: unknown): BookedReception => {
  expect(answer).toMatchObject({ __typename: 'BookedReception' });
  return answer as BookedReception;
};
const visits = (on: string) => world.query<readonly ReceptionVisit[]>('receptionVisits', { on }, registrar());
const visit = async (id: string, on = TODAY) => (await visits(on)).find((one) => one.id === id)!;
const act = ({ id, version }: Pick<ReceptionVisit, 'id' | 'version'>, more: object = {}) => ({
  district: 'aldan',
  id,
  key: randomUUID(),
  expectedVersion: version,
  ...more,
});
const offered = () => world.query<readonly Reception[]>('receptions', {}, world.anyone());
const isFree = async (on: string, begins: string) =>
  (await offered()).find((one) => one.on === on && one.hours === 'deputy')?.slots.find((one) => one.begins === begins)
    ?.free;
const own = (code: string) => world.query<OwnReception | undefined>('ownReception', { code }, world.anyone());

/** One who came, in the live queue of the day. */
async function arrived(): Promise<ReceptionVisit> {
  const { id } = bookedBy(await enter(walkIn()));
  await world.receptions.recordVisitorCame(act(await visit(id)), registrar());
  return visit(id);
}

const who = { receivedBy: 'Егоров Сергей Петрович', receivedPost: 'глава района' };
const end = (of: ReceptionVisit, more: object) =>
  world.receptions.endReception(act(of, { ...who, ...more }), registrar());

async function entered(channel = 'RECEPTION', more: object = {}): Promise<Receipt> {
  const form = {
    district: 'aldan',
    key: randomUUID(),
    channel,
    text: 'Положена ли льгота на уголь?',
    name: NAME,
    ...more,
  };
  return (await world.submission.enterAppeal(form, registrar())) as Receipt;
}
/** With its number. */
async function numbered(more: object = {}): Promise<string> {
  const { id, version } = await entered('RECEPTION', more);
  const input = { district: 'aldan', id, key: randomUUID(), expectedVersion: version };
  expect(await world.moderation.registerAppeal(input, registrar())).toMatchObject({ __typename: 'Change' });
  return id;
}

describe('a reception in person', () => {
  it('is booked on the page, once for one form, and its time is taken from then on', async () => {
    const form = asked({ begins: '14:20' });
    const first = bookedBy(await world.receptions.bookReception(form, world.anyone()));
    expect(first).toMatchObject({ on: NEXT, begins: '14:20' });
    expect(await world.receptions.bookReception(form, world.anyone())).toEqual(first);
    expect(await isFree(NEXT, '14:20')).toBe(false);
    expect(await isFree(NEXT, '14:40')).toBe(true);
    expect(await book({ begins: '14:20' })).toMatchObject({ code: 'SLOT_TAKEN', path: ['input', 'begins'] });
    expect(await own(first.bookingCode)).toMatchObject({
      state: 'BOOKED',
      official: 'Громова Елена Викторовна',
      place: 'каб. 4',
    });
  });

  it('is of one visitor alone, however many book the same time at once', async () => {
    const on = '2026-12-08';
    const answers = await Promise.all(Array.from({ length: 8 }, () => book({ on, begins: '14:00' })));
    const won = answers.filter((one) => (one as BookedReception).__typename === 'BookedReception');
    expect(won).toHaveLength(1);
    const lost = answers.filter((one) => !won.includes(one));
    expect(lost).toHaveLength(7);
    for (const one of lost) expect(one).toMatchObject({ code: 'SLOT_TAKEN' });
    expect(await visits(on)).toHaveLength(1);
    const facts = (await world.rows('event')) as readonly { type: string }[];
    const kept = (await world.rows('reception')) as readonly object[];
    expect(facts.filter(({ type }) => type === 'ReceptionBooked')).toHaveLength(kept.length);
  });

  it('is moved into a time that another one takes at the same moment by one of the two', async () => {
    const on = '2026-12-15';
    const first = bookedBy(await book({ on, begins: '14:00' }));
    const second = bookedBy(await book({ on, begins: '14:20' }));
    const [one, other] = [await visit(first.id, on), await visit(second.id, on)];
    const target = { hours: 'deputy', on, begins: '14:40' };
    const answers = await Promise.all([
      world.receptions.moveReception(act(one, target), registrar()),
      world.receptions.moveReception(act(other, target), registrar()),
      book({ on, begins: '14:40' }),
    ]);
    const names = answers.map((answer) => (answer as { __typename: string }).__typename);
    expect(names.filter((name) => name !== 'Refusal')).toHaveLength(1);
    for (const answer of answers)
      if ((answer as { __typename: string }).__typename === 'Refusal')
        expect(answer).toMatchObject({ code: 'SLOT_TAKEN' });
    expect((await visits(on)).filter(({ begins }) => begins === '14:40')).toHaveLength(1);
  });

  it('is taken back that a visitor came, until the visit ended; another end is refused and not dropped', async () => {
    const came = await arrived();
    expect(await world.receptions.takeBackVisitorCame(act(came), registrar())).toMatchObject({ __typename: 'Change' });
    const again = await visit(came.id);
    expect(again.state).toBe('BOOKED');
    await world.receptions.recordVisitorCame(act(again), registrar());
    expect(await end(await visit(came.id), { outcome: 'NOT_OURS', said: 'В суд.' })).toMatchObject({
      __typename: 'Change',
    });
    const ended = await visit(came.id);
    for (const one of [
      await end(ended, { outcome: 'NOT_OURS', said: 'Совсем другое.' }),
      await world.receptions.takeBackVisitorCame(act(ended), registrar()),
    ])
      expect(one).toMatchObject({ __typename: 'Refusal', code: 'BOOKING_STATE_FORBIDS' });
    expect((await visit(came.id)).said).toBe('В суд.');
  });

  it('has its visitor erased on request, by the code or the id, once the visit has ended', async () => {
    const visitors = world.get(ForgetVisitors);
    const aldan = world.district('aldan');
    const { id, bookingCode } = bookedBy(await enter(walkIn()));
    expect(await visitors.erase(aldan, bookingCode)).toBe('AHEAD');
    await world.receptions.recordVisitorCame(act(await visit(id)), registrar());
    expect(await visitors.erase(aldan, id)).toBe('AHEAD');
    await end(await visit(id), { outcome: 'NOT_OURS', said: 'Пересказ.' });
    expect(await visitors.erase(aldan, bookingCode)).toBe('ERASED');
    expect(await visit(id)).toMatchObject({ name: null, phone: null, matter: null, said: null, state: 'ENDED' });
    expect([await visitors.erase(aldan, id), await visitors.erase(aldan, 'AAAA')]).toEqual(['BEFORE', 'UNKNOWN']);
    expect(await visitors.erase(world.district('tompo'), id)).toBe('UNKNOWN');
  });

  it('is read with its names for a week at the most, and each day that was opened is on record', async () => {
    const week = (to: string) =>
      world.query<readonly ReceptionVisit[]>('receptionVisits', { on: TODAY, to }, registrar());
    const found = await week('2026-11-30');
    expect(found.every(({ on }) => on >= TODAY && on <= '2026-11-30')).toBe(true);
    expect(found.length).toBeGreaterThan(0);
    const opened = (await world.rows('reception_opened')) as readonly { readonly held_on: string }[];
    const days = opened.map(({ held_on }) => held_on).filter((day) => day >= TODAY && day <= '2026-11-30');
    expect(new Set(days).size).toBe(7);
    await expect(week('2026-12-01')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(week('2026-11-23')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is cancelled by its code, and its time is free again', async () => {
    const { bookingCode: code, id } = bookedBy(await book());
    const cancel = { district: 'aldan', key: randomUUID(), code };
    expect(await world.receptions.cancelOwnReception(cancel, world.anyone())).toMatchObject({
      __typename: 'Change',
      id,
    });
    expect(await own(code)).toMatchObject({ state: 'CANCELLED' });
    expect(await isFree(NEXT, '14:00')).toBe(true);
    bookedBy(await book());
    const none = { ...cancel, key: randomUUID(), code: 'AAAA AAAA AAAA AAAA' };
    await expect(world.receptions.cancelOwnReception(none, world.anyone())).rejects.toMatchObject({ name: 'NotFound' });
    expect(await own('AAAA')).toBeUndefined();
    // A code is of one district.
    const elsewhere = await world.query('ownReception', { code }, world.anyone('tompo'));
    expect(elsewhere).toBeUndefined();
  });

  it('is booked twice ahead by one telephone, however it is typed, and not a third time, also at once', async () => {
    const on = '2026-12-08';
    const times = ['14:20', '14:40'];
    const mine = (more: object) => book({ phone: '8 914 111-22-33', ...more });
    const other = { hours: 'deputy', on: NEXT, begins: '14:40', phone: '8(914)1112233' };
    const answers = await Promise.all([...times.map((begins) => mine({ on, begins })), mine(other)]);
    const booked = answers.filter((one) => (one as BookedReception).__typename === 'BookedReception');
    expect(booked).toHaveLength(2);
    const refused = answers.find((one) => !booked.includes(one));
    expect(refused).toMatchObject({ code: 'TOO_MANY_BOOKINGS', path: ['input', 'phone'] });
  });

  it('has no time that was not announced, is over, or is too far ahead, and no video where there is none', async () => {
    for (const wrong of [
      ...[{ begins: '14:10' }, { on: '2026-12-02' }, { on: '2026-12-22' }, { on: '2026-11-17' }, { hours: 'mayor' }],
      { hours: 'day', on: TODAY, begins: '14:00' },
    ])
      expect(await book(wrong)).toMatchObject({ code: 'SLOT_NOT_OFFERED' });
    expect(await enter(walkIn({ on: NEXT, hours: 'deputy' }))).toMatchObject({ code: 'SLOT_NOT_OFFERED' });
    expect(await enter(walkIn({ way: 'VIDEO' }))).toMatchObject({ code: 'SLOT_NOT_OFFERED' });
  });

  it.each([
    ['consent', { consent: '2020-01-01' }, 'CONSENT_REQUIRED'],
    ['phone', { phone: 'нет' }, 'CONTACT_MALFORMED'],
    ['name', { name: ' ' }, 'TEXT_EMPTY'],
    ['matter', { matter: 'я'.repeat(201) }, 'TEXT_TOO_LONG'],
    ['begins', { begins: '25:00' }, 'BAD_INPUT'],
    ['on', { on: '1999-01-01' }, 'BAD_INPUT'],
  ])('refuses a wrong %s by its name', async (field, wrong, code) => {
    await expect(book(wrong)).rejects.toMatchObject({ code, path: `input.${field}` });
  });

  it('keeps what a visitor said sealed, in events and rows', async () => {
    const of = await arrived();
    await end(of, { outcome: 'NOT_OURS', said: 'Разъяснено: в суд.' });
    expect(await visit(of.id)).toMatchObject({ name: NAME, matter: of.matter, said: 'Разъяснено: в суд.' });
    const stored = JSON.stringify([await world.rows('event'), await world.rows('reception')]);
    for (const clear of [NAME, 'Карпова', of.matter!, '924 000', 'в суд', 'Льгота'])
      expect(stored).not.toContain(clear);
    expect(JSON.stringify(await offered())).not.toContain('Карпова');
  });
});

describe('the day of a reception', () => {
  it('lets in one who came without a booking, and lists by time, then the queue, first those whom the law names', async () => {
    const [one, two] = [bookedBy(await enter(walkIn())), bookedBy(await enter(walkIn({ outOfTurn: true })))];
    const ids = (await visits(TODAY)).filter(({ hours }) => hours === 'day').map(({ id }) => id);
    expect(ids.indexOf(two.id)).toBeLessThan(ids.indexOf(one.id));
    expect(await visit(two.id)).toMatchObject({ outOfTurn: true, begins: null, channel: 'RECEPTION', state: 'BOOKED' });
  });

  it('ends with an appeal only by one that was entered at it, which no other visit has', async () => {
    const of = await arrived();
    const registered = (appeal: string) => end(of, { outcome: 'REGISTERED', appeal });
    const notRegistered = (await entered()).id;
    const ofPhone = (await entered('PHONE')).id;
    for (const appeal of [randomUUID(), ofPhone, notRegistered, await numbered({ receivedOn: '2026-11-23' })])
      expect(await registered(appeal)).toMatchObject({ code: 'APPEAL_NOT_OF_RECEPTION' });
    const appeal = await numbered();
    expect(await registered(appeal)).toMatchObject({ __typename: 'Change' });
    expect(await visit(of.id)).toMatchObject({
      state: 'ENDED',
      outcome: 'REGISTERED',
      appeal,
      receivedBy: who.receivedBy,
    });
    const other = await arrived();
    expect(await end(other, { outcome: 'REGISTERED', appeal })).toMatchObject({ code: 'APPEAL_NOT_OF_RECEPTION' });
  });

  it('is refused further consideration only by an answer that was given, and needs what was said', async () => {
    const of = await arrived();
    const said = 'Отвечено раньше.';
    const refused = await end(of, { outcome: 'ANSWERED_BEFORE', earlier: 'АЛД-1/2026', said });
    expect(refused).toMatchObject({ code: 'EARLIER_NOT_ANSWERED' });
    await expect(end(of, { outcome: 'ANSWERED_BEFORE', said })).rejects.toMatchObject({ path: 'input.earlier' });
    await expect(end(of, { outcome: 'NOT_OURS' })).rejects.toMatchObject({ path: 'input.said' });
    await expect(end(of, { outcome: 'REGISTERED' })).rejects.toMatchObject({ path: 'input.appeal' });
    expect(await visit(of.id)).toMatchObject({ state: 'CAME', outcome: null });
  });

  it('checks the version that the official saw, and knows no booking of another district', async () => {
    const of = await arrived();
    expect(await end({ ...of, version: 1 }, { outcome: 'NOT_OURS', said: 'x' })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    const none = act({ id: randomUUID(), version: 1 });
    await expect(world.receptions.cancelReception(none, registrar())).rejects.toMatchObject({ name: 'NotFound' });
    const elsewhere = { ...registrar(), district: world.district('tompo') };
    await expect(world.receptions.recordVisitorMissed(act(of), elsewhere)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is counted for each official', async () => {
    const [load] = (
      await world.query<readonly ReceptionLoad[]>('receptionLoad', { from: TODAY, to: TODAY }, registrar())
    ).filter(({ official }) => official === 'Егоров Сергей Петрович');
    const all = (await visits(TODAY)).filter(({ hours }) => hours === 'day');
    const count = (state: string) => all.filter((one) => one.state === state).length;
    expect(load).toMatchObject({
      booked: all.length - count('CANCELLED'),
      received: count('ENDED'),
      missed: count('MISSED'),
    });
    expect(load!.received).toBeGreaterThan(0);
  });

  it('has each opening of its visitors on record, once for a quarter of an hour', async () => {
    const openings = (from: string) =>
      world.query<readonly ReceptionOpening[]>('receptionOpenings', { from, to: from }, world.as('CONTROLLER'));
    const before = (await openings(TODAY)).length;
    await visits('2026-12-22');
    await visits('2026-12-22');
    const after = await openings(TODAY);
    expect(after).toHaveLength(before + 1);
    expect(after.find(({ on }) => on === '2026-12-22')).toMatchObject({
      official: world.officialActor('REGISTRAR').id,
    });
    await expect(world.query('receptionOpenings', { from: TODAY, to: TODAY }, registrar())).rejects.toBeDefined();
  });

  it('is read by those alone who may: neither by executors nor by anyone', async () => {
    for (const context of [world.as('EXECUTOR'), world.as('MODERATOR'), world.anyone()])
      await expect(world.query('receptionVisits', { on: TODAY }, context)).rejects.toBeDefined();
  });

  it('leaves no name of one who cancelled', async () => {
    const { id } = bookedBy(await enter(walkIn()));
    await world.receptions.cancelReception(act(await visit(id)), registrar());
    while ((await world.get(ForgetVisitors).run(world.district('aldan'), TODAY)) > 0);
    expect(await visit(id)).toMatchObject({ state: 'CANCELLED', name: null, phone: null, matter: null });
  });

  it('leaves no name thirty days after it, but in a card that is no appeal', async () => {
    const of = await arrived();
    await end(of, { outcome: 'REGISTERED', appeal: await numbered() });
    const card = await arrived();
    await end(card, { outcome: 'NOT_OURS', said: 'Разъяснено.' });
    const forget = (days: number) =>
      world
        .get(ForgetVisitors)
        .run(world.district('aldan'), new Date(Date.parse(TODAY) + days * DAY_MS).toISOString().slice(0, 10));
    await forget(30);
    expect(await visit(of.id)).toMatchObject({ name: NAME });
    while ((await forget(31)) > 0);
    expect(await visit(of.id)).toMatchObject({ name: null, phone: null, matter: null, state: 'ENDED' });
    expect(await visit(card.id)).toMatchObject({ name: NAME, said: 'Разъяснено.' });
    const [booked] = await world.store.read(1, of.id);
    expect(await world.vault.open(1, (booked!.data as { name: string }).name)).toBeUndefined();
    while ((await forget(6 * 366)) > 0);
    expect(await visit(card.id)).toMatchObject({ name: null, said: null });
  });
});
