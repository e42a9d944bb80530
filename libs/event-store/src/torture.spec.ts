import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installService, rowSecurity, type ServiceUrls } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningServer, startPostgres, type RunningPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { logMigrations } from './log-migrations.js';
import { postgresEventStore } from './postgres-event-store.js';
import { follow, followNaively, kill, poolFor, write, type Reader, type Tally } from './torture.fixture.js';

const WRITERS = 24;
const SECONDS = 9;

/** A server of its own, since it is going to crash. */
const folder = mkdtempSync(join(tmpdir(), 'otklik-torture-'));
const dataDir = join(folder, 'postgres');
let server: RunningPostgres;
let urls: ServiceUrls;

beforeAll(async () => {
  server = await startPostgres({ dataDir });
  const other = `create table notes.other (district int not null, id bigint generated always as identity,
    primary key (district, id));
    grant insert on notes.other to otklik_notes;
    ${rowSecurity('notes', 'other')}`;
  urls = await installService(
    server.url,
    'notes',
    [...logMigrations('notes'), { name: '0002_other', sql: other }],
    's',
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As a power cut would: no goodbye, recovery at the next start, on the same port. */
async function crash(): Promise<void> {
  process.kill(server.pid, 'SIGQUIT');
  while (runningServer(dataDir)) await sleep(10);
  server = await startPostgres({ dataDir, settings: { port: server.port } });
}

interface Stored {
  readonly position: number;
  readonly key: string;
  readonly version: number;
  readonly command: string;
}

async function stored(): Promise<Stored[]> {
  const pool = poolFor(server.url, 1);
  const text = 'select position, district, stream, version, command from notes.event order by position';
  const { rows } = await pool.query<{
    position: string;
    district: number;
    stream: string;
    version: number;
    command: string;
  }>(text);
  await pool.end();
  return rows.map((row) => ({
    position: Number(row.position),
    key: `${row.district}/${row.stream}`,
    version: row.version,
    command: row.command,
  }));
}

function mistakes(log: readonly Stored[], reader: Reader) {
  const delivered = reader.delivered.map((event) => event.position);
  const seen = new Set(delivered);
  const versions = new Map<string, number>();
  let inverted = 0;
  for (const event of reader.delivered) {
    const key = `${event.district}/${event.stream}`;
    if (event.version !== (versions.get(key) ?? 0) + 1) inverted += 1;
    versions.set(key, event.version);
  }
  return {
    skipped: log.filter((event) => !seen.has(event.position)).length,
    doubled: delivered.length - seen.size,
    inverted,
  };
}

function commandsOf(log: readonly Stored[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of log) counts.set(event.command, (counts.get(event.command) ?? 0) + 1);
  return counts;
}

it('skips, doubles and inverts no event under rollbacks, killed backends, restarted readers and server crashes', async () => {
  const store = postgresEventStore({ service: 'notes', url: urls.app });
  const app = poolFor(urls.app, 12);
  const tally: Tally = {
    acknowledged: new Map(),
    dropped: new Set(),
    rolledBack: 0,
    savepoints: 0,
    failed: 0,
    retried: 0,
  };
  const [noWriter, noReader] = [new AbortController(), new AbortController()];
  const writers = Array.from({ length: WRITERS }, () => write(store, app, tally, noWriter.signal));
  const killing = kill(server.url, noWriter.signal);
  const steady: Reader = { delivered: [], lives: 0 };
  const mortal: Reader = { delivered: [], lives: 0 };
  const reading = [
    follow(steady, urls.worker, 60_000, noReader.signal),
    follow(mortal, urls.worker, 700, noReader.signal),
  ];
  const naive = followNaively(urls.worker, noReader.signal);

  await sleep((SECONDS * 1000) / 2);
  await crash();
  await sleep((SECONDS * 1000) / 2);
  noWriter.abort();
  await Promise.all(writers);
  const killed = await killing;
  await store.close();
  await app.end();

  const log = await stored();
  const last = log.at(-1)?.position;
  await eventually(async () => {
    await sleep(50);
    return [steady, mortal].every((reader) => reader.delivered.at(-1)?.position === last) || undefined;
  }, 20_000);
  noReader.abort();
  await Promise.all(reading);
  const seenNaively = await naive;
  const commands = commandsOf(log);
  const skippedNaively = log.filter((event) => !seenNaively.has(event.position)).length;
  console.log(
    [
      `torture: ${log.length} events in ${commands.size} commits, ${(log.at(-1)?.position ?? 0) - log.length} dead positions,`,
      `${tally.rolledBack} transactions and ${tally.savepoints} savepoints rolled back, ${killed} backends killed,`,
      `1 crash of the server, ${tally.retried} appends tried again, ${tally.failed} transactions lost;`,
      `readers with ${steady.lives} and ${mortal.lives} lives: ${JSON.stringify(mistakes(log, steady))},`,
      `${JSON.stringify(mistakes(log, mortal))}; the naive reader skipped ${skippedNaively}`,
    ].join(' '),
  );

  expect(mistakes(log, steady)).toEqual({ skipped: 0, doubled: 0, inverted: 0 });
  expect(mistakes(log, mortal)).toEqual({ skipped: 0, doubled: 0, inverted: 0 });
  // Each acknowledged command is in the log once, complete; what was rolled back is not.
  for (const [command, events] of tally.acknowledged)
    expect([command, commands.get(command)]).toEqual([command, events]);
  for (const command of tally.dropped) expect(commands.has(command)).toBe(false);
  // The load was worth something, and a reader that follows `position > last` is caught by it.
  expect(log.length).toBeGreaterThan(500);
  expect(killed).toBeGreaterThan(10);
  expect(skippedNaively).toBeGreaterThan(0);
}, 60_000);
