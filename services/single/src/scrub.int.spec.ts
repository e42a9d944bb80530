import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';
import { migrate } from './migrate.js';
import { SCRUBBED_TABLES, scrub } from './scrub.js';

const canary = 'Канарейкинослово';
let data: string;
let server: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'otklik-scrub-'));
  server = await startPostgres({ dataDir: join(data, 'postgres') });
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

function segmentsWithCanary(): readonly string[] {
  const folder = join(data, 'postgres', 'pg_wal');
  const files = readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name));
  return files.filter((name) => readFileSync(join(folder, name)).includes(canary));
}

it('leaves nothing in the log, although the server reads its settings late', async () => {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query('create schema probe; create table probe.said (word text)');
  await client.query('insert into probe.said values ($1)', [canary]);
  await client.query('delete from probe.said');
  await client.end();
  expect(segmentsWithCanary()).not.toEqual([]);

  const progress = (done: number, total: number, what: string): void => {
    if (what !== 'tables rewritten' || done < total) return;
    // It is the postmaster that tells the others to read them.
    process.kill(server.pid, 'SIGSTOP');
    setTimeout(() => process.kill(server.pid, 'SIGCONT'), 1_500);
  };
  await scrub({ ownerUrl: server.url, tables: ['^probe[.]'], embedded: true, progress });

  expect(segmentsWithCanary()).toEqual([]);
}, 60_000);

/** In the database `postgres`, as the role that owns everything or as another. */
async function connected<Result>(work: (client: pg.Client) => Promise<Result>, url = server.url): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const rest = { tables: ['^kept[.]'], embedded: false, progress: () => undefined };

it('fails where the server skips a table, because the role may not rewrite it', async () => {
  await connected((client) =>
    client.query(`create schema kept; create table kept.said (word text); create role stranger login password 'word';
      grant usage on schema kept to stranger`),
  );
  const url = new URL(server.url);
  url.username = 'stranger';
  url.password = 'word';
  const refused = scrub({ ...rest, ownerUrl: url.href });
  await expect(refused).rejects.toThrow(PlainError);
  await expect(refused).rejects.toThrow(/kept\.said.*may not rewrite/);
}, 60_000);

it('waits for a table that is read, and misses none that was dropped meanwhile', async () => {
  await connected(async (client) => {
    await client.query('create table kept.dropped (word text); create table kept.read (word text)');
    const file = async () =>
      (await client.query<{ at: string }>(`select pg_relation_filepath('kept.read') as at`)).rows[0];
    const before = await file();
    await client.query('begin; drop table kept.dropped; lock table kept.read in access share mode');
    const scrubbed = scrub({ ...rest, ownerUrl: server.url });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await client.query('commit');
    await scrubbed;
    expect(await file()).not.toEqual(before);
  });
}, 60_000);

/** Of ids, numbers, counts and facets, or sealed. */
const LEFT_OUT = [
  /[.](event|stream|command|inbox|checkpoint|blocked_key|blocked_event|discarded_event|chain_block|chain_removal|migrations?|upgrade|work)$/,
  /^intake[.](answer_file|case_row|count_pace|counted_for|duplicate|file_chunk|file_object|file_opened|follow_up_link|found_message|heard_lane|heard_message|heard_move|heard_post|heard_ref|known_issue|known_issue_message|listening|mail|mailbox|number_reserved|number_series|old_journal_entry|old_journal_load|open311_post|open311_request|open311_update|open_attempt|promise|publication_photo|question|reachability|reception|reception_opened|retention|watched_place)$/,
  /^(intake|routing)[.]term_timer$/,
  /^routing[.]provisional_term$/,
  /^routing[.](case_row|decided_code|decided_route|followed_proposal|handover_origin|learned_code|learned_route|live_publication|written_draft)$/,
  /^responses[.](answered|assignment|case_row|personal_draft)$/,
  /^notifications[.](alarm|answer_template|body_request|body_server|case_row|counted_appeal|digest|duplicate|kept_paper|letter_opened|letter_signature|link_letter|mail_source|outgoing_number|outgoing_series|question|verdict)$/,
  /^notifications[.](network_part|network_source|published_answer|subscription|watched_question|webhook|webhook_act|webhook_delivery|webhook_fact)$/,
  /^administration[.](account|anchor_letter|followed_view|invitation|provider_item|record|saved_view)$/,
  /^evidence[.]access_record$/,
  /^search[.](answer_enough|answer_mark|card_viewer|contact_opening|history|printed_cases|printed_letters|read_model|read_model_build|register_change|report_filed|report_made|report_result|review_decided|review_prepared|wave_mark)$/,
  /^search[.](index_checkpoint|index_state|server_index|writer_lease|index_statistics)$/,
];

it('classifies every table by whether it may contain personal data', async () => {
  await migrate(server.url, { roleSecret: 'roles-of-specs-1', districts: 'deploy/districts' });
  const tables = await connected((client) =>
    client.query<{ name: string; held: boolean }>(
      `select name, name ~ any($1) as held from pg_tables, concat(schemaname, '.', tablename) as name
       where schemaname = any($2)`,
      [
        SCRUBBED_TABLES,
        ['vault', 'intake', 'routing', 'responses', 'notifications', 'search', 'administration', 'evidence'],
      ],
    ),
  );
  const judged = tables.rows.filter(({ name, held }) => held || LEFT_OUT.some((one) => one.test(name)));
  expect(judged).toEqual(tables.rows);
}, 60_000);
