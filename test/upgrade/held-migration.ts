import { eventually } from '@otklik/testing';
import pg from 'pg';

const TABLE = 'notifications.webhook_fact';

/** A migration that gets no further than a table that it changes, in the midst of those of the present sources. */
export interface HeldMigration {
  isWaiting(withinMs: number): Promise<unknown>;
  release(): Promise<void>;
}

export async function holdMigration(databaseUrl: string): Promise<HeldMigration> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`begin; select from ${TABLE}`);
  const waiting = `select from pg_locks where not granted and relation = '${TABLE}'::regclass`;
  return {
    isWaiting: (withinMs) =>
      eventually(async () => ((await client.query(waiting)).rowCount === 0 ? undefined : true), withinMs),
    // Ends the transaction, too.
    release: () => client.end(),
  };
}
