import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type DistrictScope, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { together } from '../../together.js';
import { CAPTURED, CLAIM, MESSAGES, PENDING, READ_AGAIN, REFS, RELEASE, SETTLE } from './inbound-statements.js';
import type { Standing } from '../domain/inbound-place.js';
import type {
  CapturedRow,
  InboundRow,
  CapturedId,
  PendingMessage,
  Lane,
  Dialogue,
  SetAside,
  SentMessage,
} from './inbound-rows.js';

/** Statements for one queue or message each are run for as many at once. */
const MAX_TOGETHER = 500;

/** Received messages, until they are applied. */
@Injectable()
export class InboundMessages {
  private readonly pendingTogether = together((lanes: readonly Placed[]) => this.pendingOf(lanes), MAX_TOGETHER);
  private readonly settleTogether = together(
    (messages: readonly Placed[]) => this.write('intake.settle-message', SETTLE, messages),
    MAX_TOGETHER,
  );
  private readonly releaseTogether = together(
    (lanes: readonly Released[]) => this.write('intake.release-lane', RELEASE, lanes),
    MAX_TOGETHER,
  );

  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** What was captured before changes nothing; nothing is kept of what was erased. */
  async keep(tx: Transaction, district: number, rows: readonly CapturedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const text = (name: 'ref' | 'message' | 'lane' | 'account' | 'id' | 'sealed' | 'delivery' | 'at') =>
      rows.map((row) => row[name]);
    const values = [
      ...[district, text('ref'), text('message'), text('lane'), text('account'), text('id'), text('sealed')],
      ...[text('delivery'), text('at'), rows.map(({ said }) => said?.author ?? null)],
      ...[rows.map(({ said }) => said?.replyTo ?? null), rows.map(({ patience }) => patience)],
    ];
    await tx.query({ name: 'intake.heard-refs', text: REFS, values: values.slice(0, 3) });
    await tx.query({
      name: 'intake.heard-messages',
      text: MESSAGES,
      values: [...values.slice(0, 5), ...values.slice(9, 11)],
    });
    await tx.query({ name: 'intake.captured', text: CAPTURED, values });
  }

  /** Places in which posts were published, with the threads of the copies that are commented: each is the same post. */
  async published(tx: Transaction, district: number, posts: ReadonlyMap<string, string>): Promise<void> {
    if (posts.size === 0) return;
    const values = [district, [...posts.keys()], [...posts.values()]];
    await tx.query({ name: 'intake.heard-refs', text: REFS, values });
  }

  async dialogue(tx: Transaction, district: number, { id, account, sealed }: Dialogue): Promise<void> {
    await tx.query(
      `insert into intake.heard_dialogue (district, id, account, sealed) values ($1, $2, $3, $4) on conflict do nothing`,
      [district, id, account, sealed],
    );
  }

  async dialogues(district: number, account: string): Promise<readonly Dialogue[]> {
    const { rows } = await this.database
      .scope(district)
      .query<Dialogue>(
        'select id, account, sealed from intake.heard_dialogue where district = $1 and account = $2 order by id',
        [district, account],
      );
    return rows;
  }

  /** Bodies that were not erased. */
  async bodies(tx: Transaction, district: number, deliveries: readonly string[]) {
    const { rows } = await tx.query<{ id: string; raw: string }>({
      name: 'intake.delivery-bodies',
      text: `select id, raw from intake.delivery where district = $1 and id = any($2) and raw <> ''`,
      values: [district, deliveries],
    });
    return new Map(rows.map(({ id, raw }) => [id, raw]));
  }

  /** Queues with pending work, the districts in turn; for `leaseMs` no other worker gets them. */
  async claim(limit: number, leaseMs: number): Promise<readonly Lane[]> {
    const { rows } = await this.worker.query<Lane>({
      name: 'intake.claim-lanes',
      text: CLAIM,
      values: [limit, leaseMs],
    });
    return rows;
  }

  pending(lane: Pick<Lane, 'district' | 'id'>): Promise<readonly PendingMessage[]> {
    return this.pendingTogether(lane);
  }

  /** Dead letters: what cannot be read is kept and looked at no more, until an operator has it read again. */
  async setAside(district: number, unreadable: readonly CapturedId[]): Promise<void> {
    await this.database.scope(district).query(
      `update intake.captured set aside_at = now()
       where district = $1 and (ref, id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
      [district, unreadable.map(({ ref }) => ref), unreadable.map(({ id }) => id)],
    );
  }

  /** How much was set aside, by account. */
  async aside(): Promise<readonly SetAside[]> {
    const { rows } = await this.worker.query<Omit<SetAside, 'since'> & { readonly since: Date }>(
      `select c.district, m.account, count(*)::int as count, min(c.aside_at) as since
       from intake.captured c
         join intake.heard_ref r on r.district = c.district and r.id = c.ref
         join intake.heard_message m on m.district = r.district and m.id = r.message
       where c.aside_at is not null group by 1, 2 order by 4`,
    );
    return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
  }

  /** All that was set aside is read again. Answers how much that was. */
  async readAgain(): Promise<number> {
    const { rows } = await this.worker.query<{ readonly count: number }>(READ_AGAIN);
    return rows[0]!.count;
  }

  /** The message at `ref`; nothing if it was never received. */
  async at(district: number, ref: string): Promise<Standing | undefined> {
    const { rows } = await this.database.scope(district).query<Standing>({
      name: 'intake.heard-at',
      text: `select m.place, m.appeal, (
          select b.author from intake.heard_message b
          where b.district = m.district and b.appeal = m.appeal and b.place = 'CASE' limit 1) as "caseAuthor"
        from intake.heard_ref r join intake.heard_message m on m.district = r.district and m.id = r.message
        where r.district = $1 and r.id = $2`,
      values: [district, ref],
    });
    return rows[0];
  }

  /** The appeal that began last in the dialogue; of the author, if one is given. */
  async latestIn({ district, id }: Pick<Lane, 'district' | 'id'>, author?: string): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ appeal: string }>({
      name: 'intake.latest-case-in-lane',
      text: `select appeal from intake.heard_message
        where district = $1 and lane = $2 and place = 'CASE' and ($3::uuid is null or author = $3)
        order by at desc limit 1`,
      values: [district, id, author ?? null],
    });
    return rows[0]?.appeal;
  }

  /** Commits what was applied of the message; without `tx` in a transaction that others share. */
  async settle(district: number, row: InboundRow, tx?: Transaction): Promise<void> {
    const settled = settlement(district, row);
    if (tx) await tx.query({ name: 'intake.settle-message', text: SETTLE.alone, values: [JSON.stringify([settled])] });
    else await this.settleTogether(settled);
  }

  /** The queue is pending again if anything came meanwhile, or after `againMs`. */
  async release(
    { district, id }: Pick<Lane, 'district' | 'id'>,
    again?: { readonly afterMs: number; readonly failed: boolean },
  ): Promise<void> {
    await this.releaseTogether({ district, id, afterMs: again?.afterMs ?? null, failed: again?.failed ?? false });
  }

  /** What was captured of the message that began the appeal; nothing for one that came otherwise, or was erased. */
  async beginningOf(tx: Transaction, district: number, appeal: string) {
    const { rows } = await tx.query<{ ref: string; sealed: string }>(
      `select c.ref, c.sealed
       from intake.heard_message m join intake.heard_ref r on r.district = m.district and r.message = m.id
         join intake.captured c on c.district = m.district and c.ref = r.id
       where m.district = $1 and m.appeal = $2 and m.place = 'CASE' order by c.at, c.id limit 1`,
      [district, appeal],
    );
    return rows[0];
  }

  /** A message of ours that was sent: what replies to it belongs to its case. */
  async sent(tx: Transaction, district: number, { ref, lane, account, appeal }: SentMessage): Promise<void> {
    await tx.query(
      `with known as (
         insert into intake.heard_ref (district, id, message) values ($1, $2, $2) on conflict do nothing)
       insert into intake.heard_message as m (district, id, account, lane, place, appeal, at)
       values ($1, $2, $3, $4, 'OWN', $5, now())
       on conflict (district, id) do update set place = coalesce(m.place, 'OWN'), appeal = coalesce(m.appeal, excluded.appeal)`,
      [district, ref, account, lane, appeal],
    );
  }

  /** Raw bodies and captured texts of the appeal's messages go, and nothing is kept of them again. */
  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query(
      `with reachability as (
         delete from intake.reachability p using intake.heard_message m
         where m.district = $1 and m.appeal = $2 and p.district = $1 and p.account = m.account and p.author = m.author),
       erased as (
         update intake.heard_message set erased = true, author = null
         where district = $1 and appeal = $2 returning id, lane),
       dialogues as (
         delete from intake.heard_dialogue d using erased where d.district = $1 and d.id = erased.lane),
       gone as (
         delete from intake.captured c using intake.heard_ref r, erased
         where c.district = $1 and r.district = $1 and r.message = erased.id and c.ref = r.id returning c.delivery)
       update intake.delivery set raw = '' where district = $1 and id in (select delivery from gone)`,
      [district, appeal],
    );
  }

  /** Raw bodies that came before go. */
  async sweep(district: number, before: string): Promise<void> {
    await this.database
      .scope(district)
      .query(`update intake.delivery set raw = '' where district = $1 and at < $2 and raw <> ''`, [district, before]);
  }

  private async pendingOf(lanes: readonly Placed[]): Promise<readonly (readonly PendingMessage[])[]> {
    const values = [lanes.map(({ district }) => district), lanes.map(({ id }) => id)];
    const { rows } = await this.scopeOf(lanes).query<
      PendingMessage & { readonly district: number; readonly lane: string }
    >({ name: 'intake.pending-messages', text: PENDING, values });
    const found = Map.groupBy(rows, ({ district, lane }) => keyOf({ district, id: lane }));
    return lanes.map((lane) => found.get(keyOf(lane)) ?? []);
  }

  /** Those whose rows are held by others wait for them, each alone. */
  private async write(
    name: string,
    { together, alone }: typeof SETTLE,
    given: readonly Placed[],
  ): Promise<readonly undefined[]> {
    const run = (text: string, named: string, some: readonly Placed[]) =>
      this.scopeOf(some).query<Placed>({ name: named, text, values: [JSON.stringify(some)] });
    const { rows } = await run(together, `${name}s`, given);
    const written = new Set(rows.map(keyOf));
    await Promise.all(given.filter((one) => !written.has(keyOf(one))).map((one) => run(alone, name, [one])));
    return given.map(() => undefined);
  }

  private scopeOf(places: readonly Placed[]): DistrictScope {
    const districts = [...new Set(places.map(({ district }) => district))].sort((one, other) => one - other);
    return this.database.scope(...(districts as [number, ...number[]]));
  }
}

interface Placed {
  readonly district: number;
  readonly id: string;
}

interface Released extends Placed {
  readonly afterMs: number | null;
  readonly failed: boolean;
}

function keyOf({ district, id }: Placed): string {
  return `${district}/${id}`;
}

function settlement(district: number, { id, captured, place, appeal, told, removed, fates }: InboundRow) {
  return { district, id, captured, place, appeal, told, removed, fates };
}
