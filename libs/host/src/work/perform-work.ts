import { Inject, Injectable, Optional } from '@nestjs/common';
import { backoffMs, ProcessActivity, type Backoff } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { ACTIVITY } from '../service/activity.js';
import { ServiceIdentity } from '../service/service-identity.js';
import { EarliestWork } from './earliest-work.js';
import { LeaseLost, WorkQueue, type ClaimedWork } from './work-queue.js';
import type { WorkName } from './work-kinds.js';

/**
 * `FINISHED`: removed in the transaction of its outcome (`WorkQueue.finish`); `DONE`: done without one; `RETRY`: tried again
 * by the kind's back-off, until its attempts are used up.
 */
export type Performed = 'FINISHED' | 'DONE' | 'RETRY' | 'GAVE_UP' | Again;

export interface Again {
  readonly againInMs: number;
  /** In place of the present one. */
  readonly body?: object;
}

export interface WorkKind<Body extends object> {
  readonly kind: WorkName;
  /** Throws for a defect, which is retried as `RETRY`. */
  perform(work: ClaimedWork<Body>): Promise<Performed>;
  /** Tried first where several of a district are due: answers the outcome of each. Throws, and each is performed alone. */
  together?(works: readonly ClaimedWork<Body>[]): Promise<readonly Performed[]>;
  readonly atOnce: number;
  /** Longer than any attempt. Absent for work that one transaction does (`WorkQueue.look`). */
  readonly leaseMs?: number;
  /** See `Claim`. */
  readonly asOf?: string;
  readonly backoff: Backoff;
  readonly maxAttempts: number;
}

type End = 'DONE' | 'AGAIN' | 'GAVE_UP' | 'LOST';

const performed = counter('otklik_work_total', 'Attempts of background work, by outcome', [
  'service',
  'kind',
  'outcome',
]);

/** Performs due work of a service: claims it, and lets it go by its outcome. */
@Injectable()
export class PerformWork {
  constructor(
    private readonly queue: WorkQueue,
    private readonly service: ServiceIdentity,
    private readonly logger: Logger,
    @Optional() private readonly earliest?: EarliestWork,
    @Optional() @Inject(ACTIVITY) private readonly activity?: ProcessActivity,
  ) {}

  /** Answers how many were tried. Throws when the database is down. */
  async performDue<Body extends object>(of: WorkKind<Body>): Promise<number> {
    const { kind, atOnce: limit, leaseMs, asOf } = of;
    // At rest all kinds are asked for by one statement.
    if (this.earliest && this.activity?.isAtRest() && !(await this.earliest.isDue(kind, asOf))) return 0;
    const due = await (leaseMs === undefined
      ? this.queue.look<Body>(kind, { limit, asOf })
      : this.queue.claim<Body>(kind, { limit, leaseMs, asOf }));
    const byDistrict = [...Map.groupBy(due, ({ district }) => district).values()];
    await allOf(byDistrict.map((works) => this.performAll(of, works)));
    return due.length;
  }

  private async performAll<Body extends object>(
    of: WorkKind<Body>,
    works: readonly ClaimedWork<Body>[],
  ): Promise<void> {
    if (!of.together) return allOf(works.map((work) => this.perform(of, work)));
    const outcomes =
      works.length > 1 ? await of.together(works).catch((error) => this.alone(of, works, error)) : undefined;
    for (const [at, work] of works.entries())
      await (outcomes ? this.end(of, work, outcomes[at]!) : this.perform(of, work));
  }

  private alone<Body extends object>(
    { kind }: WorkKind<Body>,
    works: readonly ClaimedWork<Body>[],
    error: unknown,
  ): undefined {
    const about = { service: this.service.name, code: kind, district: works[0]!.district, count: works.length };
    this.logger.debug('background work failed together, and is done one by one', { ...about, error });
  }

  private async perform<Body extends object>(of: WorkKind<Body>, work: ClaimedWork<Body>): Promise<void> {
    await this.end(of, work, await this.attempt(of, work));
  }

  private async end<Body extends object>(
    of: WorkKind<Body>,
    work: ClaimedWork<Body>,
    ended: Performed | 'LOST',
  ): Promise<void> {
    const outcome = await this.settle(of, work, ended);
    performed.inc({ service: this.service.name, kind: of.kind, outcome });
  }

  private async attempt<Body extends object>(of: WorkKind<Body>, work: ClaimedWork<Body>): Promise<Performed | 'LOST'> {
    try {
      return await of.perform(work);
    } catch (error) {
      if (error instanceof LeaseLost) return 'LOST';
      const { district, attempts } = work;
      const about = { service: this.service.name, code: of.kind, district, count: attempts };
      this.logger.warn('background work failed; retrying', { ...about, error });
      return 'RETRY';
    }
  }

  private async settle<Body extends object>(
    of: WorkKind<Body>,
    work: ClaimedWork<Body>,
    outcome: Performed | 'LOST',
  ): Promise<End> {
    if (outcome === 'LOST') return 'LOST';
    if (outcome === 'FINISHED') return 'DONE';
    const afterMs = waitAfter(of, work, outcome);
    const body = typeof outcome === 'object' ? outcome.body : undefined;
    const isSettled = await (afterMs === undefined ? this.queue.remove(work) : this.queue.again(work, afterMs, body));
    if (!isSettled) return 'LOST';
    if (outcome === 'DONE') return 'DONE';
    return afterMs === undefined ? 'GAVE_UP' : 'AGAIN';
  }
}

/** Waits for each, also when one fails: none goes on unattended. Throws what the first of them threw. */
async function allOf(attempts: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(attempts);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Undefined: there is no further attempt. */
function waitAfter<Body extends object>(
  { backoff, maxAttempts }: WorkKind<Body>,
  { attempts }: ClaimedWork<Body>,
  outcome: Performed,
): number | undefined {
  if (typeof outcome === 'object') return outcome.againInMs;
  return outcome === 'RETRY' && attempts < maxAttempts ? backoffMs(backoff, attempts) : undefined;
}
