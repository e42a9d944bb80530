import { Injectable } from '@nestjs/common';
import type { CommandSet } from '@otklik/event-store';
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

/**
 * Of the streams whose terms they are. Its command records the warning if the term stands still, and refuses for an erased
 * person.
 */
export abstract class TermWarner<State = unknown, Command = unknown> {
  abstract commandsIn(tx: Transaction): CommandSet<State, Command>;
  abstract warning(passed: PassedShare): Command;
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
    await tryEach([...Map.groupBy(due, ({ district }) => district)], ([district, timers]) =>
      // One that fails takes the others of its transaction with it: then each has its own.
      this.warnAll(district, timers).catch(() => tryEach(timers, (timer) => this.warnAll(district, [timer]))),
    );
    return due.length;
  }

  /** The timers go with the facts, in one transaction: of two copies one finds them. */
  private async warnAll(district: number, timers: readonly TermTimer[]): Promise<void> {
    await this.database.scope(district).transaction(async (tx) => {
      const taken = await this.timers.take(tx, district, timers);
      const commands = this.warner.commandsIn(tx);
      await commands.load(taken);
      for (const timer of taken) await this.warn(timer, commands);
      await commands.append();
    });
  }

  private async warn(timer: TermTimer, commands: CommandSet<unknown, unknown>): Promise<void> {
    const { district, stream, appeal, rule, dueOn, share } = timer;
    const context = {
      ...{ district, commandId: uuidv5(stream, warningKey(timer)), correlationId: appeal, at: this.clock.now() },
      actor: { kind: 'system', id: `${this.service.name}.terms` },
    } as const;
    const escalated = escalates(share, this.policyOf(district));
    const unit = commands.begin();
    try {
      await unit.handle(context, stream, this.warner.warning({ rule, dueOn, share, escalated }));
      unit.keep();
    } catch (error) {
      // Of an erased person nothing is recorded any more.
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private policyOf(district: number) {
    return this.directory.districtById(district)?.policy ?? {};
  }
}
