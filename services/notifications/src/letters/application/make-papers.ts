import { Injectable } from '@nestjs/common';
import { PaperNotMade } from '@otklik/documents';
import { LeaseLost, PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { isOutage } from '@otklik/messaging';
import { counter, Logger } from '@otklik/observability';
import { KeyDestroyed } from '@otklik/vault';
import { Deliveries } from '../../notice/application/deliveries.js';
import { KeptPapers } from '../../papers/store/kept-papers.js';
import { ComposeSheet } from './compose-sheet.js';

/** They are made one at a time, whatever is claimed. */
const MAX_CONCURRENT_PAPERS = 4;
/** Longer than a start of the process that makes them, and several papers. */
const LEASE_MS = 120_000;
const MAX_ROUNDS = 10;
const BACKOFF = { firstMs: 5_000, maxMs: 600_000 };
/** After these, some minutes, the notice is shown as held. */
const ATTEMPTS_UNTIL_HELD = 6;

const made = counter('otklik_papers_total', 'Attempts to make the sheet of a letter, by outcome', ['outcome'], {
  outcome: ['KEPT', 'NONE', 'FAILED'],
});

type Due = ClaimedWork<object>;

/** Makes the sheets of numbered letters as background work, and keeps each with the end of its work. */
@Injectable()
export class MakePapers {
  constructor(
    private readonly work: PerformWork,
    private readonly queue: WorkQueue,
    private readonly deliveries: Deliveries,
    private readonly sheets: ComposeSheet,
    private readonly papers: KeptPapers,
    private readonly logger: Logger,
  ) {}

  /** A part of what is due, so that letters with their sheet do not wait for long. Throws when the database is down. */
  async makeDue(): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) if ((await this.round()) === 0) return;
  }

  private round(): Promise<number> {
    return this.work.performDue<object>({
      kind: 'PAPER',
      perform: (due) => this.make(due),
      atOnce: MAX_CONCURRENT_PAPERS,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: Infinity,
    });
  }

  private async make(due: Due): Promise<Performed> {
    const { district, key: notice } = due;
    const letter = await this.deliveries.sheet(district, notice);
    if (!letter || (await this.papers.of(district, notice))) return this.none();
    try {
      const paper = await this.sheets.of(letter);
      if (!paper) return this.none();
      await this.papers.keep(paper, async (tx) => {
        await this.queue.finish(tx, due);
        await this.deliveries.paperKept(tx, district, notice);
      });
      made.inc({ outcome: 'KEPT' });
      return 'FINISHED';
    } catch (error) {
      if (error instanceof KeyDestroyed) return this.none();
      if (error instanceof PaperNotMade && error.code === 'BUSY') return { againInMs: BACKOFF.firstMs };
      if (error instanceof LeaseLost || isOutage(error)) throw error;
      return this.failed(due, error);
    }
  }

  private none(): Performed {
    made.inc({ outcome: 'NONE' });
    return 'DONE';
  }

  /** By its maker, or by a defect of what it is made of. */
  private async failed({ district, key: notice, attempts }: Due, error: unknown): Promise<Performed> {
    made.inc({ outcome: 'FAILED' });
    const code = error instanceof PaperNotMade ? error.code : 'DEFECT';
    this.logger.error('the sheet of a letter could not be made; retrying', { district, code, count: attempts, error });
    if (attempts >= ATTEMPTS_UNTIL_HELD) await this.deliveries.holdForPaper(district, notice);
    return 'RETRY';
  }
}
