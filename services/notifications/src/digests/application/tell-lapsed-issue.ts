import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory, type Transaction } from '@otklik/tenancy';
import { LapsedIssueLetters, type LapsedIssueLetter } from './lapsed-issues.js';
import { onDuty } from './on-duty.js';
import { lapsedIssueLetters } from './send-lapsed-issues.js';

/** The desk has shown it for so long: the event came after a restore, or an outage of days. */
const STALE_MS = 86_400_000;

type Lapsed = Pick<LapsedIssueLetter, 'issue'> & Partial<Pick<LapsedIssueLetter, 'title' | 'until'>>;

/** Officials on duty are notified that a known issue's promised time is over, and residents are shown it no more. */
@Injectable()
export class TellLapsedIssue {
  constructor(
    private readonly waiting: LapsedIssueLetters,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async tell(district: number, { issue, title, until }: Lapsed, tx: Transaction): Promise<void> {
    const now = this.clock.now();
    if (title === undefined || until === undefined || Date.parse(now) - Date.parse(until) > STALE_MS) return;
    const told = onDuty(this.directory, district, now);
    if (told.length === 0) {
      lapsedIssueLetters.inc({ outcome: 'NOBODY' });
      this.logger.warn('a lapsed issue not notified: no official on duty has an e-mail address', { district });
    }
    await this.waiting.add(
      tx,
      district,
      told.map(({ id: official }) => ({ issue, title, until, official })),
    );
  }
}
