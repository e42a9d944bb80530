import type { PublicEvent } from '@otklik/contracts/envelope';
import type { After } from '@otklik/host';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@otklik/tenancy';
import type { ListedRow } from '../../application/register/listed-row.js';
import type { NoticePart } from '../../application/register/notice-part.js';
import type { RegisterFilter } from '../../application/register/register-filter.js';
import { registerRow, type ClearTexts, type RegisterRow } from '../../application/register/register-row.js';
import type { AppealFold } from '../../application/register/appeal-fold.js';
import { preparedStatements } from './prepared-statements.js';
import { conditions } from './register-conditions.js';

export type RegisterOrder = 'DEADLINE' | 'NEWEST' | 'OLDEST';

/** A place in a list: the value that it is ordered by, and the id. */
export type Place = readonly [string, string];

export interface NoticeHeld {
  readonly id: string;
  readonly appeal: string;
  readonly notice: NoticePart;
}

interface Stored {
  readonly district: number;
  readonly id: string;
  readonly change: string;
  readonly clear: ClearTexts;
  readonly fold: AppealFold;
}

const NEVER = '9999-12-31';
const WAIT_MS = 2_000;
const POLL_INTERVAL_MS = 10;

const orders = {
  DEADLINE: { by: `coalesce(due_on, '${NEVER}')`, way: 'asc', beyond: '>' },
  NEWEST: { by: 'received_at', way: 'desc', beyond: '<' },
  OLDEST: { by: 'received_at', way: 'asc', beyond: '>' },
} as const;

export function placeOf(row: ListedRow, order: RegisterOrder): Place {
  return [order === 'DEADLINE' ? (row.dueOn ?? NEVER) : row.receivedAt, row.id];
}

/** Reads of the register; each in the scope of the districts that it names. */
export class RegisterReader {
  /** Filters, orders and page sizes that somebody really uses are far fewer. */
  private readonly listing = preparedStatements('register list', 200);

  constructor(private readonly database: Database) {}

  /** At most `limit` rows beyond `from`, in the order. */
  async list(
    district: number,
    filter: RegisterFilter,
    order: RegisterOrder,
    limit: number,
    from?: Place,
  ): Promise<readonly ListedRow[]> {
    const { by, way, beyond } = orders[order];
    const { where, values } = conditions([district], filter);
    const further = from
      ? `and (${by}, id) ${beyond} ($${values.length + 1}::text collate "C", $${values.length + 2}::uuid)`
      : '';
    const statement = this.listing(`select listed from search.register where ${where} ${further}
      order by ${by} ${way}, id ${way} limit ${limit}`);
    const { rows } = await this.database
      .scope(district)
      .query<{ listed: ListedRow }>(statement, [...values, ...(from ?? [])]);
    return rows.map(({ listed }) => listed);
  }

  async count(district: number, filter: RegisterFilter): Promise<number> {
    const { where, values } = conditions([district], filter);
    const { rows } = await this.database
      .scope(district)
      .query<{ count: string }>(`select count(*) from search.register where ${where}`, values);
    return Number(rows[0]!.count);
  }

  async row(district: number, id: string): Promise<RegisterRow | undefined> {
    return (await this.rows([district], [id]))[0];
  }

  async rows(districts: readonly [number, ...number[]], ids: readonly string[]): Promise<readonly RegisterRow[]> {
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

  /** Every public fact of the appeal, in the order of time. */
  async history(district: number, appeal: string): Promise<readonly PublicEvent[]> {
    const { rows } = await this.database.scope(district).query<{ body: PublicEvent }>(
      {
        name: 'register history',
        text: `select body from search.history where district = $1 and appeal = $2 order by at, change`,
      },
      [district, appeal],
    );
    return rows.map(({ body }) => body);
  }

  /** Calls to be made, the oldest first. */
  async oralNotices(district: number, limit: number, from?: Place): Promise<readonly NoticeHeld[]> {
    const { rows } = await this.database.scope(district).query<NoticeHeld>(
      {
        name: 'register oral notices',
        text: `select id, appeal, notice from search.register_notice
          where district = $1 and way = 'ORAL' and state = 'PENDING'
            and (opened_at, id) > ($2::text collate "C", $3::uuid)
          order by opened_at, id limit $4`,
      },
      [district, ...(from ?? ['', '00000000-0000-0000-0000-000000000000']), limit],
    );
    return rows;
  }

  async recordOpening(district: number, appeal: string, official: string, role: string, at: string): Promise<void> {
    await this.database.scope(district).query(
      `insert into search.applicant_opening (district, appeal, official, at, role) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
      [district, appeal, official, at, role],
    );
  }

  /** The row to which a stream belongs, with its change number; undefined when there is none yet. */
  async changeOf(
    districts: readonly [number, ...number[]],
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

  /** Number of the newest change of the district's rows. Of the rows themselves: changes are kept for days only. */
  async newestChange(district: number): Promise<number> {
    const { rows } = await this.database.scope(district).query<{ change: string }>(
      {
        name: 'register newest',
        text: 'select change from search.register where district = $1 order by change desc limit 1',
      },
      [district],
    );
    return Number(rows[0]?.change ?? 0);
  }

  /**
   * Waits until one of the districts' rows holds the version that `after` names, at most two seconds. False: it does not
   * yet, and the answer is stale.
   */
  async holds(districts: readonly [number, ...number[]], after: After | undefined): Promise<boolean> {
    if (!after) return true;
    const end = performance.now() + WAIT_MS;
    for (;;) {
      const { rows } = await this.database.scope(...districts).query<{ version: number }>(
        {
          name: 'register stream',
          text: `select version from search.register_stream where district = any($1) and stream = $2`,
        },
        [districts, after.stream],
      );
      if ((rows[0]?.version ?? 0) >= after.version) return true;
      if (performance.now() >= end) return false;
      await pause(POLL_INTERVAL_MS);
    }
  }
}

function asRow({ district, id, change, clear, fold }: Stored): RegisterRow[] {
  const row = registerRow({ district, id, change: Number(change) }, fold, clear);
  return row ? [row] : [];
}
