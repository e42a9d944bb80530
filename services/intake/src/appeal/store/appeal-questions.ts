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
  /** A fact that came late or twice changes nothing. */
  async open(tx: Transaction, places: readonly QuestionPlace[]): Promise<void> {
    if (places.length === 0) return;
    await tx.query(
      `insert into intake.question (district, appeal, question, version, state, department)
       select n.district, n.appeal, n.question, n.version, 'OPEN', n.department
       from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::text[]) as n(district, appeal, question, version, department)
       on conflict (district, appeal, question) do nothing`,
      columnsOf(places),
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

  /** The last day of the term of its answer. */
  async due(
    tx: Transaction,
    {
      district,
      appeal,
      question,
      dueOn,
    }: Pick<QuestionPlace, 'district' | 'appeal' | 'question'> & { readonly dueOn: string },
  ): Promise<void> {
    await tx.query('update intake.question set due_on = $4 where district = $1 and appeal = $2 and question = $3', [
      ...[district, appeal, question, dueOn],
    ]);
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
