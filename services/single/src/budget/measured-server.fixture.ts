import { startPostgres } from '../../../../deploy/postgres/embedded-postgres.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A server of the spec's own, which counts statements: on the run's server other specs' statements would push these out. */
export interface MeasuredServer {
  readonly url: string;
  statements(database: string): Promise<readonly Statement[]>;
  /** Rows inserted, updated and deleted since the database was created. Complete once its connections are closed. */
  rows(database: string): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly calls: number;
  readonly plans: number;
}

const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
  // BEGIN and COMMIT are no work of the server.
  'pg_stat_statements.track_utility': 'off',
  fsync: 'off',
};

export async function startMeasuredServer(): Promise<MeasuredServer> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-budget-'));
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), settings: SETTINGS });
  const inDatabase = async <Row extends object>(
    database: string,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> => {
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  await inDatabase('postgres', 'create extension pg_stat_statements');
  return {
    url: server.url,
    statements: (database) =>
      inDatabase<Statement>(
        'postgres',
        `select s.queryid::text as id, s.query as text, sum(s.calls)::int as calls, sum(s.plans)::int as plans
         from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
         where d.datname = $1 and r.rolname <> 'otklik_owner' group by s.queryid, s.query`,
        [database],
      ),
    rows: async (database) => {
      const rows = await inDatabase<{ table: string; n: number }>(
        database,
        `select schemaname || '.' || relname as table, (n_tup_ins + n_tup_upd + n_tup_del)::int as n from pg_stat_user_tables`,
      );
      return new Map(rows.map(({ table, n }) => [table, n]));
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
