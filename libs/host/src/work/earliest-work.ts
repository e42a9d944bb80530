import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ServiceIdentity } from '../service/service-identity.js';
import { WORKER_POOL } from '../service/worker-pool.js';
import type { WorkName } from './work-kinds.js';

/** Of a kind of work that there is: ms since 1970, by the database. */
export interface Earliest {
  readonly kind: string;
  readonly dueAt: number;
  readonly now: number;
}

/** One statement, which reads two entries of the index for each kind. */
export async function earliestOfKinds(worker: Pick<Pool, 'query'>, service: string): Promise<readonly Earliest[]> {
  const table = `${service}.work`;
  const { rows } = await worker.query<Earliest>({
    name: `earliest_${table}`,
    text: `
      with recursive kinds as (
        select min(kind) as kind from ${table}
        union all
        select (select min(w.kind) from ${table} w where w.kind > k.kind) from kinds k where k.kind is not null)
      select k.kind, extract(epoch from (select min(w.due_at) from ${table} w where w.kind = k.kind))::float8 * 1000 as "dueAt",
        extract(epoch from clock_timestamp())::float8 * 1000 as now
      from kinds k where k.kind is not null`,
  });
  return rows;
}

/** Loops that look at the same time ask once. What another process adds meanwhile is found at their next look. */
const SHARED_MS = 2_000;

/** Whether work of a kind is due, by one statement for all kinds of a service. */
@Injectable()
export class EarliestWork {
  private asked: Promise<ReadonlyMap<string, Earliest>> | undefined;
  private askedAt = 0;

  constructor(
    private readonly service: ServiceIdentity,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** `asOf`: as of `Claim`. */
  async isDue(kind: WorkName, asOf?: string): Promise<boolean> {
    const earliest = (await this.earliest()).get(kind);
    if (!earliest) return false;
    const now = earliest.now + performance.now() - this.askedAt;
    return earliest.dueAt <= Math.max(now, asOf === undefined ? 0 : Date.parse(asOf));
  }

  private earliest(): Promise<ReadonlyMap<string, Earliest>> {
    const now = performance.now();
    if (this.asked && now - this.askedAt < SHARED_MS) return this.asked;
    this.askedAt = now;
    const asked = this.ask();
    this.asked = asked;
    asked.catch(() => (this.asked = undefined));
    return asked;
  }

  private async ask(): Promise<ReadonlyMap<string, Earliest>> {
    const found = await earliestOfKinds(this.worker, this.service.name);
    return new Map(found.map((one) => [one.kind, one]));
  }
}
