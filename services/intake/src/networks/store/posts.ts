import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';

/** A thread of comments by the network's own ids, and the text of the post above it: both sealed. */
export interface SealedPost {
  /** The thread. */
  readonly id: string;
  readonly account: string;
  /** JSON of its Ref. */
  readonly place: string;
  readonly text: string | null;
}

export interface DuePost extends SealedPost {
  readonly district: number;
}

/** A post that was changed since is read again when people go on commenting it. */
const READ_EVERY = '1 day';
const TRIES = 8;

/** What stands above the comments that were heard, a row for each thread. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** Comments stand there. `isAsked`: the post is read soon, unless it was in the last day. */
  async note(tx: Transaction, district: number, threads: readonly SealedPost[], isAsked: boolean): Promise<void> {
    if (threads.length === 0) return;
    await tx.query({
      name: 'intake.note-posts',
      text: `insert into intake.heard_post as p (district, id, account, place, due_at)
        select $1::int, id, account, place, case when $5 then now() end
        from unnest($2::uuid[], $3::uuid[], $4::text[]) as g (id, account, place) order by id
        on conflict (district, id) do update set due_at = now(), failures = 0
        where $5 and p.due_at is null and p.read_at < now() - interval '${READ_EVERY}'`,
      values: [district, ...columnsOf(threads), isAsked],
    });
  }

  /** The network told them. */
  async told(tx: Transaction, district: number, posts: readonly SealedPost[]): Promise<void> {
    if (posts.length === 0) return;
    await tx.query({
      name: 'intake.told-posts',
      text: `insert into intake.heard_post as p (district, id, account, place, text, read_at)
        select $1::int, id, account, place, text, now()
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as g (id, account, place, text) order by id
        on conflict (district, id) do update set text = excluded.text, read_at = excluded.read_at, due_at = null`,
      values: [district, ...columnsOf(posts), posts.map(({ text }) => text)],
    });
  }

  /** Posts to be asked for; for `leaseMs` no other worker gets them. */
  async claim(limit: number, leaseMs: number): Promise<readonly DuePost[]> {
    const { rows } = await this.worker.query<DuePost>({
      name: 'intake.claim-posts',
      text: `with due as (
          select district, id from intake.heard_post where due_at <= now()
          order by due_at limit $1 for update skip locked)
        update intake.heard_post p set due_at = now() + $2 * interval '1 millisecond'
        from due where p.district = due.district and p.id = due.id
        returning p.district, p.id, p.account, p.place, p.text`,
      values: [limit, leaseMs],
    });
    return rows;
  }

  /**
   * The network was asked: `text` is sealed; null where it did not tell, and is asked again some times. What was told before stays, also
   * when the post is gone.
   */
  async asked({ district, id }: DuePost, text: string | null): Promise<void> {
    await this.database.scope(district).query({
      name: 'intake.asked-post',
      text: `update intake.heard_post set text = coalesce($3, text),
          failures = case when $3::text is null then failures + 1 else 0 end,
          read_at = case when $3::text is null and failures + 1 < $4 then read_at else now() end,
          due_at = case when $3::text is null and failures + 1 < $4
            then now() + 15 * power(3, failures) * interval '1 second' end
        where district = $1 and id = $2`,
      values: [district, id, text, TRIES],
    });
  }

  async of(district: number, threads: readonly string[]): Promise<readonly SealedPost[]> {
    const { rows } = await this.database
      .scope(district)
      .query<SealedPost>(
        'select id, account, place, text from intake.heard_post where district = $1 and id = any($2) order by id',
        [district, threads],
      );
    return rows;
  }
}

function columnsOf(posts: readonly SealedPost[]) {
  return [posts.map(({ id }) => id), posts.map(({ account }) => account), posts.map(({ place }) => place)];
}
