import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkQueue, type ClaimedWork, type WorkName } from '@otklik/host';
import { installService, openDatabase, openPool, type Database } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { FollowUpLinks } from './appeal/store/follow-up-links.js';
import { intakeService } from './intake.module.js';
import { Mails } from './mail/store/mails.js';
import { Posts } from './networks/store/posts.js';

let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let queue: WorkQueue;
beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'intake', intakeService.migrations, testRoleSecret);
  database = openDatabase(urls.app, 'intake');
  worker = openPool({ connectionString: urls.worker, max: 4 });
  queue = new WorkQueue({ name: 'intake' }, worker);
});
afterAll(async () => {
  await Promise.all([database.close(), worker.end()]);
  await server.drop();
});
beforeEach(async () => {
  await query(`update intake.mail set state = 'NOTHING'`);
  for (const table of ['follow_up_link', 'heard_post', 'work']) await query(`delete from intake.${table}`);
});

const query = (statement: string, values: readonly unknown[] = []) =>
  database.scope(1).query<{ readonly id: string }>(statement, [...values]);
const claim = (kind: WorkName) => queue.claim<object>(kind, { limit: 10, leaseMs: 60_000 });
const keysOf = (works: readonly ClaimedWork<object>[]) => works.map(({ key }) => key);
const finish = (work: ClaimedWork<object>) => database.scope(1).transaction((tx) => queue.finish(tx, work));
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const ids = ({ rows }: { readonly rows: readonly { readonly id: string }[] }) => rows.map(({ id }) => id);

/** Statements of the release before (v0.1.0). */
const before = {
  mail: {
    add: (id: string) =>
      query(
        `insert into intake.mail (district, id, account, original, addressed, received_at, due_at, whole_bytes)
         values ($1, $2, $3, $4, $5, $6, $6, $7) on conflict do nothing`,
        [1, id, randomUUID(), '{}', null, at(-1_000), null],
      ),
    due: async () =>
      ids(
        await worker.query<{ readonly id: string }>(
          `select district, id from intake.mail where state = 'PENDING' and due_at <= $1 order by due_at limit $2`,
          [at(1_000), 10],
        ),
      ),
    claim: async (id: string) =>
      (
        await query(
          `update intake.mail set due_at = $4, attempts = attempts + 1
           where district = $1 and id = $2 and state = 'PENDING' and due_at <= $3 returning id, attempts`,
          [1, id, at(1_000), at(180_000)],
        )
      ).rows[0],
    postpone: (id: string, until: string) =>
      query('update intake.mail set due_at = $3 where district = $1 and id = $2', [1, id, until]),
    finish: (id: string) =>
      query(
        `update intake.mail set state = $3, appeal = $4, sender = $5, message_id = $6 where district = $1 and id = $2`,
        [1, id, 'NOTHING', null, null, null],
      ),
  },
  link: {
    remember: (id: string) =>
      query(
        `insert into intake.follow_up_link as known
           (district, id, fingerprint, appeal, person, requested_at, expires_at, sent)
         values ($1, $2, $3, $4, $5, $6, $7, $4::uuid is null)
         on conflict (district, id) do update set fingerprint = known.fingerprint
         returning fingerprint`,
        [1, id, 'f', randomUUID(), randomUUID(), at(-1_000), at(3_600_000)],
      ),
    due: async () =>
      ids(
        await worker.query<{ readonly id: string }>(
          `select district, id, appeal, person, expires_at as expires from intake.follow_up_link
           where not sent order by requested_at limit $1`,
          [10],
        ),
      ),
    sent: async (id: string) =>
      (
        await query('update intake.follow_up_link set sent = true where district = $1 and id = $2 and not sent', [
          ...[1, id],
        ])
      ).rowCount === 1,
  },
  post: {
    note: (id: string) =>
      query(
        `insert into intake.heard_post as p (district, id, account, place, due_at)
         select $1::int, id, account, place, case when $5 then now() end
         from unnest($2::uuid[], $3::uuid[], $4::text[]) as g (id, account, place) order by id
         on conflict (district, id) do update set due_at = now(), failures = 0
         where $5 and p.due_at is null and p.read_at < now() - interval '1 day'`,
        [1, [id], [randomUUID()], ['{}'], true],
      ),
    claim: async () =>
      ids(
        await worker.query<{ readonly id: string }>(
          `with due as (
             select district, id from intake.heard_post where due_at <= now()
             order by due_at limit $1 for update skip locked)
           update intake.heard_post p set due_at = now() + $2 * interval '1 millisecond'
           from due where p.district = due.district and p.id = due.id
           returning p.district, p.id, p.account, p.place, p.text`,
          [10, 60_000],
        ),
      ),
    asked: (id: string, text: string | null) =>
      query(
        `update intake.heard_post set text = coalesce($3, text),
           failures = case when $3::text is null then failures + 1 else 0 end,
           read_at = case when $3::text is null and failures + 1 < $4 then read_at else now() end,
           due_at = case when $3::text is null and failures + 1 < $4
             then now() + 15 * power(3, failures) * interval '1 second' end
         where district = $1 and id = $2`,
        [1, id, text, 8],
      ),
  },
};

describe('letters to be read', () => {
  const added = async () => {
    const id = randomUUID();
    const [account, receivedAt] = [randomUUID(), at(-1_000)];
    const kept = { district: 1, id, account, original: {} as never, addressed: null, wholeBytes: null, receivedAt };
    await database.scope(1).transaction((tx) => new Mails(database, queue).add(tx, kept));
    return id;
  };

  it('of this release are read by the release before after a rollback, and what it leaves by this one', async () => {
    const [read, left] = [await added(), await added()];
    expect((await before.mail.due()).sort()).toEqual([read, left].sort());
    expect(await before.mail.claim(read)).toMatchObject({ attempts: 1 });
    await before.mail.finish(read);
    await before.mail.claim(left);
    expect(await claim('INCOMING_LETTER')).toEqual([]);
    await before.mail.postpone(left, at(-1));
    expect(await claim('INCOMING_LETTER')).toMatchObject([{ key: left, attempts: 2 }]);
  });

  it('of the release before are read by one process, by whichever release it runs', async () => {
    const [read, kept] = [randomUUID(), randomUUID()];
    await before.mail.add(read);
    await before.mail.add(kept);
    const mine = await claim('INCOMING_LETTER');
    expect(keysOf(mine).sort()).toEqual([read, kept].sort());
    expect([await before.mail.due(), await before.mail.claim(read)]).toEqual([[], undefined]);
    await finish(mine.find(({ key }) => key === read)!);
    await before.mail.finish(read);
    const put = mine.find(({ key }) => key === kept)!;
    // Its lease ends.
    await worker.query('update intake.work set due_at = clock_timestamp()');
    expect(await before.mail.due()).toEqual([kept]);
    await before.mail.claim(kept);
    expect([await claim('INCOMING_LETTER'), await queue.again(put, 0)]).toEqual([[], false]);
  });
});

describe('a claim', () => {
  it.each([
    ['INCOMING_LETTER', 'mail', before.mail.add, `due_at = due_at`],
    ['FOLLOW_UP_LINK', 'follow_up_link', before.link.remember, 'sent = true'],
    ['POST', 'heard_post', before.post.note, 'due_at = due_at'],
  ] as const)('of %s waits for no row that another transaction changes', async (kind, table, add, change) => {
    const [held, free] = [randomUUID(), randomUUID()];
    await add(held);
    await add(free);
    const claimed = await database.scope(1).transaction(async (tx) => {
      await tx.query(`select from intake.${table} where id = $1 for update`, [held]);
      const claiming = claim(kind);
      // It has come to the row.
      await Promise.race([claiming, new Promise((resolve) => setTimeout(resolve, 200))]);
      await tx.query(`update intake.${table} set ${change} where id = $1`, [held]);
      return claiming;
    });
    expect(keysOf(claimed)).toEqual([free]);
  });
});

describe('links in place of a lost code', () => {
  const remembered = async (owner: boolean) => {
    const id = randomUUID();
    const whose = owner ? { district: 1, appeal: randomUUID(), person: randomUUID() } : undefined;
    const [requestedAt, expiresAt] = [at(-1_000), at(3_600_000)];
    const request = { district: 1, id, fingerprint: 'f', owner: whose as never, requestedAt, expiresAt };
    await new FollowUpLinks(database, queue).remember(request);
    return id;
  };

  it('of this release are sent by the release before after a rollback, of requests that named an appeal', async () => {
    const [link] = [await remembered(true), await remembered(false)];
    expect(await before.link.due()).toEqual([link]);
    expect(await before.link.sent(link!)).toBe(true);
    expect(keysOf(await claim('FOLLOW_UP_LINK'))).not.toContain(link);
  });

  it('of the release before are sent by one process, by whichever release it runs', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await before.link.remember(first);
    await before.link.remember(second);
    const mine = await claim('FOLLOW_UP_LINK');
    expect(keysOf(mine).sort()).toEqual([first, second].sort());
    await finish(mine.find(({ key }) => key === first)!);
    expect([await before.link.due(), await before.link.sent(first)]).toEqual([[second], false]);
    expect(await before.link.sent(second)).toBe(true);
    await expect(finish(mine.find(({ key }) => key === second)!)).rejects.toThrow(/lease/);
  });
});

describe('posts above comments', () => {
  const noted = async () => {
    const id = randomUUID();
    const post = { id, account: randomUUID(), place: '{}', text: null };
    await database.scope(1).transaction((tx) => new Posts(database, queue).note(tx, 1, [post], true));
    return id;
  };

  it('of this release are asked for by the release before after a rollback, and what it puts off by this one', async () => {
    const [told, untold] = [await noted(), await noted()];
    expect((await before.post.claim()).sort()).toEqual([told, untold].sort());
    expect(await claim('POST')).toEqual([]);
    await before.post.asked(told, 'text');
    await before.post.asked(untold, null);
    await worker.query('update intake.work set due_at = now()');
    expect(await claim('POST')).toMatchObject([{ key: untold, attempts: 2 }]);
  });

  it('of the release before are asked for by one process, by whichever release it runs, and as often as before', async () => {
    const id = randomUUID();
    await before.post.note(id);
    const [mine] = await claim('POST');
    expect([mine!.key, await before.post.claim()]).toEqual([id, []]);
    await queue.again(mine!, 0);
    expect(await before.post.claim()).toEqual([id]);
    const { rows } = await worker.query('select failures from intake.heard_post where id = $1', [id]);
    expect(rows).toEqual([{ failures: 1 }]);
    await before.post.asked(id, null);
    await worker.query('update intake.work set due_at = now()');
    const [last] = await claim('POST');
    expect(last).toMatchObject({ key: id, attempts: 3 });
    await queue.remove(last!);
    expect((await query('select id from intake.heard_post where due_at is null')).rows).toEqual([{ id }]);
  });
});
