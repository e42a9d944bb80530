import type { Pool } from 'pg';
import type { Position } from '../../application/index-versions.js';
import { answeringTables } from './answering-tables.js';

/** A build without a heartbeat for so long is abandoned. */
const ABANDONED_S = 60;
/** Changes are kept for days; an indexer that was away for longer than this reads every row of the register. */
const AWAY_H = 24;

/** How far the search server's builds have followed the register. The server is never asked: it may have lost what it had. */
export class ServerPositions {
  constructor(private readonly worker: Pool) {}

  /** The tables of the register that answer. */
  async base(): Promise<string> {
    const { rows } = await this.worker.query<{ base: string | null }>(answeringTables);
    return rows[0]?.base ?? '';
  }

  async position(build: string, base: string): Promise<Position<string> | undefined> {
    const { rows } = await this.worker.query<{ change: string }>(
      `select change from search.server_index
       where build = $1 and base = $2 and not filling and change >= 0 and at > now() - make_interval(hours => ${AWAY_H})`,
      [build, base],
    );
    return rows[0] && { build, base, change: Number(rows[0].change) };
  }

  async keep({ build, base, change }: Position<string>): Promise<void> {
    await this.worker.query(
      `insert into search.server_index (build, base, change, filling) values ($1, $2, $3, false)
       on conflict (build) do update set base = excluded.base, change = excluded.change, filling = false, at = now()`,
      [build, base, change],
    );
  }

  /** False: another build is being filled. */
  async begin(build: string, base: string): Promise<boolean> {
    const { rowCount } = await this.worker.query(
      `insert into search.server_index as s (build, base, change, filling) values ($1, $2, -1, true)
       on conflict (filling) where filling do update set build = excluded.build, base = excluded.base, at = now()
       where s.at < now() - make_interval(secs => ${ABANDONED_S})`,
      [build, base],
    );
    return rowCount === 1;
  }

  /** False: it is not known any more. */
  async beat(build: string): Promise<boolean> {
    const { rowCount } = await this.worker.query('update search.server_index set at = now() where build = $1', [build]);
    return rowCount === 1;
  }

  /** Builds that a process fills, follows, or has just swapped out. */
  async held(): Promise<readonly string[]> {
    const { rows } = await this.worker.query<{ build: string }>(
      `select build from search.server_index where at > now() - make_interval(secs => ${ABANDONED_S})`,
    );
    return rows.map(({ build }) => build);
  }

  async forget(build: string): Promise<void> {
    await this.worker.query('delete from search.server_index where build = $1', [build]);
  }

  /** How old the oldest change is that the build has not taken in, in seconds; 0 when it has all. */
  async lag(): Promise<number> {
    const { rows } = await this.worker.query<{ seconds: number }>(
      `select coalesce(extract(epoch from now() - min(c.recorded_at)), 0)::float8 as seconds
       from search.register_change c
       where c.change > (select max(change) from search.server_index where not filling)`,
    );
    return rows[0]?.seconds ?? 0;
  }
}
