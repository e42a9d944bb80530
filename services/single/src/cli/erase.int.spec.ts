import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../../deploy/postgres/embedded-postgres.mjs';
import { freePort } from '../../../../deploy/stack/ports.js';
import { launch, type Launched } from '../start.fixture.js';

/** On the embedded PostgreSQL, whose every file is ours to clean. */
const canary = 'Канарейкинослово';
let data: string;
let port: string;
let running: Launched;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'otklik-erase-'));
  port = String(await freePort());
  running = launch({ PORT: port, OTKLIK_DATA: data });
  await running.printed('Otklik is ready');
}, 240_000);
afterAll(async () => {
  await running.signal('SIGTERM').catch(() => undefined);
  rmSync(data, { recursive: true, force: true });
});

async function submit(): Promise<string> {
  const query = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) { ... on Receipt { id } } }`;
  const key = crypto.randomUUID();
  const contact = 'canary@example.org';
  const input = {
    district: 'aldan',
    key,
    text: `${canary} не горит`,
    name: canary,
    contact,
    place: { text: canary },
    consent: '2026-09-01',
  };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data: answer } = (await response.json()) as { data: { submitAppeal: { id: string } } };
  return answer.submitAppeal.id;
}

function operate(...args: string[]): string {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', OTKLIK_DATA: data };
  const tool = ['services/single/start/otklik.mjs', ...args];
  return execFileSync(process.execPath, tool, { env, encoding: 'utf8', stdio: 'pipe' });
}

/** Files of the data folder in which the words stand; one that vanishes meanwhile holds nothing. */
function traces(words: string): readonly string[] {
  const wanted = Buffer.from(words);
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => contentOf(file).includes(wanted));
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** What a rebuild leaves whose process was killed: a copy in clear, and a lease that is over. */
async function leaveHalfMadeCopy(): Promise<void> {
  const { url } = await startPostgres({ dataDir: join(data, 'postgres') });
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/otklik' }).href });
  await client.connect();
  try {
    await client.query('set role otklik_search_worker');
    const liveBase = `select base from search.read_model where name = 'register'`;
    const { rows } = await client.query<{ base: string }>(liveBase);
    const [live, copy] = [`search.${rows[0]!.base}`, 'register_v2b9'];
    await client.query(`create table search.${copy} (like ${live} including all);
      insert into search.${copy} select * from ${live};
      insert into search.read_model_build values ('${copy}', 'register', 2, 0, gen_random_uuid(), 'epoch')`);
  } finally {
    await client.end();
  }
}

it('refuses while a case is open; with a ground it leaves no trace in any file, nor in an unfinished copy', async () => {
  const appeal = await submit();
  await eventually(async () => (traces(canary).length > 0 ? true : undefined), 30_000);

  expect(() => operate('erase', '--person', 'canary@example.org')).toThrow(/APPEAL_STILL_OPEN/);
  await leaveHalfMadeCopy();
  const told = operate('erase', '--person', 'canary@example.org', '--ground', 'отзыв согласия');

  expect(told).toContain(`${appeal}: the key is destroyed.`);
  expect(traces(canary)).toEqual([]);
  expect(traces('canary@example.org')).toEqual([]);
  expect(operate('verify')).toContain('Everything is whole.');
}, 240_000);

it('erases again a person whom an older backup has restored', async () => {
  const dump = join(data, '..', `${basename(data)}.backup`);
  const appeal = await submit();
  expect(operate('verify')).toContain('Everything is whole.');
  await running.signal('SIGTERM');
  execFileSync('cp', ['-a', data, dump]);
  operate('erase', '--person', 'canary@example.org', '--ground', 'отзыв согласия');
  const ledger = operate('erasures', 'list');
  expect(
    ledger
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  ).toHaveLength(2);

  rmSync(data, { recursive: true });
  renameSync(dump, data);
  expect(traces(canary).length).toBeGreaterThan(0);
  writeFileSync(`${dump}.ledger`, `${ledger}nonsense`);
  expect(() => operate('erasures', 'replay', `${dump}.ledger`)).toThrow(/Line 3 of the ledger/);
  writeFileSync(`${dump}.ledger`, ledger);
  const told = operate('erasures', 'replay', `${dump}.ledger`);
  rmSync(`${dump}.ledger`);

  expect(told).toContain('1 key(s) had come back');
  expect(told).toContain(`${appeal}: erased again.`);
  expect(traces(canary)).toEqual([]);
  expect(operate('verify')).toContain('Everything is whole.');
}, 240_000);
