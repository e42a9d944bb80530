import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compact, uuidv5 } from '@otklik/kernel';
import fc from 'fast-check';
import { MAX_EXACT_TOTAL } from './adapters/postgres/register-conditions.js';
import type { ListedAt, ListPosition, ListRequest, RegisterOrder } from './application/list/register-list.js';
import type { RegisterReader } from './application/list/register-reader.js';
import { evolveCase, noCase } from '@otklik/case/case';
import { journey, received, registered, type Journey } from './application/fold/journey.fixture.js';
import { orderRules } from './application/list/order-rules.js';
import { facetsOf } from './application/list/register-facets.js';
import { isRegisterFact } from './application/fold/register-fact.js';
import {
  asksQuestions,
  meetsAppeal,
  meetsQuestion,
  type FilterFields,
  type RegisterFilter,
} from './application/list/register-filter.js';
import { nothingClear, registerRow, type RegisterRow } from './application/list/register-row.js';
import { registerWorld, type RegisterWorld } from './register-world.fixture.js';

const DISTRICT = 1;
const NOW = '2026-11-20T15:00';
const DAYS = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-20', '2026-12-24'];
const ENDS = ['2026-10-31T24:00', '2026-11-20T14:30', '2026-11-20T15:00', '2026-11-20T24:00'];
const officials = ['one', 'two'].map((name) => uuidv5('b6a1f7c2-5a0e-4f43-9a55-0d1f4f6a9d10', name));

let world: RegisterWorld;
let reader: RegisterReader;
const rows: RegisterRow[] = [];

beforeAll(async () => {
  world = await registerWorld();
  reader = world.reader;
  for (const appeal of fc.sample(anyAppeal, { numRuns: 60, seed: 7 })) {
    const made = await told(appeal);
    await world.deliver(...made.facts);
    const fold = made.facts.filter(isRegisterFact).reduce(evolveCase, noCase);
    rows.push(registerRow({ district: DISTRICT, id: made.appeal, change: 0 }, fold, nothingClear)!);
  }
}, 120_000);
afterAll(() => world.close());

const anyQuestion: fc.Arbitrary<AnyQuestion> = fc.record({
  topic: fc.constantFrom('roads', 'water'),
  department: fc.constantFrom('utilities', 'housing'),
  dueOn: fc.constantFrom(...DAYS),
  dueAt: fc.constantFrom(undefined, '00:00', '05:30', '06:30'),
  executor: fc.option(fc.constantFrom(...officials), { nil: undefined }),
  end: fc.constantFrom('none', 'returned', 'answered', 'closed'),
  answeredOn: fc.constantFrom(...DAYS),
  outcome: fc.constantFrom('EXPLAINED', 'SUPPORTED', undefined),
});
const anyAppeal = fc.record({
  receivedOn: fc.constantFrom(...DAYS),
  regime: fc.constantFrom('SOCIAL_MESSAGE', 'APPEAL_59FZ'),
  spam: fc.boolean(),
  channel: fc.constantFrom('SITE', 'PHONE'),
  settlement: fc.constantFrom('aldan', 'tommot', undefined),
  registeredOn: fc.constantFrom(...DAYS, undefined),
  score: fc.constantFrom(1, 5, undefined),
  questions: fc.array(anyQuestion, { maxLength: 3 }),
});
interface AnyQuestion {
  readonly topic: string;
  readonly department: string;
  readonly dueOn: string;
  /** Of a term in hours. */
  readonly dueAt?: string | undefined;
  readonly executor: string | undefined;
  readonly end: string;
  readonly answeredOn: string;
  readonly outcome?: string | undefined;
}
type Appeal = typeof anyAppeal extends fc.Arbitrary<infer Value> ? Value : never;

let serial = 0;

async function told({ receivedOn, regime, spam, questions, ...more }: Appeal): Promise<Journey> {
  const { channel, settlement, registeredOn, score } = more;
  const made = await journey(world.given.vault, DISTRICT);
  const { person, appeal } = made;
  await made.add('AppealReceived', {
    receipt: appeal.slice(0, 8),
    regime,
    channel,
    person,
    identified: false,
    files: [],
    ...compact({ settlement }),
    receivedAt: `${receivedOn}T03:00:00.000Z`,
    receivedOn,
    zone: 'Asia/Yakutsk',
  });
  if (spam) await made.add('MarkedAsSpam', { kind: 'OTHER' });
  if (registeredOn !== undefined) {
    const number = `АЛД-С-2026-${(serial += 1)}`;
    await made.add('AppealRegistered', { number, journal: 'MESSAGES', registeredOn, regime, person });
  }
  if (score !== undefined) await made.add('AppealRated', { score });
  for (const [at, one] of questions.entries()) await question(made, one, at + 1, regime);
  return made;
}

async function question(
  made: Journey,
  { topic, department, dueOn, dueAt, executor, end, answeredOn, outcome }: AnyQuestion,
  ordinal: number,
  regime: string,
): Promise<void> {
  const id = uuidv5(made.appeal, String(ordinal));
  const add = (type: string, data: Record<string, unknown>) => made.add(type, data, {}, id);
  await add('QuestionOpened', { person: made.person, regime, ordinal });
  await add('QuestionRouted', { topic, department, by: 'RULE', words: [] });
  await add('DeadlineSet', {
    dueOn,
    workBy: dueOn,
    duty: 'ANSWER',
    rule: 'ANS',
    zone: 'Asia/Yakutsk',
    ...(dueAt !== undefined && { dueAt: `${dueOn}T${dueAt}:00.000Z` }),
  });
  if (executor !== undefined) await add('ExecutorAssigned', { executor, department });
  const response = uuidv5(id, 'response');
  await made.add('ResponseOpened', { question: id }, {}, response);
  if (outcome !== undefined) await made.add('ResponseDrafted', { question: id, outcome }, { text: '' }, response);
  if (end === 'returned') await add('QuestionReturned', {});
  if (end === 'answered') await add('QuestionAnswered', { answeredOn });
  if (end === 'closed') await add('QuestionClosed', { ground: 'WITHDRAWN' });
}

const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const anyFields: fc.Arbitrary<FilterFields> = fc.record(
  {
    states: some('RECEIVED', 'SPAM', 'ANSWERED'),
    regimes: some('SOCIAL_MESSAGE', 'APPEAL_59FZ'),
    questionStates: some('ROUTED', 'RETURNED', 'IN_WORK', 'ANSWERED', 'CLOSED'),
    departments: some('utilities', 'housing', 'none'),
    topics: some('roads', 'water'),
    executor: fc.constantFrom(...officials),
    termKept: fc.boolean(),
    overdue: fc.boolean(),
    dueBy: fc.constantFrom(...DAYS),
    receivedFrom: fc.constantFrom(...DAYS),
    receivedTo: fc.constantFrom(...DAYS),
    dueFrom: fc.constantFrom(...DAYS),
    workFrom: fc.constantFrom(...DAYS),
    workBy: fc.constantFrom(...DAYS),
    dueSince: fc.constantFrom(...ENDS),
    dueUntil: fc.constantFrom(...ENDS),
    registeredFrom: fc.constantFrom(...DAYS),
    registeredTo: fc.constantFrom(...DAYS),
    channels: some('SITE', 'PHONE'),
    settlements: some('aldan', 'tommot'),
    ratings: some(1, 5),
    outcomes: some('EXPLAINED', 'SUPPORTED'),
    responseStates: some('OPEN', 'DRAFTED'),
    awaits: some('MODERATOR', 'REGISTRAR'),
    atBodies: some('WATCHED', 'REFUSED'),
    registrationKeys: some('алдс20261', 'алдс20262', 'алдс20269'),
  },
  { requiredKeys: [] },
);
const anyFilter: fc.Arbitrary<RegisterFilter> = fc
  .tuple(anyFields, fc.option(anyFields, { nil: undefined, freq: 3 }))
  .map(([fields, more]) => ({ ...fields, ...(more && { and: [more] }), now: { [DISTRICT]: NOW } }));
const anyOrder = fc.constantFrom(...(Object.keys(orderRules) as RegisterOrder[]));

/** A row of a list as it is expected: the value that it is ordered by, then ids. */
interface Expected {
  readonly key: string;
  readonly id: string;
  readonly appeal: string;
}

function keyOf(values: object, order: RegisterOrder): string {
  const { column, absent } = orderRules[order];
  return (values as Record<string, string | undefined>)[column] ?? absent ?? '';
}

function inOrder(expected: readonly Expected[], order: RegisterOrder): readonly Expected[] {
  const way = orderRules[order].direction === 'asc' ? 1 : -1;
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return [...expected].sort((one, other) => way * (compare(one.key, other.key) || compare(one.id, other.id)));
}

function expectedQuestions(filter: RegisterFilter, order: RegisterOrder): readonly Expected[] {
  const found = rows.flatMap((row) => {
    const facets = facetsOf(row);
    const meeting = facets.questions.filter((one) => meetsQuestion(facets, one, filter)).map(({ id }) => id);
    return row.questions
      .filter(({ id }) => meeting.includes(id))
      .map((one) => ({
        id: one.id,
        appeal: row.id,
        key: keyOf({ ...row, dueOn: undefined, due: undefined, ...one }, order),
      }));
  });
  return inOrder(found, order);
}

function expectedAppeals(filter: RegisterFilter, order: RegisterOrder): readonly string[] {
  if (asksQuestions(filter)) return [...new Set(expectedQuestions(filter, order).map(({ appeal }) => appeal))];
  const found = rows.filter((row) => meetsAppeal(facetsOf(row), filter));
  return inOrder(
    found.map((row) => ({ id: row.id, appeal: row.id, key: keyOf(row, order) })),
    order,
  ).map(({ id }) => id);
}

async function paged(
  read: (request: ListRequest) => Promise<readonly ListedAt<{ readonly id: string }>[]>,
  request: Omit<ListRequest, 'from'>,
): Promise<readonly string[]> {
  const all: string[] = [];
  let from: ListPosition | undefined;
  for (;;) {
    const page = await read({ ...request, ...compact({ from }) });
    const ids = page.map(({ row }) => row.id);
    if (request.backward) all.unshift(...ids);
    else all.push(...ids);
    if (page.length < request.limit) return all;
    from = (request.backward ? page[0] : page.at(-1))!.position;
  }
}

it('lists and counts by every filter in every order what the facets of the rows meet, forward and backward', async () => {
  const limit = fc.integer({ min: 2, max: 9 });
  await fc.assert(
    fc.asyncProperty(anyFilter, anyOrder, limit, fc.boolean(), async (filter, order, limit, backward) => {
      const request = { district: DISTRICT, filter, order, limit, backward };
      const appeals = expectedAppeals(filter, order);
      const live = rows.filter((row) => meetsAppeal(facetsOf(row), filter)).map(({ id }) => id);
      expect([...live].sort()).toEqual([...appeals].sort());
      expect(await paged((one) => reader.appeals(one), request)).toEqual(appeals);
      expect(await reader.count('APPEALS', DISTRICT, filter)).toEqual({ count: appeals.length, isExact: true });
      const questions = expectedQuestions(filter, order).map(({ id }) => id);
      expect(await paged((one) => reader.questions(one), request)).toEqual(questions);
      expect(await reader.count('QUESTIONS', DISTRICT, filter)).toEqual({ count: questions.length, isExact: true });
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('finds an appeal only when one and the same question meets all conditions', async () => {
  const made = await received(world.given.vault, 'Яма и фонарь', { district: 3 });
  await registered(made);
  await question(made, { ...split, department: 'lighting', executor: officials[0] }, 2, 'SOCIAL_MESSAGE');
  await world.deliver(...made.facts);
  const found = async (filter: RegisterFilter) =>
    (await reader.appeals({ district: 3, filter, order: 'DEADLINE', limit: 5, backward: false })).length;
  expect(await found({ departments: ['utilities'], questionStates: ['ROUTED'] })).toBe(1);
  expect(await found({ departments: ['lighting'], questionStates: ['IN_WORK'] })).toBe(1);
  expect(await found({ departments: ['utilities'], questionStates: ['IN_WORK'] })).toBe(0);
  expect(await found({ departments: ['utilities'], executor: officials[0]! })).toBe(0);
});

it('lists what is due at the same time in the order of its numbers', async () => {
  for (const number of ['АЛД-О-10', 'АЛД-О-8', 'АЛД-О-9']) {
    const made = await received(world.given.vault, 'Яма', { district: 6 });
    await registered(made, number);
    await world.deliver(...made.facts);
  }
  const request = { district: 6, filter: {}, order: 'DEADLINE', limit: 5, backward: false } as const;
  const inOrder = ['АЛД-О-8', 'АЛД-О-9', 'АЛД-О-10'];
  expect((await reader.questions(request)).map(({ row }) => row.appeal.number)).toEqual(inOrder);
  expect((await reader.appeals(request)).map(({ row }) => row.number)).toEqual(inOrder);
});

const split = { topic: 'light', dueOn: '2026-12-01', end: 'none', answeredOn: '2026-12-01' } as const;

it('shows of each question its own text, deadline and appeal', async () => {
  const made = await received(world.given.vault, 'Яма и фонарь', { district: 4 });
  await registered(made, 'АЛД-9');
  const opened = { person: made.person, regime: 'SOCIAL_MESSAGE', ordinal: 2 };
  await made.add('QuestionOpened', opened, { text: 'Фонарь не горит' }, uuidv5(made.appeal, 'light'));
  await world.deliver(...made.facts);
  const listed = await reader.questions({ district: 4, filter: {}, order: 'DEADLINE', limit: 5, backward: false });
  expect(
    listed.map(({ row: { excerpt, dueOn, ordinal, appeal } }) => [
      excerpt ?? appeal.excerpt,
      dueOn,
      ordinal,
      appeal.number,
    ]),
  ).toEqual([
    ['Яма и фонарь', '2026-12-24', 1, 'АЛД-9'],
    ['Фонарь не горит', undefined, 2, 'АЛД-9'],
  ]);
  const [{ row: card } = { row: undefined }] = await reader.appeals({
    district: 4,
    filter: {},
    order: 'NEWEST',
    limit: 1,
    backward: false,
  });
  expect(card?.questions.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
});

it('says that there are more than it counted when a register is longer than totals are exact', async () => {
  const base = (
    await world.given.worker.query<{ base: string }>(`select base from search.read_model where name = 'register'`)
  ).rows[0]!.base;
  await world.given.worker.query(
    `insert into search.${base} (district, id, change, receipt, state, received_at, erased, clear, fold)
     select 5, gen_random_uuid(), n, 'R' || n, 'RECEIVED', '2026-11-24', false, '{}', '{}'
     from generate_series(1, ${MAX_EXACT_TOTAL + 5}) n`,
  );
  expect(await reader.count('APPEALS', 5, {})).toEqual({ count: MAX_EXACT_TOTAL, isExact: false });
});
