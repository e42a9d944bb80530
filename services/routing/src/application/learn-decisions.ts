import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed, type Work } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { DecidedCodes, type DecidedCode } from '../store/decided-codes.js';
import { DecidedRoutes, type DecidedRoute } from '../store/decided-routes.js';
import { LearnCodes } from './learn-codes.js';
import { LearnRoutes } from './learn-routes.js';

const KIND = 'LEARN';
/** What is learned, each by itself. */
const keys = ['ROUTES', 'CODES'] as const;
type Key = (typeof keys)[number];
const MINUTE_MS = 60_000;
/** Decisions of an hour are learned together. */
const AFTER_MS = 60 * MINUTE_MS;
const LEASE_MS = 10 * MINUTE_MS;
const BACKOFF = { firstMs: MINUTE_MS, maxMs: 60 * MINUTE_MS };
const MAX_ATTEMPTS = 5;

/** Keeps what a district's officials chose, and learns from it an hour later. */
@Injectable()
export class LearnDecisions {
  constructor(
    private readonly decidedRoutes: DecidedRoutes,
    private readonly decidedCodes: DecidedCodes,
    private readonly routes: LearnRoutes,
    private readonly codes: LearnCodes,
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
  ) {}

  /** In the transaction of what changed: a person was erased, whose texts are learned from no more. */
  async again(tx: Transaction, district: number): Promise<void> {
    await this.queue.add(
      tx,
      keys.map((key) => due(district, key)),
    );
  }

  async routed(tx: Transaction, decision: DecidedRoute): Promise<void> {
    await this.decidedRoutes.keep(tx, decision);
    await this.queue.add(tx, [due(decision.district, 'ROUTES')]);
  }

  async classified(tx: Transaction, decision: DecidedCode): Promise<void> {
    await this.decidedCodes.keep(tx, decision);
    await this.queue.add(tx, [due(decision.district, 'CODES')]);
  }

  learnDue(): Promise<number> {
    return this.work.performDue({
      kind: KIND,
      atOnce: 1,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
      perform: (work) => this.learn(work),
    });
  }

  private async learn(work: ClaimedWork<object>): Promise<Performed> {
    const learn = work.key === 'CODES' ? this.codes : this.routes;
    await learn.learn(work.district, (tx) => this.queue.finish(tx, work));
    return 'FINISHED';
  }
}

function due(district: number, key: Key): Work<object> {
  return { district, kind: KIND, key, body: {}, dueInMs: AFTER_MS };
}
