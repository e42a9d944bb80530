import { Injectable } from '@nestjs/common';
import type { CommandSet } from '@otklik/event-store';
import {
  Clock,
  escalates,
  Refusal,
  uuidv5,
  warningKey,
  warningsFrom,
  type CountedDeadline,
  type LocalDate,
} from '@otklik/kernel';
import { Database, Directory, type Transaction } from '@otklik/tenancy';
import { ServiceIdentity } from '../service/service-identity.js';
import { PerformWork, type Performed } from '../work/perform-work.js';
import { WorkQueue, type ClaimedWork, type Work } from '../work/work-queue.js';

const KIND = 'TERM';
const MAX_AT_ONCE = 100;
const BACKOFF = { firstMs: 5_000, maxMs: 3_600_000 };

/** A warning of a term, which becomes due at its instant. */
interface TermTimer {
  /** Whose term it is. */
  readonly stream: string;
  readonly appeal: string;
  readonly rule: string;
  readonly dueOn: LocalDate;
  /** Percent; 100: the term has ended. */
  readonly share: number;
}

/** So much of a term has passed. */
export interface PassedShare extends Pick<TermTimer, 'rule' | 'dueOn' | 'share'> {
  /** The share at which the controller and the head are alerted. */
  readonly escalated: boolean;
}

/**
 * Of the streams whose terms they are. Its command records the warning if the term is unchanged, and refuses for an
 * erased person.
 */
export abstract class TermWarner<State = unknown, Command = unknown> {
  abstract commandsIn(tx: Transaction): CommandSet<State, Command>;
  abstract warning(passed: PassedShare, of: AppealOf, tx: Transaction): Command | Promise<Command>;
}

/** The appeal to which a term belongs. */
export interface AppealOf {
  readonly district: number;
  readonly appeal: string;
}

export type SetTerm = Pick<TermTimer, 'stream' | 'appeal'> & {
  readonly district: number;
  readonly deadline: Pick<CountedDeadline, 'rule' | 'zone' | 'countedFrom' | 'countedAt' | 'dueOn' | 'dueAt'>;
};

/** Warns of each term that runs at the district's shares of it and at its end, each once. */
@Injectable()
export class WatchTerms {
  constructor(
    private readonly service: ServiceIdentity,
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    private readonly warner: TermWarner,
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Of terms that were set, in place of earlier ones of the same rules. */
  async keep(terms: readonly SetTerm[], tx: Transaction): Promise<void> {
    const now = this.clock.now();
    const timers = terms.flatMap(({ deadline, district, stream, appeal }) => {
      const { rule, dueOn } = deadline;
      return warningsFrom(now, deadline, this.policyOf(district)).map(({ share, at: dueAt }): Work<TermTimer> => {
        const key = `${stream}/${rule}/${share}`;
        return { district, kind: KIND, key, dueAt, body: { stream, appeal, rule, dueOn, share } };
      });
    });
    await this.queue.set(tx, timers);
  }

  /** Answers how many were due. */
  warnDue(): Promise<number> {
    return this.work.performDue<TermTimer>({
      kind: KIND,
      atOnce: MAX_AT_ONCE,
      asOf: this.clock.now(),
      backoff: BACKOFF,
      maxAttempts: Infinity,
      together: (timers) => this.warnAll(timers),
      perform: async (timer) => (await this.warnAll([timer]))[0]!,
    });
  }

  /** Of one district: the timers go with the facts, in one transaction. */
  private async warnAll(timers: readonly ClaimedWork<TermTimer>[]): Promise<readonly Performed[]> {
    const { district } = timers[0]!;
    await this.database.scope(district).transaction(async (tx) => {
      const taken = (await this.queue.take(tx, timers)).map(({ body }) => body);
      const commands = this.warner.commandsIn(tx);
      await commands.load(taken.map(({ stream }) => ({ district, stream })));
      for (const timer of taken) await this.warn(district, timer, commands, tx);
      await commands.append();
    });
    return timers.map(() => 'FINISHED');
  }

  private async warn(
    district: number,
    timer: TermTimer,
    commands: CommandSet<unknown, unknown>,
    tx: Transaction,
  ): Promise<void> {
    const { stream, appeal, rule, dueOn, share } = timer;
    const context = {
      district,
      commandId: uuidv5(stream, warningKey(timer)),
      correlationId: appeal,
      at: this.clock.now(),
      actor: { kind: 'system', id: `${this.service.name}.terms` },
    } as const;
    const escalated = escalates(share, this.policyOf(district));
    const warning = await this.warner.warning({ rule, dueOn, share, escalated }, { district, appeal }, tx);
    const unit = commands.begin();
    try {
      await unit.handle(context, stream, warning);
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
