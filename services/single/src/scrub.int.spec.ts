import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { scrub } from './scrub.js';

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
  await scrub({ ownerUrl: server.url, schemas: ['probe'], embedded: true, progress });

  expect(segmentsWithCanary()).toEqual([]);
}, 60_000);
