import { Injectable } from '@nestjs/common';
import type { CaseEnd, UnansweredGround } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { QuestionStanding } from '../domain/end-of-appeal.js';

export interface QuestionPlace {
  readonly district: number;
  readonly appeal: string;
  readonly question: string;
  readonly version: number;
  readonly department: string | undefined;
}

/** The last day of the term of its answer. */
export interface QuestionDue {
  readonly district: number;
  readonly appeal: string;
  readonly question: string;
  readonly dueOn: string;
}

/** Status of a question at its version. */
export interface KeptStanding {
  readonly district: number;
  readonly appeal: string;
  readonly version: number;
  readonly standing: QuestionStanding;
}

/** Who works on questions. */
export interface Workers {
  /** Ids of co-executors. */
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
}

interface Row {
  readonly due_on: string | null;
  readonly question: string;
  readonly state: QuestionStanding['state'];
  readonly ended_on: string | null;
  readonly notice: string | null;
  readonly ended_by: CaseEnd | null;
  readonly ground: UnansweredGround | null;
}

/** The questions of each appeal, as routing published them. */
@Injectable()
export class AppealQuestions {
  /** A fact that came late or twice changes nothing but the term, where it is known. */
  async open(tx: Transaction, places: readonly (QuestionPlace & Partial<Pick<QuestionDue, 'dueOn'>>)[]): Promise<void> {
    if (places.length === 0) return;
    await tx.query(
      `insert into intake.question (district, appeal, question, version, state, department, due_on)
       select n.district, n.appeal, n.question, n.version, 'OPEN', n.department, n.due_on
       from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[])
         as n(district, appeal, question, version, department, due_on)
       on conflict (district, appeal, question) do update set due_on = excluded.due_on where excluded.due_on is not null`,
      [...columnsOf(places), places.map(({ dueOn }) => dueOn ?? null)],
    );
  }

  /** Keeps the newest: `version` is the question's. */
  async keep(tx: Transaction, { district, appeal, version, standing }: KeptStanding): Promise<void> {
    const { question, state, endedOn, notice, end, ground } = standing;
    await tx.query(
      `insert into intake.question (district, appeal, question, version, state, ended_on, notice, ended_by, ground)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (district, appeal, question) do update
       set version = excluded.version, state = excluded.state, ended_on = excluded.ended_on, notice = excluded.notice,
         ended_by = excluded.ended_by, ground = excluded.ground
       where question.version < excluded.version`,
      [
        ...[district, appeal, question, version, state],
        ...[endedOn ?? null, notice ?? null, end ?? null, ground ?? null],
      ],
    );
  }

  /** The department that has the question from that version on; undefined for none. Each question once. */
  async has(tx: Transaction, places: readonly QuestionPlace[]): Promise<void> {
    if (places.length === 0) return;
    await tx.query(
      `update intake.question q set version = n.version, department = n.department
       from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::text[]) as n(district, appeal, question, version, department)
       where q.district = n.district and q.appeal = n.appeal and q.question = n.question and q.version <= n.version`,
      columnsOf(places),
    );
  }

  /** Codes of those that have the appeal's questions, or the given one: while that has not ended, all are considered again in its place. */
  async departments(tx: Transaction, district: number, appeal: string, question?: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ readonly department: string }>(
      `select distinct department from intake.question q where district = $1 and appeal = $2 and department is not null
         and ($3::uuid is null or question = $3 or not exists (select from intake.question named
           where named.district = $1 and named.appeal = $2 and named.question = $3 and named.state = 'ENDED'))`,
      [district, appeal, question ?? null],
    );
    return rows.map(({ department }) => department);
  }

  /** Who works on the question with its executor from that version on. */
  async helped(
    tx: Transaction,
    { district, appeal, question, version }: Omit<QuestionPlace, 'department'>,
    { officials, departments }: Workers,
  ): Promise<void> {
    await tx.query(
      `update intake.question set version = $4, co_officials = $5, co_departments = $6
       where district = $1 and appeal = $2 and question = $3 and version <= $4`,
      [district, appeal, question, version, officials, departments],
    );
  }

  /** The departments that have the appeal's questions, and all co-executors. */
  async workers(tx: Transaction, district: number, appeal: string): Promise<Workers> {
    const { rows } = await tx.query<{
      readonly department: string | null;
      readonly co_officials: readonly string[];
      readonly co_departments: readonly string[];
    }>('select department, co_officials, co_departments from intake.question where district = $1 and appeal = $2', [
      district,
      appeal,
    ]);
    return {
      officials: rows.flatMap((row) => row.co_officials),
      departments: rows.flatMap((row) => [...(row.department === null ? [] : [row.department]), ...row.co_departments]),
    };
  }

  /** Each question once. */
  async due(tx: Transaction, dues: readonly QuestionDue[]): Promise<void> {
    if (dues.length === 0) return;
    await tx.query(
      `update intake.question q set due_on = n.due_on
       from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[]) as n(district, appeal, question, due_on)
       where q.district = n.district and q.appeal = n.appeal and q.question = n.question`,
      [
        dues.map(({ district }) => district),
        dues.map(({ appeal }) => appeal),
        dues.map(({ question }) => question),
        dues.map(({ dueOn }) => dueOn),
      ],
    );
  }

  async of(
    tx: Transaction,
    district: number,
    appeal: string,
  ): Promise<readonly (QuestionStanding & { readonly dueOn?: string | undefined })[]> {
    const { rows } = await tx.query<Row>(
      'select question, state, ended_on, due_on, notice, ended_by, ground from intake.question where district = $1 and appeal = $2',
      [district, appeal],
    );
    return rows.map(({ question, state, ended_on: endedOn, due_on: dueOn, notice, ended_by: end, ground }) => ({
      question,
      state,
      endedOn: endedOn ?? undefined,
      dueOn: dueOn ?? undefined,
      notice: notice ?? undefined,
      end: end ?? undefined,
      ground: ground ?? undefined,
    }));
  }
}

function columnsOf(places: readonly QuestionPlace[]): unknown[] {
  return [
    places.map(({ district }) => district),
    places.map(({ appeal }) => appeal),
    places.map(({ question }) => question),
    places.map(({ version }) => version),
    places.map(({ department }) => department ?? null),
  ];
}
