import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { WatchTerms } from '@otklik/host';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { questionId } from './application/open-question.js';
import { factsAt, routingWorld, type RoutingWorld } from './routing-world.fixture.js';
import { law, works, zone } from './test-district.fixture.js';

const aldan: District = {
  id: 1,
  code: 'aldan',
  name: 'Aldan',
  zone,
  public: samplePublicInformation,
  policy: {
    version: 1,
    autoRegisterMessages: false,
    reopenWithinDays: 14,
    numberPrefix: 'АЛД',
    answerTerms: { APPEAL_59FZ: law, SOCIAL_MESSAGE: law },
  },
  calendar: { version: '2026-1', years: [2026], days: {} },
  departments: [works],
  organisations: [],
  topics: [],
  settlements: [],
  synonyms: [],
  accounts: [],
  routingRules: [],
  officials: [],
};
const REGISTERED = '2026-11-24T02:00:00.000Z';
const AFTER_ALL = '2027-02-01T00:00:00.000Z';
const vault = memoryVault();
const fact = factsAt(() => REGISTERED);
let now = REGISTERED;
let world: RoutingWorld;

beforeAll(async () => {
  world = await routingWorld({ directory: memoryDirectory([aldan]), vault, now: () => now });
});
afterAll(() => world.close());
beforeEach(() => {
  now = REGISTERED;
});

const sentBy = (term?: string) => ({ receivedFrom: { kind: 'PROSECUTOR', number: '7-12', ...(term && { term }) } });

/** The first question of an appeal that is due by 24 December by the law, and what the prosecutor asks. */
async function sentOn(term?: string) {
  const [appeal, person, id] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const text = await vault.seal(1, person, id, 'text', 'Почините дорогу');
  const of = { person, text, channel: 'MAIL', ...sentBy(term) };
  const registered = { person, registeredOn: '2026-11-24', zone, regime: 'APPEAL_59FZ' };
  await world.deliver(
    fact('AppealReceived', 'intake.events', appeal, of, { id }),
    fact('AppealRegistered', 'intake.events', appeal, registered),
  );
  await hear(appeal, questionId(appeal, 1), 'DeadlineSet');
  return { appeal, question: questionId(appeal, 1) };
}

/** The service hears of its own last fact of that type. */
async function hear(appeal: string, stream: string, type: string): Promise<void> {
  const last = (await world.store.read(1, stream)).findLast((event) => event.type === type)!;
  await world.deliver(fact(type as 'DeadlineSet', 'routing.events', appeal, last.data, { stream }));
}

const record = (appeal: string, source: object) =>
  world.deliver(fact('SourceRecorded', 'intake.events', appeal, { reason: 'sealed', ...source }));

/** Warnings of the day of the body at that instant. */
async function warned(question: string, at: string): Promise<readonly unknown[]> {
  now = at;
  await world.service.get(WatchTerms).warnDue();
  return (await world.store.read(1, question))
    .filter(({ data }) => (data as { rule?: string }).rule === 'BODY')
    .map(({ type, data }) => [type, (data as { dueOn: string }).dueOn, (data as { share?: number }).share]);
}

it('warns at half, at four fifths and at the end of the day that the body asks for, beside the term of the law', async () => {
  const { question } = await sentOn('2026-12-04');
  expect(await warned(question, '2026-11-28T00:00:00.000Z')).toEqual([]);
  expect(await warned(question, '2026-11-30T00:00:00.000Z')).toEqual([['DeadlineNear', '2026-12-04', 50]]);
  const all = [
    ['DeadlineNear', '2026-12-04', 50],
    ['DeadlineNear', '2026-12-04', 80],
    ['DeadlineMissed', '2026-12-04', undefined],
  ];
  expect(await warned(question, '2026-12-05T00:00:00.000Z')).toEqual(all);
  expect(await warned(question, AFTER_ALL)).toEqual(all);
  const own = (await world.store.read(1, question)).filter(({ data }) => (data as { rule?: string }).rule === 'ANS');
  expect(own.map(({ type }) => type)).toEqual(['DeadlineSet', 'DeadlineNear', 'DeadlineNear', 'DeadlineMissed']);
});

it('warns of no day that is not earlier than the term of the law', async () => {
  const { question } = await sentOn('2026-12-24');
  expect(await warned(question, AFTER_ALL)).toEqual([]);
});

it('warns of the day that is recorded later, and no more of the one before', async () => {
  const { appeal, question } = await sentOn('2026-12-04');
  await record(appeal, sentBy('2026-12-14'));
  expect(await warned(question, '2026-12-05T00:00:00.000Z')).toEqual([['DeadlineNear', '2026-12-14', 50]]);
  await record(appeal, sentBy('2026-12-12'));
  await record(appeal, sentBy('2026-12-12'));
  expect((await warned(question, AFTER_ALL)).at(-1)).toEqual(['DeadlineMissed', '2026-12-12', undefined]);
});

it('warns of a day that is recorded first after the registration, of an appeal that was received without one', async () => {
  const { appeal, question } = await sentOn();
  expect(await warned(question, '2026-11-25T00:00:00.000Z')).toEqual([]);
  await record(appeal, sentBy('2026-12-04'));
  expect(await warned(question, AFTER_ALL)).toContainEqual(['DeadlineMissed', '2026-12-04', undefined]);
});

it('warns of nothing once no body asks for the answer by a day', async () => {
  const [noTerm, ofApplicant] = [await sentOn('2026-12-04'), await sentOn('2026-12-04')];
  await record(noTerm.appeal, sentBy());
  await record(ofApplicant.appeal, {});
  expect(await warned(noTerm.question, AFTER_ALL)).toEqual([]);
  expect(await warned(ofApplicant.question, AFTER_ALL)).toEqual([]);
});
