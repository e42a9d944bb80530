import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv5 } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import pg from 'pg';
import type { Statement } from './adapters/postgres/register-conditions.js';
import { appealsPage, questionsPage } from './adapters/postgres/register-list.js';
import type { RegisterFilter } from './application/list/register-filter.js';
import type { ListPosition, RegisterOrder } from './application/list/register-list.js';
import { registerWorld, testDistrict, type RegisterWorld } from './register-world.fixture.js';

const DISTRICT = 1;
const QUESTIONS = 12_000;
const LIMIT = 21;
/** Scans of single values, at most 24 of a list, and of a list of appeals each question's siblings. */
const MAX_ROWS_READ = 600;

const executor = uuidv5('b6a1f7c2-5a0e-4f43-9a55-0d1f4f6a9d10', 'executor');
const orders = ['DEADLINE', 'DEADLINE_REVERSED', 'NEWEST', 'OLDEST'] as const satisfies readonly RegisterOrder[];
const district = testDistrict(DISTRICT, 'aldan');

let world: RegisterWorld;
let base: string;

beforeAll(async () => {
  world = await registerWorld([district]);
  base = (
    await world.given.worker.query<{ base: string }>(`select base from search.read_model where name = 'register'`)
  ).rows[0]!.base;
  await filled(1, 500);
  await world.given.worker.query('analyze');
  await filled(501, QUESTIONS);
}, 120_000);
afterAll(() => world.close());

/** Questions in the states that a register of a year holds: nearly all are answered, few drafted, none returned. */
async function filled(from: number, to: number): Promise<void> {
  const shared = `district, id, receipt, regime, channel, state, awaits, received_at, received_on, received_month,
    registered_on, registration, number, rating, settlement, collective, due_on, due, term_order`;
  await world.given.worker.query(
    `create or replace temp view generated as select n, 1 as district, md5('a' || n)::uuid as id, 'R' || n as receipt,
       'SOCIAL_MESSAGE' as regime, 'SITE' as channel, 'REGISTERED' as state, null::text as awaits,
       day || 'T03:00:00.' || lpad((n % 1000)::text, 3, '0') || 'Z' as received_at, day as received_on, left(day, 7) as received_month,
       day as registered_on, day || '/' || lpad(n::text, 9, '0') as registration, 'A-' || n as number,
       case when n % 50 = 0 then 5 end as rating, 'aldan' as settlement, false as collective,
       case when n % 10 < 5 then to_char(day::date + 30, 'YYYY-MM-DD') end as due_on,
       case when n % 10 < 5 then to_char(day::date + 30, 'YYYY-MM-DD') || 'T24:00' end as due,
       concat(case when n % 10 < 5 then to_char(day::date + 30, 'YYYY-MM-DD') else '9999-12-31' end, 'T24:00/', day, '/', lpad(n::text, 9, '0')) as term_order,
       (array['ROUTED','IN_WORK','OPEN','IN_WORK','ROUTED','ANSWERED','ANSWERED','ANSWERED','ANSWERED','ANSWERED'])[1 + n % 10] as question_state
     from (select n, to_char('2025-12-01'::date + (n * 354.0 / ${QUESTIONS})::int, 'YYYY-MM-DD') as day
       from generate_series(${from}, ${to}) n) d`,
  );
  await world.given.worker.query(
    `insert into search.${base} (change, erased, clear, fold, listed, ${shared})
     select n, false, '{}', '{}', '{}', ${shared} from generated`,
  );
  await world.given.worker.query(
    `insert into search.${base}_question (appeal, ordinal, topic, department, executor, response_state, outcome, term_kept, same_day, answered_on,
       question_state, listed, ${shared.replace(', receipt', '').replace(', number', '')})
     select id, 1, 'topic' || n % 7, 'department' || n % 3, null, case when n % 10 > 4 then 'DISPATCHED' end, null,
       case when n % 10 > 4 then true end, case when n % 10 > 4 then false end, case when n % 10 > 4 then to_char(received_on::date + 10, 'YYYY-MM-DD') end, question_state, '{}', ${shared.replace(', receipt', '').replace(', number', '')} from generated`,
  );
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

function rowsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, one) => sum + rowsRead(one), 0);
  if (!node['Relation Name'] && !node['Index Name']) return below;
  const seen =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + seen * node['Actual Loops'];
}

function literal(value: unknown): string {
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value));
  return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
}

/** As the statement runs under row-level security, with a plan of its own for these values or with one for all. */
async function planned({ text, values }: Statement, isGeneric: boolean): Promise<PlanNode> {
  return world.given.database.scope(DISTRICT).transaction(async (tx: Transaction) => {
    await tx.query(`set local plan_cache_mode = ${isGeneric ? 'force_generic_plan' : 'force_custom_plan'}`);
    await tx.query(`prepare planned as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const { rows } = await tx.query<{ 'QUERY PLAN': [{ readonly Plan: PlanNode }] }>(
      `explain (analyze, buffers, format json) execute planned${given}`,
    );
    await tx.query('deallocate planned');
    return rows[0]!['QUERY PLAN'][0].Plan;
  });
}

const lists: Readonly<Record<string, RegisterFilter>> = {
  all: {},
  drafted: { responseStates: ['DRAFTED'] },
  'to approve': { responseStates: ['DRAFTED'], questionStates: ['ROUTED'] },
  dispatched: { responseStates: ['DISPATCHED'] },
  returned: { questionStates: ['RETURNED'] },
  answered: { questionStates: ['ANSWERED'] },
  'reopening requested': { states: ['REOPEN_REQUESTED'] },
  registered: { states: ['REGISTERED'] },
  'waiting for the moderator': { awaits: ['MODERATOR'] },
  'of an executor without questions': { executor },
  'of no topic': { topics: ['none'] },
  'work of a department': { departments: ['department1'], questionStates: ['ROUTED', 'IN_WORK'] },
  'of no settlement': { settlements: ['none'] },
  'of no regime': { regimes: ['APPEAL_59FZ'] },
  late: { termKept: false },
  'in time': { termKept: true },
  'answered on the same day': { sameDay: true },
  'answered on a later day': { sameDay: false },
  'signed by several': { collective: true },
  'of a number': { registrationKeys: ['none'] },
  overdue: { overdue: true, now: { [DISTRICT]: '2026-11-20T12:00' } },
  'answered on a day': { answeredFrom: '2026-10-01', answeredTo: '2026-10-01' },
};

/** In the middle of the register. */
const middle = '2026-06-15';
const positions: Readonly<Record<(typeof orders)[number], ListPosition>> = {
  DEADLINE: [`${middle}T24:00`, executor],
  DEADLINE_REVERSED: [`${middle}T24:00`, executor],
  NEWEST: [`${middle}T03:00:00.500Z`, executor],
  OLDEST: [`${middle}T03:00:00.500Z`, executor],
};

/** The lists, each with what it read, that read more than they show. */
async function wide(isDeep = false): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, filter] of Object.entries(lists)) {
    for (const isGeneric of [false, true]) {
      for (const order of orders) {
        const from = positions[order];
        const request = { district: DISTRICT, filter, order, limit: LIMIT, backward: false, ...(isDeep && { from }) };
        for (const page of [appealsPage, questionsPage]) {
          const rows = rowsRead(await planned(page(request), isGeneric));
          if (rows > MAX_ROWS_READ) found.push(`${name}, ${page.name}, ${order}: ${rows}`);
        }
      }
    }
  }
  return found;
}

it.each(['stale', 'fresh'])(
  'reads of no list more than its page, by reception and deadline, when statistics are %s',
  async (statistics) => {
    if (statistics === 'fresh') await world.given.worker.query('analyze');
    expect(await wide()).toEqual([]);
    if (statistics === 'fresh') expect(await wide(true)).toEqual([]);
  },
  300_000,
);
