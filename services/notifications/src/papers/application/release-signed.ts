import { Injectable } from '@nestjs/common';
import { signingFacts } from '@otklik/case/notice';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { LetterSignatures } from '../store/letter-signatures.js';

const KIND = 'SIGNED_LETTER';
const AT_ONCE = 4;
const LEASE_MS = 30_000;
/** By then the process that took it has recorded it and let the letter go, or came to an end between. */
const AFTER_MS = 20_000;
const BACKOFF = { firstMs: 30_000, maxMs: 600_000 };
/** Of a signature that is not on record: it may never be. */
const MAX_ATTEMPTS = 5;

/**
 * The signature's bytes, its record and the release of its letter are three transactions: what an end of the process left between the
 * last two is released here. It is due with the bytes.
 */
@Injectable()
export class ReleaseSigned {
  constructor(
    private readonly work: PerformWork,
    private readonly queue: WorkQueue,
    private readonly notices: NoticeHandler,
    private readonly signatures: LetterSignatures,
    private readonly database: Database,
  ) {}

  /** In the transaction that keeps the signature. */
  async expect(tx: Transaction, district: number, notice: string): Promise<void> {
    await this.queue.set(tx, [{ district, kind: KIND, key: notice, body: {}, dueInMs: AFTER_MS }]);
  }

  async releaseDue(): Promise<void> {
    await this.work.performDue<object>({
      kind: KIND,
      perform: (due) => this.release(due),
      atOnce: AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
    });
  }

  private async release(due: ClaimedWork<object>): Promise<Performed> {
    const { district, key: notice } = due;
    const state = await this.notices.state(district, notice);
    if (state.status === 'NONE') return 'DONE';
    if (signingFacts(state.published).lacksSignature) return 'RETRY';
    await this.database.scope(district).transaction(async (tx) => {
      await this.queue.finish(tx, due);
      await this.signatures.release(tx, district, notice);
    });
    return 'FINISHED';
  }
}
