import { readFileSync } from 'node:fs';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Projection } from '@otklik/read-models';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext, type Vault } from '@otklik/vault';
import { emptyFold, foldFact, type AppealFold } from '../../application/register/appeal-fold.js';
import { clearTexts } from '../../application/register/clear-texts.js';
import { facetsOf } from '../../application/register/register-facets.js';
import { listedRow } from '../../application/register/listed-row.js';
import { isRegisterFact, registerUnderstands, type RegisterFact } from '../../application/register/register-fact.js';
import {
  nothingClear,
  registerRow,
  type ClearTexts,
  type RegisterRow,
} from '../../application/register/register-row.js';

interface Held {
  readonly district: number;
  readonly id: string;
  readonly clear: ClearTexts;
  readonly fold: AppealFold;
}

interface Moved extends Held {
  readonly before: Held;
}

/** The register of appeals. Whatever the order of the topics, equal facts make equal rows. */
export function registerProjection(vault: Pick<Vault, 'openAll'>): Projection {
  return {
    name: 'register',
    version: 2,
    understands: registerUnderstands,
    sql: readFileSync(new URL('../../../projections/register.sql', import.meta.url), 'utf8'),
    // Drawn anew by each build: it only has to grow.
    volatile: ['change'],
    async apply(events, tx, table) {
      const known = events.filter(isRegisterFact);
      for (const fact of known) assertSealContext(fact);
      const facts = Map.groupBy(known, keyOf);
      const held = await load([...facts.values()], tx, table);
      // All at once, so that the keys of the batch's persons are read in one look-up.
      const moved = await Promise.all(changed(facts, held).map((one) => opened(vault, one)));
      if (moved.length === 0) return;
      await writeRows(moved, tx, table);
      await writeStreams(moved, tx, table);
      await writeNotices(moved, tx, table);
    },
  };
}

/** The appeals of which the facts tell something new. */
function changed(
  facts: ReadonlyMap<string, readonly RegisterFact[]>,
  held: ReadonlyMap<string, Held>,
): readonly Moved[] {
  return [...facts].flatMap(([key, ofAppeal]) => {
    const before = held.get(key) ?? unknown(ofAppeal[0]!);
    const fold = ofAppeal.reduce(foldFact, before.fold);
    return fold === before.fold ? [] : [{ ...before, fold, before }];
  });
}

async function opened(vault: Pick<Vault, 'openAll'>, moved: Moved): Promise<Moved> {
  return { ...moved, clear: await clearTexts(vault, moved.district, moved.fold) };
}

function keyOf({ district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>): string {
  return `${district}/${appeal}`;
}

function unknown({ district, appeal }: RegisterFact): Held {
  return { district, id: appeal, clear: nothingClear, fold: emptyFold };
}

async function load(
  facts: readonly (readonly RegisterFact[])[],
  tx: Transaction,
  table: string,
): Promise<ReadonlyMap<string, Held>> {
  const first = facts.map((ofAppeal) => ofAppeal[0]!);
  const { rows } = await tx.query<Held>(
    `select district, id, clear, fold from ${table} join unnest($1::int[], $2::uuid[]) as k(district, id) using (district, id)`,
    [first.map(({ district }) => district), first.map(({ appeal }) => appeal)],
  );
  return new Map(rows.map((row) => [keyOf({ district: row.district, appeal: row.id }), row]));
}

const columns = [
  'receipt text',
  'number text',
  'registered_on text',
  'regime text',
  'channel text',
  'state text',
  'received_at text',
  'received_on text',
  'due_on text',
  'rating int',
  'departments text[]',
  'topics text[]',
  'executors text[]',
  'question_states text[]',
  'response_states text[]',
  'settlement text',
  'person uuid',
  'erased boolean',
  'clear json',
  'fold json',
  'listed json',
] as const;
const names = columns.map((column) => column.split(' ')[0]!);

/** Rows, their change numbers, and the changes to be followed: the latter only of the tables that answer. */
async function writeRows(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  await tx.query(
    `with given as materialized (
       select * from json_to_recordset($1) as g(district int, id uuid, version int, before json, after json, ${columns.join(', ')})
     ),
     written as (
       insert into ${table} as t (district, id, change, ${names.join(', ')})
       select district, id, nextval('search.register_change_number'), ${names.join(', ')} from given
       on conflict (district, id) do update set change = excluded.change,
         ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
       returning t.district, t.id, t.change
     )
     insert into search.register_change (district, change, appeal, version, before, after)
     select w.district, w.change, w.id, g.version, g.before, g.after
     from written w join given g using (district, id)
     where g.after is not null
       and exists (select from search.read_model m where m.name = 'register' and $2 = 'search.' || m.base)`,
    [JSON.stringify(moved.map(recordOf)), table],
  );
}

function recordOf({ district, id, clear, fold, before }: Moved): Record<string, unknown> {
  const key = { district, id, change: 0 };
  const row = registerRow(key, fold, clear);
  const was = registerRow(key, before.fold, before.clear);
  return {
    ...columnsOf(row ?? {}),
    ...(row ? { listed: listedRow(row) } : {}),
    ...{ district, id, fold, version: fold.appeal.version, erased: fold.appeal.erased },
    ...{ before: was && facetsOf(was), after: row && facetsOf(row) },
  };
}

/** Of an appeal that was not received yet: nothing. */
function columnsOf(row: Partial<RegisterRow>): Record<string, unknown> {
  const { departments = [], topics = [], executors = [], questionStates = [], responseStates = [] } = row;
  return {
    ...{ receipt: row.receipt, number: row.number, registered_on: row.registeredOn, regime: row.regime },
    ...{ channel: row.channel, state: row.state, received_at: row.receivedAt, received_on: row.receivedOn },
    ...{ due_on: row.dueOn, rating: row.rating, settlement: row.settlement, person: row.person },
    ...{ departments, topics, executors, question_states: questionStates, response_states: responseStates },
    ...{ clear: row.clear ?? nothingClear },
  };
}

async function writeStreams(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  const streams = moved.flatMap(({ district, id, fold }) =>
    [
      { stream: id, version: fold.appeal.version },
      ...[fold.questions, fold.responses, fold.notices].flatMap((parts) =>
        Object.entries(parts).map(([stream, { version }]) => ({ stream, version })),
      ),
    ]
      .filter(({ version }) => version > 0)
      .map((stream) => ({ ...stream, district, appeal: id })),
  );
  await tx.query(
    `insert into ${table}_stream as s (district, stream, appeal, version)
     select * from json_to_recordset($1) as g(district int, stream uuid, appeal uuid, version int)
     on conflict (district, stream) do update set version = excluded.version where s.version < excluded.version`,
    [JSON.stringify(streams)],
  );
}

async function writeNotices(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  const notices = moved.flatMap(({ district, id, fold }) =>
    Object.entries(fold.notices).map(([notice, part]) => ({
      ...{ district, id: notice, appeal: id, way: part.way, state: part.state, opened_at: part.openedAt, notice: part },
    })),
  );
  if (notices.length === 0) return;
  await tx.query(
    `insert into ${table}_notice (district, id, appeal, way, state, opened_at, notice)
     select * from json_to_recordset($1)
       as g(district int, id uuid, appeal uuid, way text, state text, opened_at text, notice json)
     on conflict (district, id) do update set way = excluded.way, state = excluded.state, notice = excluded.notice`,
    [JSON.stringify(notices)],
  );
}
