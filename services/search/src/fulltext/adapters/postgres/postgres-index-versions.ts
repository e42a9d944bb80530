import type { Pool } from 'pg';
import { MAPPING_VERSION } from '../../../register/application/list/register-columns.js';
import type { IndexVersions, Live, Position } from '../../application/index-versions.js';
import { answeringTables } from './answering-tables.js';

/** A build without a heartbeat for so long is abandoned. */
const ABANDONED_S = 60;
/** Changes are kept for days; an indexer that was away for longer than this reads every row of the register. */
const AWAY_H = 24;

/** Pages of a table that one statement clears, 2 MB: far from the worker's time limit on the slowest disk. */
const SLICE_PAGES = 256;

/** Instead of a position, of a build that does not answer. */
const FILLING = -1;
const BEING_DROPPED = -2;

/** Rows after which a new table's statistics are worth taking. */
const FIRST_ROWS = 1_000;

const tables = ['index_document', 'index_word', 'index_gram', 'index_posting', 'index_statistics'];

/** The versions of the index in PostgreSQL: builds by number, in the same tables. */
export class PostgresIndexVersions implements IndexVersions<number> {
  private first: number | undefined;
  private isLookedAt = false;

  constructor(
    private readonly worker: Pool,
    private readonly slicePages = SLICE_PAGES,
  ) {}

  async live(): Promise<Live<number> & { readonly build: number }> {
    const { rows } = await this.worker.query<{ build: number; mapping: number; base: string | null }>(
      `select s.build, s.mapping, (${answeringTables}) as base from search.index_state s`,
    );
    const [state] = rows;
    const isOutdated = state !== undefined && state.mapping < MAPPING_VERSION;
    return { build: state?.build ?? 1, isOutdated, base: state?.base ?? '' };
  }

  /** How far the build has followed these tables of the register; undefined when it must look at every row. */
  async position(build: number, base: string): Promise<Position<number> | undefined> {
    const { rows } = await this.worker.query<{ change: string }>(
      `select change from search.index_checkpoint
       where build = $1 and base = $2 and change >= 0 and at > now() - make_interval(hours => ${AWAY_H})`,
      [build, base],
    );
    return rows[0] && { build, base, change: Number(rows[0].change) };
  }

  async keep({ build, base, change }: Position<number>): Promise<void> {
    await this.worker.query(
      `insert into search.index_checkpoint (build, base, change) values ($1, $2, $3)
       on conflict (build) do update set base = excluded.base, change = excluded.change, at = now()`,
      [build, base, change],
    );
    await this.analyseYoung(change);
  }

  /** On the first day of an installation: autovacuum comes by later, and the first import sooner. */
  private async analyseYoung(change: number): Promise<void> {
    this.first ??= change;
    if (this.isLookedAt || change - this.first < FIRST_ROWS) return;
    this.isLookedAt = true;
    const { rows } = await this.worker.query<{ young: boolean }>(
      `select reltuples < ${FIRST_ROWS} as young from pg_class where oid = 'search.index_document'::regclass`,
    );
    if (rows[0]?.young) await this.analyse();
  }

  private async analyse(): Promise<void> {
    await this.worker.query(`analyze ${tables.map((table) => `search.${table}`).join(', ')}`);
  }

  /** The number of a new build, cleared of what an ended process left in it. Throws when another is being filled. */
  async begin(base: string): Promise<number> {
    const { build } = await this.live();
    if (!(await this.claim(build + 1, base, FILLING))) throw new Error('The index is being rebuilt already.');
    await this.clear('build <> $1', build, build + 1);
    return build + 1;
  }

  /** False while another process holds the build. */
  private async claim(build: number, base: string, change: number): Promise<boolean> {
    const { rowCount } = await this.worker.query(
      `insert into search.index_checkpoint as c (build, base, change) values ($1, $2, $3)
       on conflict (build) do update set base = excluded.base, change = excluded.change, at = now()
       where c.at < now() - make_interval(secs => ${ABANDONED_S})`,
      [build, base, change],
    );
    return rowCount === 1;
  }

  /** Heartbeat of the process that fills the build. Throws when the build was taken for abandoned. */
  async beat(build: number): Promise<void> {
    const { rowCount } = await this.worker.query(
      `update search.index_checkpoint set at = now() where build = $1 and change <> ${BEING_DROPPED}`,
      [build],
    );
    if (rowCount !== 1) throw lost(build);
  }

  /**
   * From now on `to.build` answers, and the indexer goes on from its position. The build before it counts as held until its
   * readers have looked up which build answers.
   */
  async swap(to: Position<number>): Promise<void> {
    await this.analyse();
    await this.worker.query(
      `insert into search.index_checkpoint (build, base, change) select build, '', 0 from search.index_state
       on conflict (build) do update set at = now()`,
    );
    const { rowCount } = await this.worker.query(
      `with kept as (update search.index_checkpoint set base = $2, change = $3, at = now()
         where build = $1 and change = ${FILLING} returning build)
       update search.index_state set build = kept.build, mapping = $4 from kept`,
      [to.build, to.base, to.change, MAPPING_VERSION],
    );
    if (rowCount !== 1) throw lost(to.build);
  }

  async drop(build: number, signal?: AbortSignal): Promise<void> {
    await this.clear('build = $1', build, build, signal);
    await this.worker.query('delete from search.index_checkpoint where build = $1', [build]);
  }

  async dropAbandoned(signal?: AbortSignal): Promise<boolean> {
    const { build: live } = await this.live();
    let dropped = true;
    for (const build of await this.besides(live)) {
      if (await this.claim(build, '', BEING_DROPPED)) await this.drop(build, signal);
      else dropped = false;
    }
    return dropped;
  }

  /** Builds that a process holds, or of which something is left. Found by leaps over the key: the tables are large. */
  private async besides(live: number): Promise<readonly number[]> {
    const left = tables.map(
      (table) => `select build from (
        with recursive leap as (
          (select district, build from search.${table} order by district, build limit 1)
          union all
          select next.* from leap cross join lateral (
            select district, build from search.${table} t where (t.district, t.build) > (leap.district, leap.build)
            order by district, build limit 1) next)
        select build from leap) of_${table}`,
    );
    const { rows } = await this.worker.query<{ build: number }>(
      `select build from (select build from search.index_checkpoint union ${left.join(' union ')}) b
       where build <> $1 order by build`,
      [live],
    );
    return rows.map(({ build }) => build);
  }

  /** Forgets a build that was begun and will not be finished. */
  async abandon(build: number): Promise<void> {
    await this.drop(build);
  }

  /**
   * Page after page, each slice a transaction of its own: one statement for all of a large build would be cancelled at the
   * worker's time limit, and all that it did undone. `claimed` is the build that no other process may begin meanwhile.
   */
  private async clear(
    which: 'build = $1' | 'build <> $1',
    build: number,
    claimed: number,
    signal?: AbortSignal,
  ): Promise<void> {
    for (const table of tables) {
      const pages = await this.pagesOf(table);
      for (let page = 0; page < pages; page += this.slicePages) {
        await this.worker.query(`delete from search.${table} where ${which} and ctid >= $2::tid and ctid < $3::tid`, [
          build,
          `(${page},0)`,
          `(${page + this.slicePages},0)`,
        ]);
        await this.worker.query('update search.index_checkpoint set at = now() where build = $1', [claimed]);
        signal?.throwIfAborted();
      }
    }
  }

  private async pagesOf(table: string): Promise<number> {
    const { rows } = await this.worker.query<{ pages: string }>(
      `select pg_relation_size('search.${table}') / current_setting('block_size')::int as pages`,
    );
    return Number(rows[0]!.pages);
  }
}

function lost(build: number): Error {
  return new Error(`The build ${build} of the index was taken for abandoned.`);
}
