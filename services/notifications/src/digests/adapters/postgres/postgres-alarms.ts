import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Alarm, Alarms, DueAlarm } from '../../application/alarms.js';

const KIND = 'ALARM';
const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;
const BACKOFF = { firstMs: 10_000, maxMs: 60_000 };
/** About an hour: then the danger is over, or people know of it. */
const MAX_ATTEMPTS = 80;

@Injectable()
export class PostgresAlarms implements Alarms {
  constructor(
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    private readonly database: Database,
  ) {}

  async add(tx: Transaction, district: number, alarms: readonly Alarm[]): Promise<void> {
    await this.queue.add(
      tx,
      alarms.map((body) => ({ district, kind: KIND, key: `${body.id}/${body.official}`, body })),
    );
  }

  sendDue(send: Parameters<Alarms['sendDue']>[0]): Promise<number> {
    const perform = async (work: ClaimedWork<Alarm>): Promise<Performed> => {
      const due = await this.dueAlarm(work);
      return due ? send(due) : 'RETRY';
    };
    return this.work.performDue<Alarm>({
      kind: KIND,
      perform,
      atOnce: MAX_CONCURRENT_LETTERS,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
    });
  }

  /** Undefined before the service knows the appeal. */
  private async dueAlarm({ district, body, attempts }: ClaimedWork<Alarm>): Promise<DueAlarm | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<{ readonly number: string }>(
        'select coalesce(number, receipt) as number from notifications.applicant where district = $1 and appeal = $2',
        [district, body.appeal],
      );
    return rows[0] && { ...body, district, number: rows[0].number, isLast: attempts >= MAX_ATTEMPTS };
  }
}
