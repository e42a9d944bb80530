import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import {
  Clock,
  escalates,
  Refusal,
  tryEach,
  uuidv5,
  warningKey,
  warningsFrom,
  type CountedDeadline,
} from '@otklik/kernel';
import { Database, Directory, type Transaction } from '@otklik/tenancy';
import { ServiceIdentity } from '../service/service-identity.js';
import { TermTimers, type TermTimer } from './term-timers.js';

const MAX_AT_ONCE = 100;

/** So much of a term has passed. */
export interface PassedShare extends Pick<TermTimer, 'rule' | 'dueOn' | 'share'> {
  /** So much that controller and head are told. */
  readonly escalated: boolean;
}

/** Records the warning in the stream whose term it is, if the term stands still. Refuses for an erased person. */
export abstract class TermWarner {
  abstract warn(context: CommandContext, stream: string, passed: PassedShare, tx: Transaction): Promise<unknown>;
}

export type SetTerm = Pick<TermTimer, 'district' | 'stream' | 'appeal'> & {
  readonly deadline: Pick<CountedDeadline, 'rule' | 'zone' | 'countedFrom' | 'countedAt' | 'dueOn' | 'dueAt'>;
};

/** Warns of each term that runs at the district's shares of it and at its end, each once. */
@Injectable()
export class WatchTerms {
  constructor(
    private readonly service: ServiceIdentity,
    private readonly timers: TermTimers,
    private readonly warner: TermWarner,
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Of terms that were set. */
  async keep(terms: readonly SetTerm[], tx: Transaction): Promise<void> {
    const now = this.clock.now();
    const timers = terms.flatMap(({ deadline, ...of }) => {
      const { rule, dueOn } = deadline;
      return warningsFrom(now, deadline, this.policyOf(of.district)).map((warning) => ({
        ...of,
        rule,
        dueOn,
        ...warning,
      }));
    });
    if (timers.length > 0) await this.timers.set(tx, timers);
  }

  /** Answers how many were due. Throws what went wrong with one of them after it has tried the others. */
  async warnDue(): Promise<number> {
    const due = await this.timers.due(this.clock.now(), MAX_AT_ONCE);
    await tryEach(due, (timer) => this.warn(timer));
    return due.length;
  }

  /** The timer goes with the fact, in one transaction: of two copies one finds it. */
  private async warn(timer: TermTimer): Promise<void> {
    const { district, stream, appeal, rule, dueOn, share } = timer;
    const context = {
      ...{ district, commandId: uuidv5(stream, warningKey(timer)), correlationId: appeal, at: this.clock.now() },
      actor: { kind: 'system', id: `${this.service.name}.terms` },
    } as const;
    const escalated = escalates(share, this.policyOf(district));
    await this.database.scope(district).transaction(async (tx) => {
      if (!(await this.timers.take(tx, timer))) return;
      try {
        await this.warner.warn(context, stream, { rule, dueOn, share, escalated }, tx);
      } catch (error) {
        // Of an erased person nothing is recorded any more.
        if (!(error instanceof Refusal)) throw error;
      }
    });
  }

  private policyOf(district: number) {
    return this.directory.districtById(district)?.policy ?? {};
  }
}
