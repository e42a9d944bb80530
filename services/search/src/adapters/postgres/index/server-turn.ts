import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Turn } from './indexer.js';

const SECONDS = 10;

/**
 * Copies of the service take turns at the search server: both would write the same, but twice. A lease and no lock, as the
 * worker's few connections are not to be held. One that was frozen over the end of its turn does no harm: versions decide.
 */
export function serverTurn(worker: Pool): Turn {
  const me = randomUUID();
  return {
    async take() {
      const { rowCount } = await worker.query(
        `insert into search.server_turn as t (holder, until) values ($1, now() + make_interval(secs => ${SECONDS}))
         on conflict (one) do update set holder = excluded.holder, until = excluded.until
         where t.holder = excluded.holder or t.until < now()`,
        [me],
      );
      return rowCount === 1;
    },
    async giveBack() {
      await worker.query('delete from search.server_turn where holder = $1', [me]);
    },
  };
}

/** Some process, whatever its variables, writes to a search server now. */
export async function serverFollowed(worker: Pool): Promise<boolean> {
  const { rowCount } = await worker.query('select from search.server_turn where until > now()');
  return rowCount === 1;
}
