import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { Clock, uuidv5 } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { AnnounceIssue, LAPSE, SEND_OUTCOME, type OutcomeWork } from './announce-issue.js';

const AT_ONCE = 50;
const LEASE_MS = 60_000;
const BACKOFF = { firstMs: 1_000, maxMs: 600_000 };
/** None is given up: by the longest wait these are ten years. */
const MAX_ATTEMPTS = 500_000;
const ACTOR = { kind: 'system', id: 'intake.known-issues' } as const;

/** The end of known issues: at their time they are shown no more, and each sender of a joined message is sent what was done. */
@Injectable()
export class EndIssues {
  constructor(
    private readonly database: Database,
    private readonly announce: AnnounceIssue,
    private readonly appeals: AppealHandler,
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    private readonly clock: Clock,
  ) {}

  /** Answers how much was done. */
  async endDue(): Promise<number> {
    const common = { atOnce: AT_ONCE, backoff: BACKOFF, maxAttempts: MAX_ATTEMPTS };
    const lapsed = await this.work.performDue<object>({
      ...common,
      kind: LAPSE,
      asOf: this.clock.now(),
      perform: (work) => this.lapse(work),
    });
    const sent = await this.work.performDue<OutcomeWork>({
      ...common,
      kind: SEND_OUTCOME,
      leaseMs: LEASE_MS,
      perform: (work) => this.sendOutcome(work),
    });
    return lapsed + sent;
  }

  private async lapse(work: ClaimedWork<object>): Promise<Performed> {
    const { district, key: id } = work;
    const at = this.clock.now();
    const context = { district, commandId: uuidv5(id, `lapsed ${at}`), correlationId: id, at, actor: ACTOR };
    await this.announce.lapse(context, id, (tx) => this.queue.finish(tx, work));
    return 'FINISHED';
  }

  /** Once: the appeal remembers the command. */
  private async sendOutcome(work: ClaimedWork<OutcomeWork>): Promise<Performed> {
    const { district, body } = work;
    const { issue, appeal, text } = body;
    const commandId = uuidv5(issue, appeal);
    const context = { district, commandId, correlationId: appeal, at: this.clock.now(), actor: ACTOR };
    const report = async (tx: Transaction): Promise<void> => {
      await this.queue.finish(tx, work);
      await this.appeals.handle(context, appeal, { type: 'ReportIssueEnd', issue, text, commandId }, { tx });
    };
    await this.database.scope(district).transaction(report);
    return 'FINISHED';
  }
}
