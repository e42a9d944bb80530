import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { questionId } from '@otklik/contracts/question-id';
import { anyone } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { handoverWorld, type Fault, type HandoverWorld } from './handover-world.fixture.js';

/*
 * A question that goes from one district to another (docs/adr/0024) while processes die between every two steps, events come
 * twice, late, and in any order between consumers.
 */

let world: HandoverWorld;
beforeAll(async () => void (world = await handoverWorld()), 60_000);
afterAll(() => world.stop());
jest.setTimeout(240_000);

interface Case {
  readonly appeal: string;
  readonly question: string;
}

const WORDS = { text: 'Мост через Хандыгу размыт', name: 'Айталина', phone: '+79141112233', street: 'Набережная' };
const secret = /Хандыг|Айталин|Степанов|9141112233|Набережн|aita@|678720|по компетенции Томпо/;

async function registered(): Promise<Case> {
  const registrar = world.actor('aldan', 'REGISTRAR');
  const { id, version } = await world.intake.mutate<{ id: string; version: number }>(
    'enterAppeal',
    {
      district: 'aldan',
      key: randomUUID(),
      channel: 'PAPER',
      text: WORDS.text,
      phone: WORDS.phone,
      surname: 'Степанова',
      givenName: WORDS.name,
      contact: 'aita@example.org',
      address: { postcode: '678720', text: WORDS.street },
      place: { settlement: 'aldan-1', text: 'у моста' },
    },
    registrar,
  );
  await world.intake.mutate('registerAppeal', act(id, version, 'aldan'), registrar);
  return { appeal: id, question: questionId(id, 1) };
}

/** By the form, with a consent to publication. */
async function consented(): Promise<Case> {
  const form = { district: 'aldan', key: randomUUID(), text: WORDS.text, name: WORDS.name };
  const given = { ...form, consent: '2026-09-01', mayBePublished: true };
  const { id } = await world.intake.mutate<{ id: string }>('submitAppeal', given, anyone);
  await world.intake.mutate('takeUpMessage', act(id, 1, 'aldan'), world.actor('aldan', 'MODERATOR'));
  await world.intake.mutate('registerAppeal', act(id, 2, 'aldan'), world.actor('aldan', 'REGISTRAR'));
  return { appeal: id, question: questionId(id, 1) };
}

const act = (id: string, expectedVersion: number, district: string) => ({
  district,
  id,
  key: randomUUID(),
  expectedVersion,
});

async function forwarded({ question }: Case): Promise<void> {
  const { version } = (await world.routing.store.read(1, question)).at(-1)!;
  const input = { ...act(question, version, 'aldan'), to: [{ district: 'tompo' }], reason: 'по компетенции Томпо' };
  const done = await world.routing.mutate('forwardQuestion', input, world.actor('aldan', 'COORDINATOR'));
  expect(done).toMatchObject({ __typename: 'Change' });
}

const typesOf = <Event extends { readonly type: string }>(events: readonly Event[], type: string) =>
  events.filter((event) => event.type === type);

/** The cases of the receiving district that came from this question. */
const casesOf = (events: readonly PublicEvent[], { question }: Case) =>
  typesOf(events, 'AppealReceived').filter(
    ({ data }) => (data as { origin?: { question: string } }).origin?.question === question,
  );

/** A repeatable sequence of numbers below 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const faults: readonly Fault[] = ['DIES_BEFORE', 'DIES_AFTER_APPEND', 'DIES_AFTER_EFFECT', 'COMES_AGAIN'];

function bySeed(seed: number) {
  const next = numbers(seed);
  return {
    fault: (): Fault => (next() < 0.5 ? 'NONE' : faults[Math.floor(next() * faults.length)]!),
    pick: (count: number) => Math.floor(next() * count),
  };
}

describe.each([
  [1, undefined],
  [2, 'intake.handovers'],
  [3, 'routing.handovers'],
])('by seed %i, while %s is away', (seed, away) => {
  const { fault, pick } = bySeed(seed);
  const settle = () => world.settle(fault, pick, away);
  let cases: readonly Case[];

  it('a question that is handed over is one case of the other district, sealed under its own keys', async () => {
    cases = await Promise.all([registered(), registered()]);
    await settle();
    for (const one of cases) await forwarded(one);
    expect(typesOf(await world.recorded(), 'QuestionHandedOver').length).toBe((seed - 1) * 2);
    for (const { appeal, question } of cases) world.proof({ district: 1, appeal, question, kind: 'FORWARDED' });
    await settle();
    const events = await world.recorded();
    for (const one of cases) {
      const [received, ...more] = casesOf(events, one);
      expect(more).toEqual([]);
      expect(received).toMatchObject({ district: 2, data: { regime: 'APPEAL_59FZ', channel: 'PAPER' } });
      const data = received!.data as Readonly<Record<string, string>>;
      expect(await world.vault.open(2, data['text']!)).toBe(WORDS.text);
      expect(await world.vault.open(2, data['originReason']!)).toBe('по компетенции Томпо');
      expect(await world.vault.open(2, data['placeText']!)).toBe('Посёлок Алдан, у моста');
      expect(await world.vault.open(2, data['phone']!)).toBe(WORDS.phone);
      expect(await world.vault.open(1, data['text']!)).toBeUndefined();
    }
  });

  it('its number and its end come back once', async () => {
    const before = await world.recorded();
    const copies = cases.map((one) => casesOf(before, one)[0]!);
    for (const { stream, version } of copies)
      await world.intake.mutate('registerAppeal', act(stream, version, 'tompo'), world.actor('tompo', 'REGISTRAR'));
    await settle();
    for (const { appeal } of copies)
      world.proof({ district: 2, appeal, question: questionId(appeal, 1), kind: 'ANSWERED' });
    await settle();
    for (const { question } of cases) {
      const told = await world.routing.store.read(1, question);
      expect(typesOf(told, 'QuestionHandedOver')).toHaveLength(1);
      expect(typesOf(told, 'HandoverAccepted')).toMatchObject([{ data: { to: 'tompo', registeredOn: '2026-11-24' } }]);
      expect(typesOf(told, 'HandoverEnded')).toMatchObject([{ data: { end: 'ANSWERED', endedOn: '2026-11-25' } }]);
    }
  });

  it('nothing of a person is in the clear, and nothing of the one district in the other', async () => {
    const events = await world.recorded();
    expect(JSON.stringify(events)).not.toMatch(secret);
    expect(JSON.stringify(world.logged)).not.toMatch(secret);
    const ids = new Set(
      casesOf(events, cases[0]!).flatMap(({ data, stream }) => [stream, (data as { person: string }).person]),
    );
    const ofSource = events.filter(({ district }) => district === 1);
    for (const id of ids) expect(JSON.stringify(ofSource.map(({ data }) => data))).not.toContain(id);
  });
});

it('what goes back to another district is repeated by itself: its consumer enters nothing in an inbox', async () => {
  const { fault, pick } = bySeed(11);
  await registered();
  await world.settle(fault, pick);
  expect(await world.entered('routing.handovers')).toBe(0);
});

it('a consent that is withdrawn after the handover is withdrawn there, too, once; before it, the copy has none', async () => {
  const { fault, pick } = bySeed(7);
  const [before, after, silent] = await Promise.all([consented(), consented(), registered()]);
  await world.settle(fault, pick);
  const withdraw = async ({ appeal }: Case) => {
    const { version } = (await world.intake.store.read(1, appeal)).at(-1)!;
    const input = { ...act(appeal, version, 'aldan'), reason: 'заявление' };
    const done = await world.intake.mutate('recordConsentWithdrawal', input, world.actor('aldan', 'REGISTRAR'));
    expect(done).toMatchObject({ __typename: 'Change' });
  };
  for (const one of [before, after, silent]) await forwarded(one);
  for (const { appeal, question } of [before, after, silent])
    world.proof({ district: 1, appeal, question, kind: 'FORWARDED' });
  // The other district hears of the handover only after the consent to one of the appeals was withdrawn.
  await world.settle(fault, pick, 'intake.handovers', false);
  await withdraw(before);
  await world.settle(fault, pick);
  await withdraw(after);
  await world.settle(fault, pick, 'intake.handovers');

  const events = await world.recorded();
  const there = async (one: Case) => world.intake.store.read(2, casesOf(events, one)[0]!.stream);
  expect(casesOf(events, before)[0]!.data).not.toHaveProperty('mayBePublished');
  expect(typesOf(await there(before), 'ConsentWithdrawn')).toEqual([]);
  expect(typesOf(await there(after), 'ConsentWithdrawn')).toMatchObject([{ district: 2, data: { from: 'aldan' } }]);
  expect(typesOf(await there(silent), 'ConsentWithdrawn')).toEqual([]);
  for (const { question } of [before, after])
    expect(typesOf(await world.routing.store.read(1, question), 'HandoverConsentWithdrawn')).toMatchObject([
      { data: { to: 'tompo', times: 1 } },
    ]);
  expect(typesOf(await world.routing.store.read(1, silent.question), 'HandoverConsentWithdrawn')).toEqual([]);
});

it('an applicant who was erased before the other district received it is not copied', async () => {
  const { fault, pick } = bySeed(5);
  const one = await registered();
  await world.settle(fault, pick);
  await forwarded(one);
  world.proof({ district: 1, appeal: one.appeal, question: one.question, kind: 'FORWARDED' });
  await world.settle(fault, pick, 'intake.handovers', false);
  expect(typesOf(await world.routing.store.read(1, one.question), 'QuestionHandedOver')).toHaveLength(1);
  await world.erase(one.appeal);
  await world.settle(fault, pick);
  expect(casesOf(await world.recorded(), one)).toEqual([]);
});
