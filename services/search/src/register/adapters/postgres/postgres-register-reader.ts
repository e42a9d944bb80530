import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '@otklik/tenancy';
import type { AnswerTimesBy } from '@otklik/contracts/generated/graphql';
import type { AnswerTimesGroup } from '../../application/figures/answer-times.js';
import type { QuestionsOfPlace } from '../../application/figures/question-places.js';
import type { BoardCounts, BoardPeriod } from '../../application/figures/board.js';
import type { ListedQuestionRow, ListedRow } from '../../application/list/listed-row.js';
import { isOfSingleValues, type RegisterFilter } from '../../application/list/register-filter.js';
import type { ListedAt, ListPosition, ListRequest, Total } from '../../application/list/register-list.js';
import type {
  CountedList,
  Districts,
  NoticeHeld,
  RegisterReader,
  RowWithHistory,
  StreamVersion,
  EarlierRows,
  WaitingNotices,
} from '../../application/list/register-reader.js';
import { registerRow, type ClearTexts, type RegisterRow } from '../../application/list/register-row.js';
import type { Case } from '@otklik/case/case';
import type { PageRequest } from '@otklik/kernel';
import { KEYS, OF_KEY } from '../../store/applicants.js';
import { questionPlacesStatement } from './question-places.js';
import { answerTimesStatement, type StoredAnswerTimes } from './answer-times.js';
import { boardStatement } from './board.js';
import { noticesPage } from './notice-list.js';
import { MAX_EXACT_TOTAL, type Statement } from './register-conditions.js';
import { appealsPage, countsStatement, countStatement, questionsPage } from './register-list.js';

interface Stored {
  readonly district: number;
  readonly id: string;
  readonly change: string;
  readonly clear: ClearTexts;
  readonly fold: Case;
}

const WAIT_TIMEOUT_MS = 2_000;
const POLL_INTERVAL_MS = 10;
/** Statements of lists that a connection keeps prepared. */
const MAX_PREPARED = 100;

@Injectable()
export class PostgresRegisterReader implements RegisterReader {
  private readonly prepared = new Map<string, string>();

  constructor(private readonly database: Database) {}

  async appeals(request: ListRequest): Promise<readonly ListedAt<ListedRow>[]> {
    return this.page<ListedRow>(request, appealsPage(request));
  }

  async questions(request: ListRequest): Promise<readonly ListedAt<ListedQuestionRow>[]> {
    return this.page<ListedQuestionRow>(request, questionsPage(request));
  }

  private async page<Row>(request: ListRequest, statement: Statement): Promise<readonly ListedAt<Row>[]> {
    const { rows } = await this.database
      .scope(request.district)
      .query<{ listed: Row; key: string; id: string }>(this.named(statement, request.filter), [...statement.values]);
    const page = rows.map(({ listed, key, id }) => ({ row: listed, position: [key, id] as const }));
    return request.backward ? page.reverse() : page;
  }

  async count(of: 'APPEALS' | 'QUESTIONS', district: number, filter: RegisterFilter): Promise<Total> {
    const statement = countStatement(of, district, filter);
    const { rows } = await this.database
      .scope(district)
      .query<Counted>(this.named(statement, filter), [...statement.values]);
    return totalOf(rows[0]!);
  }

  async counts(district: number, lists: readonly CountedList[]): Promise<readonly Total[]> {
    if (lists.length === 0) return [];
    const statement = countsStatement(district, lists);
    const { rows } = await this.database
      .scope(district)
      .query<Counted & { readonly list: number }>(statement.text, [...statement.values]);
    return lists.map((_, at) => totalOf(rows.find(({ list }) => list === at)!));
  }

  async answerTimes(
    districts: Districts,
    by: AnswerTimesBy,
    filter: RegisterFilter,
  ): Promise<readonly AnswerTimesGroup[]> {
    const { text, values } = answerTimesStatement(districts, by, filter);
    const { rows } = await this.database.scope(...districts).query<StoredAnswerTimes>(text, [...values]);
    return rows.map(({ days, firstDays, ownDays, ...group }) => ({
      ...group,
      ...(days && { days: quartiles(days) }),
      ...(firstDays && { firstDays: quartiles(firstDays) }),
      ...(ownDays && { ownDays: quartiles(ownDays) }),
    }));
  }

  async places(district: number, filter: RegisterFilter): Promise<readonly QuestionsOfPlace[]> {
    const { text, values } = questionPlacesStatement(district, filter);
    return (await this.database.scope(district).query<QuestionsOfPlace>(text, [...values])).rows;
  }

  async board(district: number, period: BoardPeriod): Promise<readonly BoardCounts[]> {
    const { text, values } = boardStatement(district, period);
    return (await this.database.scope(district).query<BoardCounts>(text, [...values])).rows;
  }

  /**
   * Prepared under a name of its own, as far as one index serves the list whatever the values are, and such statements are
   * few: a server's connection keeps each of them.
   */
  private named({ text }: Statement, filter: RegisterFilter): { readonly text: string; readonly name?: string } {
    const known = this.prepared.get(text);
    if (known !== undefined) return { name: known, text };
    if (!isOfSingleValues(filter) || this.prepared.size >= MAX_PREPARED) return { text };
    const name = `register list ${this.prepared.size + 1}`;
    this.prepared.set(text, name);
    return { name, text };
  }

  async row(district: number, id: string): Promise<RegisterRow | undefined> {
    return (await this.rows([district], [id]))[0];
  }

  async rows(districts: Districts, ids: readonly string[]): Promise<readonly RegisterRow[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.database.scope(...districts).query<Stored>(
      {
        name: 'register rows',
        text: `select district, id, change, clear, fold from search.register
          where district = any($1) and id = any($2::uuid[])`,
      },
      [districts, ids],
    );
    return rows.flatMap(asRow);
  }

  async earlier(
    { district, id }: Pick<RegisterRow, 'district' | 'id'>,
    { limit, until }: { readonly limit: number; readonly until?: string },
  ): Promise<EarlierRows> {
    const { rows } = await this.database.scope(district).query<{ listed: ListedRow; total: string }>(
      {
        name: 'register earlier',
        text: `with recursive ${KEYS}, person as (select distinct r.id from keys k join search.register r on ${OF_KEY})
          select r.listed, count(*) over () as total from person join search.register r on r.district = $1 and r.id = person.id
          where r.id <> all($2::uuid[]) and ($4::text is null or r.received_at <= $4)
          order by r.received_at desc, r.id limit $3`,
      },
      [district, [id], limit, until ?? null],
    );
    return { rows: rows.map(({ listed }) => listed), total: Number(rows[0]?.total ?? 0) };
  }

  /** One statement: it sees one moment, where two would see two. */
  async rowWithHistory(district: number, id: string): Promise<RowWithHistory | undefined> {
    const { rows } = await this.database.scope(district).query<Stored & Pick<RowWithHistory, 'history'>>(
      {
        name: 'register row with history',
        text: `select district, id, change, clear, fold, coalesce(
            (select json_agg(h.body order by h.at, h.change) from search.history h
              where h.district = $1 and h.appeal = $2::uuid), '[]') as history
          from search.register where district = $1 and id = $2::uuid`,
      },
      [district, id],
    );
    const [row] = rows.flatMap(asRow);
    return row && { row, history: rows[0]!.history };
  }

  async notices(
    district: number,
    list: WaitingNotices,
    page: PageRequest<ListPosition>,
  ): Promise<readonly NoticeHeld[]> {
    const { text, values } = noticesPage(district, list, page);
    const { rows } = await this.database.scope(district).query<NoticeHeld>(text, [...values]);
    return page.backward ? rows.reverse() : rows;
  }

  async changeOf(
    districts: Districts,
    stream: string,
  ): Promise<{ readonly district: number; readonly id: string; readonly version: number } | undefined> {
    const { rows } = await this.database.scope(...districts).query<{ district: number; id: string; change: string }>(
      `select r.district, r.id, r.change from search.register_stream s
       join search.register r on r.district = s.district and r.id = s.appeal
       where s.district = any($1) and s.stream = $2`,
      [districts, stream],
    );
    return rows[0] && { district: rows[0].district, id: rows[0].id, version: Number(rows[0].change) };
  }

  async newestChange(district: number): Promise<number> {
    const { rows } = await this.database.scope(district).query<{ change: string }>(
      {
        name: 'register newest',
        text: 'select change from search.register_head where district = $1',
      },
      [district],
    );
    return Number(rows[0]?.change ?? 0);
  }

  async holds(districts: Districts, token: StreamVersion | undefined): Promise<boolean> {
    if (!token) return true;
    const end = performance.now() + WAIT_TIMEOUT_MS;
    for (;;) {
      const { rows } = await this.database.scope(...districts).query<{ version: number }>(
        {
          name: 'register stream',
          text: `select version from search.register_stream where district = any($1) and stream = $2`,
        },
        [districts, token.stream],
      );
      if ((rows[0]?.version ?? 0) >= token.version) return true;
      if (performance.now() >= end) return false;
      await pause(POLL_INTERVAL_MS);
    }
  }
}

interface Counted {
  readonly rows: number;
  readonly found: number;
}

function totalOf({ rows, found }: Counted): Total {
  return rows > MAX_EXACT_TOTAL
    ? { count: Math.min(found, MAX_EXACT_TOTAL), isExact: false }
    : { count: found, isExact: true };
}

function asRow({ district, id, change, clear, fold }: Stored): RegisterRow[] {
  const row = registerRow({ district, id, change: Number(change) }, fold, clear);
  return row ? [row] : [];
}

function quartiles([lower, median, upper]: readonly number[]): NonNullable<AnswerTimesGroup['days']> {
  return { lower: lower!, median: median!, upper: upper! };
}
