import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import type { DueLapsedIssueLetter, LapsedIssueLetter, LapsedIssueLetters } from '../../application/lapsed-issues.js';
import { performOfficialLetters } from './official-letter-work.js';

const KIND = 'LAPSED_ISSUE';
const BACKOFF = { firstMs: 10_000, maxMs: 60_000 };
/** About an hour: then people have seen it on the desk. */
const MAX_ATTEMPTS = 80;

@Injectable()
export class PostgresLapsedIssues implements LapsedIssueLetters {
  constructor(
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
  ) {}

  async add(tx: Transaction, district: number, letters: readonly LapsedIssueLetter[]): Promise<void> {
    await this.queue.add(
      tx,
      letters.map((body) => ({ district, kind: KIND, key: `${body.issue}/${body.until}/${body.official}`, body })),
    );
  }

  sendDue(send: Parameters<LapsedIssueLetters['sendDue']>[0]): Promise<number> {
    return performOfficialLetters<LapsedIssueLetter, DueLapsedIssueLetter>(this.work, {
      kind: KIND,
      due: async ({ district, body, attempts }) => ({ ...body, district, isLast: attempts >= MAX_ATTEMPTS }),
      send,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
    });
  }
}
