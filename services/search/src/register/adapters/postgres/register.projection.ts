import type { CaseFact } from '@otklik/case/events';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Projection } from '@otklik/read-models';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import { type Case, evolveCase, noCase } from '@otklik/case/case';
import { blindWords, type BlindWord } from '../../application/card/blind-words.js';
import { clearTexts, hasSameTexts, type TextVault } from '../../application/card/clear-texts.js';
import { facetsOf } from '../../application/list/register-facets.js';
import { REGISTER_VERSION } from '../../application/list/register-columns.js';
import type { QuestionValues } from '../../application/list/column-values.js';
import { listedQuestionRow, listedRow } from '../../application/list/listed-row.js';
import { tallyChanges } from '../../application/figures/tally.js';
import { postingOrder } from '../../application/figures/outgoing-post.js';
import { letterCourse, outgoingOrder } from '../../application/figures/outgoing-register.js';
import { isRegisterFact, registerEventTypes } from '../../application/fold/register-fact.js';
import {
  contactOf,
  nothingClear,
  registerRow,
  type ClearTexts,
  type RegisterRow,
} from '../../application/list/register-row.js';
import { writeApplicants } from './applicant-tables.js';
import {
  columnsOf,
  columnTypes,
  registerIndexes,
  registerTables,
  sqlName,
  type RegisterTable,
} from './register-tables.js';

interface Held {
  readonly district: number;
  readonly id: string;
  readonly clear: ClearTexts;
  readonly fold: Case;
}

interface Moved extends Held {
  readonly before: Held;
  /** Undefined until the appeal's first fact has come. */
  readonly was: RegisterRow | undefined;
  readonly row: RegisterRow | undefined;
  /** What the applicant is found by, where that is new. */
  readonly found?: readonly BlindWord[];
}

/** The register of appeals. Whatever the order of the topics, equal facts make equal rows. */
export function registerProjection(vault: TextVault): Projection {
  return {
    name: 'register',
    version: REGISTER_VERSION,
    subscribesTo: registerEventTypes,
    sql: registerTables(),
    indexes: registerIndexes(),
    // Generated again by each build: it only has to grow.
    volatile: ['change'],
    async apply(events, tx, table) {
      const known = events.filter(isRegisterFact);
      for (const fact of known) assertSealContext(fact);
      const facts = Map.groupBy(known, keyOf);
      const held = await load([...facts.values()], tx, table);
      // All at once, so that the keys of the batch's persons are read in one look-up.
      const moved = await Promise.all(changed(facts, held).map((one) => opened(vault, one)));
      await writeReactions(known, tx, table);
      if (moved.length === 0) return;
      for (const write of [
        writeRows,
        writeQuestions,
        writeTally,
        writeStreams,
        writeNotices,
        writePostings,
        writeApplicants,
      ])
        await write(moved, tx, table);
    },
  };
}

/** The appeals of which the facts tell something new. */
function changed(
  facts: ReadonlyMap<string, readonly CaseFact[]>,
  held: ReadonlyMap<string, Held>,
): readonly Unopened[] {
  return [...facts].flatMap(([key, ofAppeal]) => {
    const before = held.get(key) ?? unknown(ofAppeal[0]!);
    const fold = ofAppeal.reduce(evolveCase, before.fold);
    return fold === before.fold ? [] : [{ ...before, fold, before }];
  });
}

type Unopened = Omit<Moved, 'was' | 'row'>;

async function opened(vault: TextVault, moved: Unopened): Promise<Moved> {
  const { district, id, fold, before } = moved;
  const { clear, found } = await openTexts(vault, moved);
  const key = { district, id, change: 0 };
  const was = registerRow(key, before.fold, before.clear);
  return { ...moved, clear, ...(found && { found }), was, row: registerRow(key, fold, clear) };
}

/** Only of texts that the facts changed; what an applicant is found by comes with the first of them. */
async function openTexts(
  vault: TextVault,
  { district, fold, before }: Unopened,
): Promise<Pick<Moved, 'clear' | 'found'>> {
  if (hasSameTexts(fold, before.fold)) return { clear: before.clear };
  const clear = await clearTexts(vault, district, fold);
  const { received, erased } = fold.appeal;
  const { applicant = [] } = before.clear;
  if (erased || received === before.fold.appeal.received)
    return { clear: erased || applicant.length === 0 ? clear : { ...clear, applicant } };
  const found = await blindWords(vault, district, fold);
  return found.length === 0 ? { clear } : { clear: { ...clear, applicant: found.map(({ word }) => word) }, found };
}

function keyOf({ district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>): string {
  return `${district}/${appeal}`;
}

function unknown({ district, appeal }: CaseFact): Held {
  return { district, id: appeal, clear: nothingClear, fold: noCase };
}

async function load(
  facts: readonly (readonly CaseFact[])[],
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

const appealColumnTypes = [
  ...columnTypes('register'),
  ...['erased boolean', 'sender text', 'identity text', 'joined uuid[]', 'clear json', 'fold json', 'listed json'],
];
const appealColumnNames = namesOf(appealColumnTypes);
const questionColumnTypes = ['appeal uuid', ...columnTypes('register_question'), 'listed json'];
const questionColumnNames = namesOf(questionColumnTypes);

function namesOf(types: readonly string[]): readonly string[] {
  return types.map((type) => type.split(' ')[0]!);
}

function excluded(names: readonly string[]): string {
  return names.map((name) => `${name} = excluded.${name}`).join(', ');
}

/** Rows, their change numbers, and the changes to be followed: the latter only of the tables that answer. */
async function writeRows(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  await tx.query(
    `with given as materialized (
       select * from json_to_recordset($1)
         as g(district int, id uuid, version int, before json, after json, ${appealColumnTypes.join(', ')})
     ),
     written as (
       insert into ${table} as t (district, id, change, ${appealColumnNames.join(', ')})
       select district, id, nextval('search.register_change_number'), ${appealColumnNames.join(', ')} from given
       on conflict (district, id) do update set change = excluded.change, ${excluded(appealColumnNames)}
       returning t.district, t.id, t.change
     ),
     head as (
       insert into ${table}_head as h (district, change) select district, max(change) from written group by district
       on conflict (district) do update set change = greatest(h.change, excluded.change)
     )
     insert into search.register_change (district, change, appeal, version, before, after)
     select w.district, w.change, w.id, g.version, g.before, g.after
     from written w join given g using (district, id)
     where g.after is not null
       and exists (select from search.read_model m where m.name = 'register' and $2 = 'search.' || m.base)`,
    [JSON.stringify(moved.map(recordOf)), table],
  );
}

/** Of an appeal that was not received yet there are the key and the fold only. */
function recordOf({ district, id, clear, fold, was, row }: Moved): Record<string, unknown> {
  return {
    ...(row && { ...columnValues('register', row), listed: listedRow(row) }),
    district,
    id,
    fold,
    version: fold.appeal.version,
    erased: fold.appeal.erased,
    clear: row?.clear ?? clear,
    ...(row && contactOf(row)),
    joined: !fold.appeal.erased && fold.appeal.joined?.length ? fold.appeal.joined : undefined,
    before: was && facetsOf(was),
    after: row && facetsOf(row),
  };
}

const namesByColumn = {
  register: columnsOf.register.map((column) => [column, sqlName(column)] as const),
  register_question: columnsOf.register_question.map((column) => [column, sqlName(column)] as const),
};

function columnValues(table: RegisterTable, values: object): Record<string, unknown> {
  const held = values as Readonly<Record<string, unknown>>;
  return Object.fromEntries(namesByColumn[table].map(([column, name]) => [name, held[column]]));
}

async function writeQuestions(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  const questions = moved.flatMap(({ row }) =>
    row ? row.questions.map((question) => questionRecord(row, question)) : [],
  );
  if (questions.length === 0) return;
  await tx.query(
    `insert into ${table}_question (district, id, ${questionColumnNames.join(', ')})
     select district, id, ${questionColumnNames.join(', ')}
     from json_to_recordset($1) as g(district int, id uuid, ${questionColumnTypes.join(', ')})
     on conflict (district, id) do update set ${excluded(questionColumnNames)}`,
    [JSON.stringify(questions)],
  );
}

/** Deliveries to a build follow each other, so that no other transaction counts meanwhile. */
async function writeTally(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  const changes = tallyChanges(moved);
  if (changes.length === 0) return;
  await tx.query(
    `merge into ${table}_tally t
     using (select * from json_to_recordset($1)
       as g(district int, kind text, day text collate "C", by text, value text collate "C", marks text, n int)) g
     on (t.district, t.kind, t.day, t.by, t.value, t.marks) = (g.district, g.kind, g.day, g.by, g.value, g.marks)
     when matched and t.n + g.n = 0 then delete
     when matched then update set n = t.n + g.n
     when not matched then insert (district, kind, day, by, value, marks, n)
       values (g.district, g.kind, g.day, g.by, g.value, g.marks, g.n)`,
    [JSON.stringify(changes)],
  );
}

function questionRecord(row: RegisterRow, question: QuestionValues): Record<string, unknown> {
  // Its own deadline, not the nearest of its appeal.
  const { dueOn: _dueOn, due: _due, ...appeal } = row;
  return {
    ...columnValues('register_question', { ...appeal, ...question }),
    district: row.district,
    id: question.id,
    appeal: row.id,
    listed: listedQuestionRow(row, question),
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
      district,
      id: notice,
      appeal: id,
      way: part.way,
      state: part.state,
      opened_at: part.openedAt,
      ordered: outgoingOrder(part),
      course: letterCourse(part),
      notice: part,
    })),
  );
  if (notices.length === 0) return;
  await tx.query(
    `insert into ${table}_notice (district, id, appeal, way, state, opened_at, ordered, course, notice)
     select * from json_to_recordset($1)
       as g(district int, id uuid, appeal uuid, way text, state text, opened_at text, ordered text, course text, notice json)
     on conflict (district, id) do update set way = excluded.way, state = excluded.state, ordered = excluded.ordered,
       course = excluded.course, notice = excluded.notice`,
    [JSON.stringify(notices)],
  );
}

async function writePostings(moved: readonly Moved[], tx: Transaction, table: string): Promise<void> {
  const postings = moved.flatMap(({ district, id: appeal, fold }) =>
    Object.entries(fold.notices).flatMap(([id, { postings: sent = [] }]) =>
      sent.map((posting, at) => ({ district, id, ordered: postingOrder(posting, at), appeal, posting })),
    ),
  );
  if (postings.length === 0) return;
  await tx.query(
    `insert into ${table}_posting (district, id, ordered, appeal, posting)
     select * from json_to_recordset($1) as g(district int, id uuid, ordered text, appeal uuid, posting json)
     on conflict (district, id, ordered) do update set posting = excluded.posting`,
    [JSON.stringify(postings)],
  );
}

/** A fact that comes again writes the same rows. */
async function writeReactions(facts: readonly CaseFact[], tx: Transaction, table: string): Promise<void> {
  const rows = facts.flatMap((fact) => (fact.type === 'ReactionsMeasured' ? reactionRecords(fact) : []));
  if (rows.length === 0) return;
  await tx.query(
    `insert into ${table}_reaction (district, appeal, target, message, metric, observed_at, before, value, quality, via)
     select * from json_to_recordset($1) as g(district int, appeal uuid, target text, message uuid, metric text,
       observed_at text, before text, value int, quality text, via text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

function reactionRecords({ district, appeal, data }: Extract<CaseFact, { type: 'ReactionsMeasured' }>) {
  const { target, message, via, observedAt: observed_at, before } = data;
  return data.samples.map((sample) => ({ district, appeal, target, message, via, observed_at, before, ...sample }));
}
