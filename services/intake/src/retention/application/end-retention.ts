import { Injectable } from '@nestjs/common';
import { domainEvent, EventStore } from '@otklik/event-store';
import { addDays, Clock, localDate, MAX_CLOCK_OFFSET_S, Refusal, uuidv7, type LocalDate } from '@otklik/kernel';
import { gauge, Logger } from '@otklik/observability';
import { Directory, retentionOf, type District, type Transaction } from '@otklik/tenancy';
import { randomBytes } from 'node:crypto';
import type { AppealEvent } from '../../appeal/domain/appeal.js';
import { caseStanding, type CaseStanding } from '../../appeal/domain/end-of-case.js';
import { FoundMessages } from '../../found/store/found-messages.js';
import { ForgetVisitors } from '../../reception/application/forget-visitors.js';
import { ErasePerson } from './erase-person.js';
import {
  type DueCase,
  type KeptCount,
  type PromiseStanding,
  RetentionIndex,
  type TermsByRegime,
} from '../store/retention-index.js';

const AT_ONCE = 100;
const OVERDUE_DAYS = 1;

const overdue = gauge(
  'otklik_retention_overdue_cases',
  'Cases past their term of storage for more than a day, which no hold keeps',
  ['district'],
);
const lastRun = gauge(
  'otklik_retention_run_timestamp_seconds',
  'When the cases of the district were last all looked at without a failure; before that, the first attempt of the process',
  ['district'],
);

export interface RetentionRun {
  readonly signal?: AbortSignal;
  /** Called for each case that went. */
  ended?(appeal: string): void;
}

/** Cases past their term of storage: what is sealed there becomes unreadable, and the facts that are counted stay. */
@Injectable()
export class EndRetention {
  private readonly tried = new Set<number>();

  constructor(
    private readonly index: RetentionIndex,
    private readonly erasure: ErasePerson,
    private readonly visitors: ForgetVisitors,
    private readonly found: FoundMessages,
    private readonly store: EventStore,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** What is known of the appeal now: called for every event that may have begun or ended the case. */
  async note(tx: Transaction, district: number, appeal: string): Promise<void> {
    const { state, endedOn } = await this.standing(district, appeal, tx);
    if (state.status === 'NONE') return;
    if (state.status === 'ERASED') await this.index.forget(tx, district, appeal);
    else
      await this.index.keep(tx, district, appeal, {
        regime: state.regime,
        endedOn,
        held: state.published.legalHold !== undefined,
      });
  }

  /** An answer promised measures, or the promise has ended. */
  notePromise(tx: Transaction, standing: PromiseStanding): Promise<void> {
    return this.index.keepPromise(tx, standing);
  }

  /** Of all districts. Answers how many went. A district that fails is logged, and tried again with the next call. */
  async runAll(): Promise<number> {
    let count = 0;
    for (const { id, code } of this.directory.districts()) {
      const ran = () => lastRun.set({ district: code }, Date.parse(this.clock.now()) / 1000);
      // Else what never succeeds would have no time that an alert could call old.
      if (!this.tried.has(id)) ran();
      this.tried.add(id);
      try {
        count += await this.run(id);
        ran();
      } catch (error) {
        this.logger.warn('reading retention terms failed; retrying in an hour', { district: id, error });
      }
    }
    return count;
  }

  /**
   * Of one district. Answers how many went. Stops soon after `signal` is aborted; called again it goes on. A case that fails keeps
   * none of the others: its failure is thrown after the last one.
   */
  async run(district: number, { signal, ended }: RetentionRun = {}): Promise<number> {
    await this.demandRightClock(district);
    const inDistrict = this.districtOf(district);
    const today = localDate(this.clock.now(), inDistrict.zone);
    await this.visitors.run(inDistrict, today);
    await this.found.end(district);
    const terms = termsOf(inDistrict);
    const failures: unknown[] = [];
    let count = 0;
    let after: DueCase | undefined;
    for (;;) {
      const due = await this.index.due(district, terms, today, after, AT_ONCE);
      for (const { appeal } of due) {
        if (signal?.aborted) return count;
        const isEnded = await this.end(inDistrict, terms, today, appeal).catch((error: unknown) => {
          this.logger.warn('ending a case past its retention term failed', { district, appeal, error });
          failures.push(error);
          return false;
        });
        if (!isEnded) continue;
        ended?.(appeal);
        count += 1;
      }
      after = due.at(-1);
      if (due.length < AT_ONCE) break;
    }
    overdue.set({ district: inDistrict.code }, await this.overdue(district));
    if (failures.length > 0) throw failures[0];
    return count;
  }

  /** What ends cannot be brought back: not by a clock with which the database's does not agree. */
  private async demandRightClock(district: number): Promise<void> {
    if (Math.abs(await this.index.clockOffset(district)) < MAX_CLOCK_OFFSET_S) return;
    throw Object.assign(new Error('The clocks of this machine and of the database differ.'), { code: 'CLOCK_WRONG' });
  }

  /** How many cases are kept, and how many of them are past their term as of that many days ago. */
  async counts(district: number, daysAgo = 0): Promise<readonly KeptCount[]> {
    const inDistrict = this.districtOf(district);
    const asOf = addDays(localDate(this.clock.now(), inDistrict.zone), -daysAgo);
    return this.index.counts(district, termsOf(inDistrict), asOf);
  }

  async overdue(district: number): Promise<number> {
    return (await this.counts(district, OVERDUE_DAYS)).reduce((sum, { due }) => sum + due, 0);
  }

  /** The index proposed it; the appeal's own facts decide. */
  private async end(inDistrict: District, terms: TermsByRegime, today: LocalDate, appeal: string): Promise<boolean> {
    const { id: district } = inDistrict;
    const standing = await this.standing(district, appeal);
    const endedOn = await this.endOf(district, standing);
    const { state } = standing;
    if (state.status === 'NONE' || endedOn === undefined) return false;
    // The answer to the original is the answer to its duplicates, and so is its promise.
    const original = caseThatAnswers(state);
    const answered = original === undefined ? [appeal] : [appeal, original];
    const isPromised = await this.index.isPromised(district, answered);
    const command = { type: 'EndRetention', endedOn, term: terms[state.regime], today, isPromised } as const;
    const at = this.clock.now();
    const commandId = uuidv7(Date.parse(at), randomBytes(10));
    const actor = { kind: 'system', id: 'intake.retention' } as const;
    const context = { district, actor, commandId, correlationId: appeal, at };
    try {
      return (await this.erasure.endRetention(appeal, command, context)).now;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.logger.info('case excluded from deletion', { district, appeal, code: error.code });
      return false;
    }
  }

  /** A duplicate is kept as long as its original: the answer to that one is the answer to it. */
  private async endOf(district: number, { state, endedOn }: CaseStanding): Promise<LocalDate | undefined> {
    const of = caseThatAnswers(state);
    if (of === undefined || endedOn === undefined) return endedOn;
    const original = await this.standing(district, of);
    if (original.state.status === 'ERASED') return endedOn;
    return original.endedOn !== undefined && original.endedOn < endedOn ? endedOn : original.endedOn;
  }

  private async standing(district: number, appeal: string, tx?: Transaction): Promise<CaseStanding> {
    const recorded = await this.store.read(district, appeal, 0, tx ? { tx } : {});
    const history = recorded.map((one) => ({ event: domainEvent<AppealEvent>(one), at: one.at }));
    return caseStanding(history, this.districtOf(district).zone);
  }

  private districtOf(district: number): District {
    const found = this.directory.districtById(district);
    if (!found) throw new TypeError(`District ${district} is unknown`);
    return found;
  }
}

function termsOf(district: District): TermsByRegime {
  const { reopenWithinDays } = district.policy;
  const terms = Object.entries(retentionOf(district)).map(
    ([regime, { months }]) => [regime, { months, reopenWithinDays }] as const,
  );
  return Object.fromEntries(terms) as unknown as TermsByRegime;
}

function caseThatAnswers(state: CaseStanding['state']): string | undefined {
  return state.status === 'DUPLICATE' ? state.published.duplicateOf : undefined;
}
