import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Alarm, Alarms, DueAlarm } from '../../application/alarms.js';
import { performOfficialLetters } from './official-letter-work.js';

const KIND = 'ALARM';
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
    return performOfficialLetters<Alarm, DueAlarm>(this.work, {
      kind: KIND,
      due: (work) => this.dueAlarm(work),
      send,
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
