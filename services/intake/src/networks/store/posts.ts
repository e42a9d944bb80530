import { Injectable } from '@nestjs/common';
import { WorkQueue, type Work } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';

/** A thread of comments by the network's own ids, and the text of the post above it: both sealed. */
export interface SealedPost {
  /** The thread. */
  readonly id: string;
  readonly account: string;
  /** JSON of its Ref. */
  readonly place: string;
  readonly text: string | null;
}

/** Work, a post each: its key is the thread. */
export const READ_POST = 'POST';

/** A post that was changed since is read again when people go on commenting it. */
const READ_EVERY = '1 day';

/** The posts above the received comments, a row for each thread. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  /** Comments stand there. `isAsked`: the post is read soon, unless it was in the last day. */
  async note(tx: Transaction, district: number, threads: readonly SealedPost[], isAsked: boolean): Promise<void> {
    if (threads.length === 0) return;
    const { rows } = await tx.query<{ id: string }>({
      name: 'intake.note-posts',
      text: `insert into intake.heard_post as p (district, id, account, place)
        select $1::int, id, account, place
        from unnest($2::uuid[], $3::uuid[], $4::text[]) as g (id, account, place) order by id
        on conflict (district, id) do update set failures = 0
        where $5 and p.read_at < now() - interval '${READ_EVERY}'
        returning id`,
      values: [district, ...columnsOf(threads), isAsked],
    });
    const posts = rows.map(({ id: key }): Work<object> => ({ district, kind: READ_POST, key, body: {} }));
    if (isAsked) await this.queue.add(tx, posts);
  }

  /** The network returned them. */
  async told(tx: Transaction, district: number, posts: readonly SealedPost[]): Promise<void> {
    if (posts.length === 0) return;
    const ids = posts.map(({ id }) => id);
    // As a claim locks them: the work before the post.
    await this.queue.cancel(tx, district, READ_POST, ids);
    await tx.query({
      name: 'intake.told-posts',
      text: `insert into intake.heard_post as p (district, id, account, place, text, read_at)
        select $1::int, id, account, place, text, now()
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as g (id, account, place, text) order by id
        on conflict (district, id) do update set text = excluded.text, read_at = excluded.read_at`,
      values: [district, ...columnsOf(posts), posts.map(({ text }) => text)],
    });
  }

  /**
   * The network was asked: `text` is sealed; null where it returned none. An earlier text is kept, also when the post
   * was removed.
   */
  async asked(district: number, id: string, text: string | null): Promise<void> {
    await this.database.scope(district).query({
      name: 'intake.asked-post',
      text: 'update intake.heard_post set text = coalesce($3, text), read_at = now() where district = $1 and id = $2',
      values: [district, id, text],
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
