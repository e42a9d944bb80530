import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { Alarm, Alarms, ClaimedAlarm } from '../../application/alarms.js';

type AlarmKey = Pick<Alarm, 'district' | 'id' | 'official'>;

@Injectable()
export class PostgresAlarms implements Alarms {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  async add(tx: Transaction, { district, id, official, appeal, danger }: Alarm): Promise<void> {
    await tx.query(
      `insert into notifications.alarm (district, id, official, appeal, danger)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [district, id, official, appeal, danger],
    );
  }

  async claim(limit: number, leaseMs: number): Promise<readonly ClaimedAlarm[]> {
    const { rows } = await this.worker.query<AlarmKey>(
      `select district, id, official from notifications.alarm
       where not done and next_at <= clock_timestamp() order by next_at limit $1`,
      [limit],
    );
    const claimed = await Promise.all(rows.map((due) => this.claimOne(due, leaseMs)));
    return claimed.filter((alarm) => alarm !== undefined);
  }

  private async claimOne(due: AlarmKey, leaseMs: number): Promise<ClaimedAlarm | undefined> {
    const { rows } = await this.database.scope(due.district).query<ClaimedAlarm>(
      `update notifications.alarm l
       set next_at = clock_timestamp() + $4 * interval '1 ms', attempts = l.attempts + 1
       from notifications.applicant a
       where l.district = $1 and l.id = $2 and l.official = $3 and not l.done and l.next_at <= clock_timestamp()
         and a.district = l.district and a.appeal = l.appeal
       returning l.district, l.id, l.official, l.appeal, l.danger, l.attempts, coalesce(a.number, a.receipt) as number`,
      [due.district, due.id, due.official, leaseMs],
    );
    return rows[0];
  }

  async postpone({ district, id, official }: AlarmKey, ms: number): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.alarm set next_at = clock_timestamp() + $4 * interval '1 ms'
       where district = $1 and id = $2 and official = $3`,
      [district, id, official, ms],
    );
  }

  async finish({ district, id, official }: AlarmKey): Promise<void> {
    await this.database
      .scope(district)
      .query('update notifications.alarm set done = true where district = $1 and id = $2 and official = $3', [
        ...[district, id, official],
      ]);
  }
}
