import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { WriterLease } from './indexer.js';

const LEASE_S = 10;

/**
 * One process writes to the search server: two would write the same twice. A lease and not a lock, which would hold one of
 * the worker's few connections. A holder that was frozen beyond its lease does no harm: versions decide.
 */
export function writerLease(worker: Pool): WriterLease {
  const me = randomUUID();
  return {
    async tryAcquire() {
      const { rowCount } = await worker.query(
        `insert into search.writer_lease as t (holder, until) values ($1, now() + make_interval(secs => ${LEASE_S}))
         on conflict (one) do update set holder = excluded.holder, until = excluded.until
         where t.holder = excluded.holder or t.until < now()`,
        [me],
      );
      return rowCount === 1;
    },
    async release() {
      await worker.query('delete from search.writer_lease where holder = $1', [me]);
    },
  };
}

/** Some process, whatever its variables, writes to a search server now. */
export async function serverFollowed(worker: Pool): Promise<boolean> {
  const { rowCount } = await worker.query('select from search.writer_lease where until > now()');
  return rowCount === 1;
}
