import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed, type Work } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import { learning, maskPersonalData, proposedChoices, type Chosen, type LearnedChoice } from '@otklik/text-analysis';
import { Vault } from '@otklik/vault';
import { metDecisions, type MetDecisions } from '../domain/learned-routes.js';
import { DecidedRoutes, type DecidedRoute } from '../store/decided-routes.js';
import { LearnedTables } from '../store/learned-tables.js';
import { ReceivedAppeals } from '../store/received-appeals.js';
import { TextLanguage } from './text-language.js';

const KIND = 'LEARN';
const KEY = 'ROUTES';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Decisions of an hour are learned together. */
const AFTER_MS = 60 * MINUTE_MS;
const LEASE_MS = 10 * MINUTE_MS;
const BACKOFF = { firstMs: MINUTE_MS, maxMs: 60 * MINUTE_MS };
const MAX_ATTEMPTS = 5;
/** The newest so many are learned from. */
const MAX_LEARNED = 3_000;
/** A decision so much older than the newest counts half. */
const HALF_LIFE_MS = 365 * DAY_MS;
/** Of the decisions the newest fifth is judged, at most so many. */
const JUDGED_PART = 0.2;
const MAX_JUDGED = 200;
const AT_ONCE = 20;

type Read = Chosen & Pick<DecidedRoute, 'department'>;

/**
 * Learns a district's topics from what its officials chose, an hour after they did. Texts are opened in memory and masked before
 * they are learned from; one that was deleted is not learned from any more.
 */
@Injectable()
export class LearnRoutes {
  constructor(
    private readonly database: Database,
    private readonly decided: DecidedRoutes,
    private readonly received: ReceivedAppeals,
    private readonly learnedTables: LearnedTables,
    private readonly vault: Vault,
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    private readonly language: TextLanguage,
  ) {}

  /** In the transaction of what changed: a decision, or a person who was erased. */
  async again(tx: Transaction, district: number): Promise<void> {
    const due: Work<object> = { district, kind: KIND, key: KEY, body: {}, dueInMs: AFTER_MS };
    await this.queue.add(tx, [due]);
  }

  async decide(tx: Transaction, decision: DecidedRoute): Promise<void> {
    await this.decided.keep(tx, decision);
    await this.again(tx, decision.district);
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
    const { district } = work;
    const newestLast = await this.read(district);
    const met = await this.judged(newestLast);
    const model = await this.learnedFrom(newestLast);
    const departments = Object.fromEntries(newestLast.map(({ choice, department }) => [choice, department]));
    await this.database.scope(district).transaction(async (tx) => {
      await this.queue.finish(tx, work);
      if (model) await this.learnedTables.keep(tx, district, { met, departments, model });
      else await this.learnedTables.remove(tx, district);
    });
    return 'FINISHED';
  }

  /** By what was learned from all decisions before them. */
  private async judged(newestLast: readonly Read[]): Promise<MetDecisions> {
    const count = Math.min(MAX_JUDGED, Math.floor(newestLast.length * JUDGED_PART));
    const [before, last] = [
      newestLast.slice(0, newestLast.length - count),
      newestLast.slice(newestLast.length - count),
    ];
    const model = await this.learnedFrom(before);
    const proposed = (text: string): readonly string[] =>
      model ? proposedChoices(model, text, this.language.analyse).map(({ choice }) => choice) : [];
    const decisions = last.map(({ choice: chosen, text }) => ({ chosen, proposed: proposed(text) }));
    return metDecisions(decisions, commonestOf(before));
  }

  private async learnedFrom(chosen: readonly Chosen[]): Promise<LearnedChoice | undefined> {
    const steps = learning(chosen, this.language.analyse, { halfLife: HALF_LIFE_MS });
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await othersTurn();
    }
  }

  private async read(district: number): Promise<readonly Read[]> {
    const [decisions, kept] = await this.database.scope(district).transaction(async (tx) => {
      const newest = await this.decided.newest(tx, district, MAX_LEARNED);
      const appeals = [...new Set(newest.map(({ appeal }) => appeal))];
      return [newest.toReversed(), await this.received.ofAll(tx, district, appeals)] as const;
    });
    const read: Read[] = [];
    for (let from = 0; from < decisions.length; from += AT_ONCE) {
      const some = decisions.slice(from, from + AT_ONCE).flatMap((one) => {
        const text = kept.get(one.appeal)?.text;
        return text ? [{ one, text }] : [];
      });
      const sealed = some.map(({ text }) => text);
      const texts = await this.vault.openAll(
        district,
        sealed,
        sealed.map(() => ({ field: 'text' })),
      );
      for (const [at, { one }] of some.entries()) {
        const { topic: choice, department, at: decidedAt } = one;
        const text = texts[at];
        if (text === undefined) continue;
        read.push({
          choice,
          department,
          at: Date.parse(decidedAt),
          text: maskPersonalData(text, this.language.lexicon),
        });
      }
      await othersTurn();
    }
    return read;
  }
}

function commonestOf(chosen: readonly Chosen[]): string | undefined {
  const counted = [...Map.groupBy(chosen, ({ choice }) => choice)];
  return counted.sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
}
