import type pg from 'pg';

/** Of so many copies one is still considered; the others were answered. A register of years is mostly past work. */
const OPEN_COPIES = 10;
/** Each copy came so many days before the one before it. */
const DAYS_APART = 10;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Fills the tables of which lists are read with copies of the appeals that they hold, until there are `size`, each with ids
 * of its own and older days. For measuring lists alone: neither the log nor the search index knows of the copies.
 */
export async function copyRegister(database: pg.Pool, size: number, print: (line: string) => void): Promise<void> {
  const register = await table(database, '^register_v[0-9]+(b[0-9]+)?$');
  const questions = await table(database, '^register_v[0-9]+(b[0-9]+)?_question$');
  const { rows } = await database.query<{ held: number }>(`select count(*)::int as held from ${register.name}`);
  const copies = Math.round(size / rows[0]!.held) - 1;
  const indexes = await withoutIndexes(database, [register, questions]);
  await database.query(`create temporary table source as select id from ${register.name}`);
  await database.query(`create temporary table source_question as select * from ${questions.name}`);
  await database.query(`create temporary table source_appeal as select * from ${register.name}`);
  for (let copy = 1; copy <= copies; copy += 1) {
    await database.query('drop table if exists copied');
    await database.query('create temporary table copied as select id, gen_random_uuid() as copy from source');
    await insert(database, register, 'source_appeal s join copied c on c.id = s.id', appealValues(copy));
    await insert(database, questions, 'source_question s join copied c on c.id = s.appeal', questionValues(copy));
    if (copy % 10 === 0) print(`${copy} of ${copies} copies`);
  }
  for (const index of indexes) await database.query(index);
  await countAnew(database, register.name);
  await database.query(`analyze ${register.name}; analyze ${questions.name}; analyze ${register.name}_tally`);
}

/** The copies came past the projection, which counts what it writes. */
async function countAnew(database: pg.Pool, register: string): Promise<void> {
  await database.query(`truncate ${register}_tally`);
  await database.query(
    `insert into ${register}_tally (district, kind, day, by, value, marks, n)
     with standing as (
       select *, 'OPEN' as kind, coalesce(due, '') as day, concat(
         case when question_state in ('OPEN', 'ROUTED', 'RETURNED') then 'UNASSIGNED ' end,
         case when extension = 'IN_FORCE' then 'EXTENDED ' end) as marks
       from ${register}_question where question_state in ('OPEN', 'ROUTED', 'RETURNED', 'IN_WORK', 'FORWARDING', 'LEAVING')
       union all
       select *, 'ANSWERED', answered_on, concat(
         case when term_kept then 'KEPT ' when not term_kept then 'LATE ' end, case when same_day then 'SAME_DAY ' end)
       from ${register}_question where question_state = 'ANSWERED' and answered_on is not null
     ), valued as (
       select district, appeal, name || '=' || held as value from ${register}_question
       cross join lateral (values ('termKept', term_kept::text), ('sameDay', same_day::text)) v(name, held)
       where v.held is not null
     )
     select district, kind, day, by, value, marks, count(*) from standing
     cross join lateral (values ('DEPARTMENT', coalesce(department, '')), ('TOPIC', topic), ('EXECUTOR', executor)) g(by, value)
     where value is not null group by district, kind, day, by, value, marks
     union all select district, 'TOTAL', '', 'QUESTIONS', value, '', count(*) from valued group by district, value
     union all select district, 'TOTAL', '', 'APPEALS', value, '', count(distinct appeal) from valued group by district, value`,
  );
}

async function table(database: pg.Pool, pattern: string): Promise<Table> {
  const { rows } = await database.query<{ name: string; columns: string[] }>(
    `select c.oid::regclass::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'search'::regnamespace and c.relkind in ('r', 'p') and c.relname ~ $1
     group by c.oid order by c.relname desc limit 1`,
    [pattern],
  );
  if (!rows[0]) throw new Error(`no table ${pattern}`);
  return rows[0];
}

/** Drops the secondary indexes; the statements that make them again. One by one with each row they would cost minutes. */
async function withoutIndexes(database: pg.Pool, tables: readonly Table[]): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string; statement: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as statement
     from pg_index where indrelid = any($1::regclass[]) and not indisprimary`,
    [tables.map(({ name }) => name)],
  );
  for (const { name } of rows) await database.query(`drop index ${name}`);
  return rows.map(({ statement }) => statement);
}

type Values = Readonly<Record<string, string>>;

const WITHOUT_TERM = `concat('9999-12-31T24:00/', s.registration)`;

async function insert(database: pg.Pool, { name, columns }: Table, from: string, values: Values): Promise<void> {
  const selected = columns.map((column) => values[column] ?? `s.${column}`);
  await database.query(`insert into ${name} (${columns.join(', ')}) select ${selected.join(', ')} from ${from}`);
}

function earlier(column: string, copy: number): string {
  return `((left(s.${column}, 10)::date - ${copy * DAYS_APART})::text || substr(s.${column}, 11))`;
}

function sharedValues(copy: number): Values {
  const days = ['received_at', 'received_on', 'registered_on', 'registration'];
  return {
    ...Object.fromEntries(days.map((column) => [column, earlier(column, copy)])),
    received_month: `left(${earlier('received_on', copy)}, 7)`,
    ...(copy % OPEN_COPIES === 0
      ? { due_on: earlier('due_on', copy), due: earlier('due', copy), term_order: earlier('term_order', copy) }
      : {
          due_on: 'null',
          due: 'null',
          term_order: WITHOUT_TERM,
          state: `'ANSWERED'`,
          escalated: 'null',
          reminded: 'null',
        }),
  };
}

function appealValues(copy: number): Values {
  return { ...sharedValues(copy), id: 'c.copy' };
}

function questionValues(copy: number): Values {
  const answered = {
    question_state: `'ANSWERED'`,
    response_state: `'SENT'`,
    work_by: 'null',
    answer_days: '12',
    answered_on: earlier('received_on', copy),
    term_kept: 'random() < 0.9',
    same_day: 'random() < 0.3',
  };
  return {
    ...sharedValues(copy),
    ...(copy % OPEN_COPIES !== 0 && answered),
    id: 'gen_random_uuid()',
    appeal: 'c.copy',
  };
}
