import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppealFilter, Board, BoardLine } from '@otklik/contracts/generated/graphql';
import { BoardResolver } from './adapters/graphql/board.resolver.js';
import { SameDayResolver } from './adapters/graphql/same-day.resolver.js';
import { givenFilter } from './adapters/graphql/given-filter.js';
import { SameDay } from './store/same-day.js';
import { officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
import { officialContext, registerWorld, testDistrict, type RegisterWorld } from './register-world.fixture.js';

const known = {
  departments: [
    { id: 'u', code: 'utilities', name: 'Отдел ЖКХ' },
    { id: 'h', code: 'housing', name: 'Жилищный отдел' },
  ],
  topics: [{ code: 'roads', name: 'Дороги', department: 'utilities' }],
};
const districts = [testDistrict(1, 'aldan', known), testDistrict(2, 'kuol', known)] as const;
const [aldan, kuol] = districts;
const period = { from: '2026-11-20', to: '2026-12-31' };

const deadline = {
  rule: 'REQ',
  ruleVersion: 1,
  duty: 'SUPPLY',
  calendarVersion: '1',
  source: '10(2)',
  zone: 'Asia/Yakutsk',
  countedFrom: '2026-11-24',
  dueOn: '2026-12-09',
  workBy: '2026-12-09',
  provisional: false,
  by: 'OFFICIAL',
  steps: [],
};

let world: RegisterWorld;

/** Received and registered on 24 November, with a term until 24 December. */
async function question(district = 1): Promise<Journey> {
  const told = await received(world.given.vault, 'Вопрос', { district, receivedAt: '2026-11-24T01:00:00.000Z' });
  await registered(told);
  return told;
}

beforeAll(async () => {
  world = await registerWorld(districts);
  const told: Journey[] = [];
  for (const day of ['2026-11-24', '2026-12-04', '2026-12-28', '2027-01-05']) {
    const one = await question();
    await one.add('QuestionAnswered', { notice: one.notice, answeredOn: day, zone: 'Asia/Yakutsk' });
    told.push(one);
  }
  // Its answer promised measures that were not taken: no open question, though its day has passed.
  const until = '2026-12-10';
  await told[0]!.add('MeasuresPromised', { until });
  const inWork = await question();
  await inWork.add('ExecutorAssigned', { executor: officials.executor, department: 'utilities' });
  await inWork.add('InformationRequested', {
    request: officials.executor,
    body: 'Росреестр',
    asked: 'Чей участок?',
    deadline,
  });
  told.push(inWork, await question(), await question(2));
  await world.deliver(...told.flatMap(({ facts }) => facts));
}, 60_000);
afterAll(() => world.close());

async function boardOn(today: string, district: (typeof districts)[number] = aldan): Promise<Board> {
  const clock = { now: () => `${today}T03:00:00.000Z` };
  const resolver = new BoardResolver(world.reader, world.given.directory, clock);
  return resolver.board({ district: district.code, ...period }, officialContext([district], ['HEAD']));
}

describe('the board of a district', () => {
  it('counts what is open today and what was answered in the period: in time, late, on the same day', async () => {
    expect((await boardOn('2026-12-20')).whole).toEqual({
      code: 'aldan',
      name: 'aldan',
      open: 2,
      unassigned: 1,
      dueToday: 0,
      coming: 2,
      overdue: 0,
      extended: 0,
      answered: 3,
      kept: 2,
      late: 1,
      sameDay: 1,
      promised: 1,
      promisesMissed: 1,
      promisesKept: 0,
      promisesLate: 0,
    });
  });

  it('shows every department of the directory, and topics with anything to count', async () => {
    const { departments, topics } = await boardOn('2026-12-24');
    expect(departments).toMatchObject([
      { code: 'utilities', name: 'Отдел ЖКХ', open: 2, dueToday: 2, answered: 3 },
      { code: 'housing', name: 'Жилищный отдел', open: 0, dueToday: 0, answered: 0 },
    ]);
    expect(topics).toMatchObject([{ code: 'roads', name: 'Дороги', open: 2, kept: 2, late: 1 }]);
  });

  it('shows the workload of each executor, also of one whom the directory does not know', async () => {
    expect((await boardOn('2026-12-25')).executors).toMatchObject([
      { id: officials.executor, executor: null, open: 1, overdue: 1, answered: 0 },
    ]);
  });

  it('says what falls due on each day of the week that begins today', async () => {
    const { today, coming } = await boardOn('2026-12-19');
    expect([today, coming.map(({ on, due }) => [on.slice(8), due])]).toEqual([
      '2026-12-19',
      [
        ['19', 0],
        ['20', 0],
        ['21', 0],
        ['22', 0],
        ['23', 0],
        ['24', 2],
        ['25', 0],
      ],
    ]);
  });

  it('counts one district alone', async () => {
    expect((await boardOn('2026-12-20', kuol)).whole).toMatchObject({ code: 'kuol', open: 1, answered: 0 });
  });

  it('refuses a period that ends before it begins, and one of more than a year', async () => {
    const resolver = new BoardResolver(world.reader, world.given.directory, { now: () => '2026-12-20T03:00:00.000Z' });
    const asked = (from: string, to: string) =>
      resolver.board({ district: 'aldan', from, to }, officialContext([aldan], ['HEAD']));
    await expect(asked('2026-12-02', '2026-12-01')).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'to' });
    await expect(asked('2025-12-01', '2026-12-02')).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'to' });
  });
});

describe('each number of the board is the total of a list', () => {
  const answered = { questionStates: ['ANSWERED' as const], answeredFrom: period.from, answeredTo: period.to };
  const today = '2026-12-28';
  const open = { worklist: 'IN_WORK' } as const;
  /** As the desk's links ask (board-numbers.ts). */
  const lists: Readonly<Record<Exclude<keyof BoardLine, 'code' | 'name' | '__typename'>, AppealFilter>> = {
    open,
    unassigned: { unassigned: true },
    dueToday: { ...open, dueFrom: today, dueBy: today, overdue: false },
    coming: { ...open, dueFrom: today, dueBy: '2027-01-03', overdue: false },
    overdue: { ...open, overdue: true },
    extended: { ...open, extensions: ['IN_FORCE'] },
    answered,
    kept: { ...answered, termKept: true },
    late: { ...answered, termKept: false },
    sameDay: { ...answered, sameDay: true },
    promised: { promises: ['WAITING'] },
    promisesMissed: { promises: ['WAITING'], overdue: true },
    promisesKept: { promises: ['KEPT'], promiseKeptFrom: period.from, promiseKeptTo: period.to },
    promisesLate: { promises: ['LATE'], promiseKeptFrom: period.from, promiseKeptTo: period.to },
  };
  const names = Object.keys(lists) as (keyof typeof lists)[];
  const total = async (filter: AppealFilter): Promise<number> => {
    const { actor } = officialContext([aldan], ['HEAD']);
    const given = givenFilter(filter, { actor, districts: [aldan], now: () => `${today}T12:00` });
    const request = { district: aldan.id, filter: given, order: 'NEWEST', limit: 50, backward: false } as const;
    const { length } = await world.reader.questions(request);
    expect((await world.reader.count('QUESTIONS', aldan.id, given)).count).toBe(length);
    return length;
  };

  it.each(names)('%s, of the district, each department, topic and executor', async (name) => {
    const { whole, departments, topics, executors } = await boardOn(today);
    const lines = [
      { numbers: whole, of: {} },
      ...departments.map((numbers) => ({ numbers, of: { departments: [numbers.code] } })),
      ...topics.map((numbers) => ({ numbers, of: { topics: [numbers.code] } })),
      ...executors.map((numbers) => ({
        numbers: numbers as Partial<typeof numbers & BoardLine>,
        of: { executor: numbers.id },
      })),
    ];
    for (const { numbers, of } of lines)
      if (numbers[name] !== undefined)
        expect([of, await total({ ...lists[name], ...of })]).toEqual([of, numbers[name]]);
  });

  it('an answer is found by its day, whenever its appeal came', async () => {
    const request = { district: aldan.id, order: 'NEWEST', limit: 50, backward: false } as const;
    const late = { answeredFrom: '2027-01-05', answeredTo: '2027-01-05' };
    expect(await world.reader.questions({ ...request, filter: late })).toHaveLength(1);
  });
});

it('information of another body is awaited in a list, and late in another', async () => {
  const listed = async (worklist: 'INFORMATION_AWAITED' | 'INFORMATION_OVERDUE', today: string) => {
    const { actor } = officialContext([aldan], ['HEAD']);
    const filter = givenFilter({ worklist }, { actor, districts: [aldan], now: () => `${today}T12:00` });
    const request = { district: aldan.id, filter, order: 'DEADLINE', limit: 50, backward: false } as const;
    return (await world.reader.questions(request)).length;
  };
  expect(await listed('INFORMATION_AWAITED', '2026-12-09')).toBe(1);
  expect(await listed('INFORMATION_OVERDUE', '2026-12-09')).toBe(0);
  expect(await listed('INFORMATION_OVERDUE', '2026-12-10')).toBe(1);
});

describe('what was answered on the day on which it came, for all to read', () => {
  const shownOn = (today: string, district: (typeof districts)[number] = aldan) =>
    new SameDayResolver(new SameDay(world.given.database), { now: () => `${today}T03:00:00.000Z` }).sameDayAnswers({
      actor: { kind: 'anyone' },
      district,
      districts: [district],
    } as never);

  it('counts the thirty days until yesterday, and the five months that ended', async () => {
    expect(await shownOn('2026-12-24')).toEqual({
      from: '2026-11-24',
      to: '2026-12-23',
      answered: 2,
      sameDay: 1,
      months: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((month) => ({
        month,
        answered: month === '2026-11' ? 1 : 0,
        sameDay: month === '2026-11' ? 1 : 0,
      })),
    });
    // Today is not over.
    expect(await shownOn('2026-12-28')).toMatchObject({
      from: '2026-11-28',
      to: '2026-12-27',
      answered: 1,
      sameDay: 0,
    });
    expect((await shownOn('2027-01-06')).months.at(-1)).toEqual({ month: '2026-12', answered: 2, sameDay: 0 });
  });

  it('counts one district alone', async () => {
    expect(await shownOn('2026-12-24', kuol)).toMatchObject({ answered: 0, sameDay: 0 });
  });
});
