import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { KeptMail, Mails, ReadLetter } from '../../application/mails.js';

interface Row extends Omit<KeptMail, 'original' | 'receivedAt'> {
  readonly receivedAt: Date;
  readonly file: KeptMail['original'];
}

@Injectable()
export class PostgresMails implements Mails {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  async add(tx: Transaction, mail: Omit<KeptMail, 'attempts'>): Promise<boolean> {
    const { district, id, account, original, addressed, receivedAt, wholeBytes } = mail;
    const { rowCount } = await tx.query(
      `insert into intake.mail (district, id, account, original, addressed, received_at, due_at, whole_bytes)
       values ($1, $2, $3, $4, $5, $6, $6, $7) on conflict do nothing`,
      [district, id, account, JSON.stringify(original), addressed, receivedAt, wholeBytes],
    );
    return rowCount === 1;
  }

  async has(district: number, id: string): Promise<boolean> {
    const { rowCount } = await this.database
      .scope(district)
      .query('select from intake.mail where district = $1 and id = $2', [district, id]);
    return rowCount === 1;
  }

  async due(at: string, until: string, limit: number): Promise<readonly KeptMail[]> {
    const found = await this.worker.query<Pick<KeptMail, 'district' | 'id'>>(
      `select district, id from intake.mail where state = 'PENDING' and due_at <= $1 order by due_at limit $2`,
      [at, limit],
    );
    const claimed = await Promise.all(found.rows.map((mail) => this.claim(mail, at, until)));
    return claimed.filter((mail) => mail !== undefined);
  }

  async postpone({ district, id }: Pick<KeptMail, 'district' | 'id'>, at: string): Promise<void> {
    await this.database
      .scope(district)
      .query('update intake.mail set due_at = $3 where district = $1 and id = $2', [district, id, at]);
  }

  async finish(
    tx: Transaction,
    { district, id }: Pick<KeptMail, 'district' | 'id'>,
    { end, appeal, sender, messageId }: ReadLetter,
  ): Promise<void> {
    await tx.query(
      `update intake.mail set state = $3, appeal = $4, sender = $5, message_id = $6 where district = $1 and id = $2`,
      [district, id, end, appeal ?? null, sender ?? null, messageId ?? null],
    );
  }

  async appealOf(district: number, messageIds: readonly Buffer[]): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ readonly appeal: string }>(
      `select appeal from intake.mail where district = $1 and message_id = any($2) and appeal is not null
       order by array_position($2, message_id), received_at limit 1`,
      [district, messageIds],
    );
    return rows[0]?.appeal;
  }

  async casesOf(district: number, sender: Buffer, since: string): Promise<number> {
    const { rows } = await this.database.scope(district).query<{ readonly count: number }>(
      `select count(*)::int as count from intake.mail
       where district = $1 and sender = $2 and received_at > $3 and state = 'CASE'`,
      [district, sender, since],
    );
    return rows[0]!.count;
  }

  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query(
      'update intake.mail set sender = null, message_id = null, appeal = null where district = $1 and appeal = $2',
      [district, appeal],
    );
  }

  private async claim(
    { district, id }: Pick<KeptMail, 'district' | 'id'>,
    at: string,
    until: string,
  ): Promise<KeptMail | undefined> {
    const { rows } = await this.database.scope(district).query<Row>(
      `update intake.mail set due_at = $4, attempts = attempts + 1
       where district = $1 and id = $2 and state = 'PENDING' and due_at <= $3
       returning district, id, account, original as file, addressed, received_at as "receivedAt",
         whole_bytes as "wholeBytes", attempts`,
      [district, id, at, until],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { receivedAt, file, ...mail } = row;
    return { ...mail, original: file, receivedAt: receivedAt.toISOString() };
  }
}
