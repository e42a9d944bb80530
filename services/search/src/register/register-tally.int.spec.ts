import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
import type { RegisterFilter } from './application/list/register-filter.js';
import { openStates } from './application/list/worklists.js';
import { registerWorld, testDistrict, type RegisterWorld } from './register-world.fixture.js';

let world: RegisterWorld;
beforeAll(async () => {
  world = await registerWorld([testDistrict(1, 'aldan'), testDistrict(2, 'kuol')]);
  for (const day of ['2026-11-24', '2026-12-01', '2027-02-01']) {
    const told = await opened();
    await told.add(...answer(told, day));
    await world.deliver(...told.facts);
  }
  for (const district of [1, 2]) await world.deliver(...(await opened(district)).facts);
}, 60_000);
afterAll(() => world.close());

const columns = 'district, kind, day, by, value, marks';

/** What the tally must hold, recounted from the rows of questions. */
async function countedAnew(): Promise<readonly unknown[]> {
  const { rows } = await world.given.worker.query(
    `with held as (select q.*, coalesce(due, '') as due_or_none from search.register_question q),
      standing as (
        select *, 'OPEN' as kind, due_or_none as day, concat(case when question_state in ('OPEN', 'ROUTED', 'RETURNED') then 'UNASSIGNED ' end,
          case when extension = 'IN_FORCE' then 'EXTENDED ' end) as marks from held where question_state = any($1)
        union all select *, 'ANSWERED', answered_on, concat(case when term_kept then 'KEPT ' when not term_kept then 'LATE ' end,
          case when same_day then 'SAME_DAY ' end) from held where question_state = 'ANSWERED' and answered_on is not null
        union all select *, 'PROMISED', due_or_none, '' from held where promise = 'WAITING'
        union all select *, 'PROMISE_ENDED', promise_kept_on, promise || ' ' from held where promise in ('KEPT', 'LATE')
      ),
      valued as (
        select district, appeal, name || '=' || held as value from held
          cross join lateral (values ('termKept', term_kept::text), ('sameDay', same_day::text)) v(name, held) where v.held is not null
      )
    select district, kind, day, by, value, marks, count(*)::int as n from standing
      cross join lateral (values ('DEPARTMENT', coalesce(department, '')), ('TOPIC', topic), ('EXECUTOR', executor)) g(by, value)
      where value is not null group by ${columns}
    union all select district, 'TOTAL', '', 'QUESTIONS', value, '', count(*)::int from valued group by district, value
    union all select district, 'TOTAL', '', 'APPEALS', value, '', count(distinct appeal)::int from valued group by district, value
    order by ${columns}`,
    [openStates],
  );
  return rows;
}

async function held(): Promise<readonly unknown[]> {
  return (await world.given.worker.query(`select * from search.register_tally order by ${columns}`)).rows;
}

async function expectExact(): Promise<void> {
  expect(await held()).toEqual(await countedAnew());
}

/** Delivers the new facts, and checks that everything is counted. */
async function tell(told: Journey, ...facts: readonly Parameters<Journey['add']>[]): Promise<void> {
  for (const fact of facts) {
    await world.deliver(await told.add(...fact));
    await expectExact();
  }
}

async function opened(district = 1): Promise<Journey> {
  const told = await received(world.given.vault, 'Вопрос', { district, receivedAt: '2026-11-24T01:00:00.000Z' });
  await registered(told);
  return told;
}

const answer = (told: Journey, on: string): Parameters<Journey['add']> => [
  'QuestionAnswered',
  { notice: told.notice, answeredOn: on, zone: 'Asia/Yakutsk' },
];

describe('what the board and totals count', () => {
  it('is exact after each fact: rerouted, in work, answered, promised, reopened, handed over, erased', async () => {
    const told = await opened();
    for (const fact of told.facts) {
      await world.deliver(fact);
      await expectExact();
    }
    const { person } = told;
    await tell(
      told,
      ['QuestionRouted', { topic: 'water', department: 'housing', words: [], by: 'OFFICIAL' }],
      ['ExecutorAssigned', { executor: officials.executor, department: 'housing' }],
      ['DeadlineMissed', { rule: 'message-term', dueOn: '2026-12-24' }],
      answer(told, '2026-11-24'),
      ['MeasuresPromised', { until: '2027-01-10' }],
      ['PromiseConfirmed', { keptOn: '2027-01-11', zone: 'Asia/Yakutsk' }, { text: 'сделано' }],
      ['QuestionReopened', { person, times: 1, department: 'utilities' }],
      answer(told, '2027-01-20'),
      ['PersonErased', { person, ground: 'REQUEST' }],
    );
    const moved = await opened();
    await world.deliver(...moved.facts);
    await expectExact();
    const handover = { handover: officials.signatory, toDistrict: 2, person: moved.person };
    await tell(
      moved,
      ['QuestionHandedOver', handover],
      ['HandoverEnded', { ...handover, end: 'ANSWERED', endedOn: '2026-12-01' }],
    );
    await world.deliver(...(await opened(2)).facts);
    await expectExact();
  });

  it('is the same for facts that come together, twice, or topic by topic in any order', async () => {
    const [together, apart] = [await opened(), await opened()];
    await together.add(...answer(together, '2026-11-24'));
    const second = randomUUID();
    await together.add('QuestionOpened', { person: together.person, regime: 'SOCIAL_MESSAGE', ordinal: 2 }, {}, second);
    const [type, data] = answer(together, '2026-11-24');
    await together.add(type, data, {}, second);
    await apart.add(...answer(apart, '2027-02-01'));
    const [later, sooner] = [
      apart.facts.filter(({ topic }) => topic === 'intake.events'),
      apart.facts.filter(({ topic }) => topic !== 'intake.events'),
    ];
    await world.deliver(...together.facts, ...sooner);
    await expectExact();
    await world.deliver(...later);
    await expectExact();
    const before = await held();
    await world.deliver(...together.facts, ...apart.facts);
    expect(await held()).toEqual(before);
  });

  it('gives the totals of lists by one value, of appeals and of questions', async () => {
    const { reader } = world;
    const list = { district: 1, order: 'NEWEST', limit: 50, backward: false } as const;
    const filters: readonly RegisterFilter[] = [
      ...[{ sameDay: true }, { sameDay: false }, { termKept: true }, { termKept: false }],
      { termKept: true, sameDay: false },
    ];
    for (const filter of filters) {
      const [appeals, questions] = [
        await reader.appeals({ ...list, filter }),
        await reader.questions({ ...list, filter }),
      ];
      expect(questions.length).toBeGreaterThan(0);
      expect([filter, await reader.count('APPEALS', 1, filter)]).toEqual([
        filter,
        { count: appeals.length, isExact: true },
      ]);
      expect([filter, await reader.count('QUESTIONS', 1, filter)]).toEqual([
        filter,
        { count: questions.length, isExact: true },
      ]);
    }
    expect(await reader.count('QUESTIONS', 1, { sameDay: true, appeals: [] })).toEqual({ count: 0, isExact: true });
  });

  it('is the same in a rebuilt register', async () => {
    const before = await held();
    await world.readModels.rebuild('register');
    expect(await held()).toEqual(before);
  });

  it('is verified with the rows: a number that is wrong by one is named', async () => {
    const wrong = async () => (await world.readModels.verify('register')).differences;
    expect(await wrong()).toEqual([]);
    const answering = `select base from search.read_model where name = 'register'`;
    const { base } = (await world.given.worker.query<{ base: string }>(answering)).rows[0]!;
    const change = (by: number) =>
      world.given.worker.query(`update search.${base}_tally set n = n + $1 where kind = 'OPEN' and by = 'TOPIC'`, [by]);
    await change(1);
    expect(await wrong()).toContainEqual(
      expect.objectContaining({ table: 'register_tally', kind: 'DIFFERENT', columns: ['n'] }),
    );
    await change(-1);
  });

  it('is shown to its own district alone', async () => {
    const of = (district: number) =>
      world.given.database.scope(district).transaction(async (tx: Transaction) => {
        const { rows } = await tx.query<{ district: number }>('select distinct district from search.register_tally');
        return rows.map((row) => row.district);
      });
    expect([await of(1), await of(2)]).toEqual([[1], [2]]);
  });
});
