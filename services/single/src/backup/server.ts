import pg from 'pg';
import { positionOf, type WalPosition } from './wal-position.js';

/** Which server it is, and where its files are. */
export interface ServerIdentity {
  readonly folder: string;
  readonly system: string;
  readonly timeline: number;
}

const TIMEOUT_MS = 60_000;
/** `pg_backup_start` waits for a checkpoint. */
const CHECKPOINT_TIMEOUT_MS = 600_000;

/** A connection of the owner of the embedded server. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'otklik backup',
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: CHECKPOINT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function identify(client: pg.Client): Promise<ServerIdentity> {
  const { rows } = await client.query<ServerIdentity>(
    `select current_setting('data_directory') as folder, system_identifier::text as system,
       (select timeline_id from pg_control_checkpoint()) as timeline from pg_control_system()`,
  );
  return rows[0]!;
}

/** All before it is on the server's disk. */
export async function flushedTo(client: pg.Client): Promise<WalPosition> {
  return positionOf(await textFrom(client, 'select pg_current_wal_flush_lsn()::text as text'));
}

/** The first value of the first row, named `text`. */
export async function textFrom(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ text: string }>(sql, [...values]);
  return rows[0]!.text;
}
