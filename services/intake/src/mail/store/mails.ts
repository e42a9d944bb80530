import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { AttachedFile } from '../../appeal/domain/appeal.js';

/** A letter as it came. */
export interface ArrivedMail {
  readonly district: number;
  /** The mailbox that it came to: the id of the district's account. */
  readonly account: string;
  readonly raw: Buffer;
  /** The appeal that the signed address names to which it was sent. */
  readonly appeal?: string;
  /** When the mailbox got it, ISO 8601 UTC. */
  readonly receivedAt: string;
  /** Of a letter that was too large and was cut: how large it was, bytes. */
  readonly wholeBytes?: number;
}

/** A letter that is kept and not read yet. */
export interface KeptMail {
  readonly district: number;
  /** The same for the same bytes in the same mailbox. */
  readonly id: string;
  readonly account: string;
  /** The letter itself, an upload of ours. */
  readonly original: AttachedFile;
  readonly addressed: string | null;
  /** Of a letter that was cut: how large it was, bytes; null: it is whole. */
  readonly wholeBytes: number | null;
  readonly receivedAt: string;
  readonly attempts: number;
}

/** CASE: a message of its own; ADDED: to a case; NOTHING: sent by a program. */
export type MailEnd = 'CASE' | 'ADDED' | 'NOTHING';

export interface ReadLetter {
  readonly end: MailEnd;
  readonly appeal?: string;
  /** Keyed hashes. */
  readonly sender?: Buffer;
  readonly messageId?: Buffer;
}

interface Row extends Omit<KeptMail, 'original' | 'receivedAt'> {
  readonly receivedAt: Date;
  readonly file: KeptMail['original'];
}

/** Which letters came, and what became of them; the letters themselves are sealed files. Nothing in it says who wrote. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** False when it is there already. */
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

  /** Claims letters that are to be read now: no other reader gets them until `until`. */
  async due(at: string, until: string, limit: number): Promise<readonly KeptMail[]> {
    const found = await this.worker.query<Pick<KeptMail, 'district' | 'id'>>(
      `select district, id from intake.mail where state = 'PENDING' and due_at <= $1 order by due_at limit $2`,
      [at, limit],
    );
    const claimed = await Promise.all(found.rows.map((mail) => this.claim(mail, at, until)));
    return claimed.filter((mail) => mail !== undefined);
  }

  /** It will be read again at `at`. */
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

  /** The appeal of the first of these letters that we know. */
  async appealOf(district: number, messageIds: readonly Buffer[]): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ readonly appeal: string }>(
      `select appeal from intake.mail where district = $1 and message_id = any($2) and appeal is not null
       order by array_position($2, message_id), received_at limit 1`,
      [district, messageIds],
    );
    return rows[0]?.appeal;
  }

  /** How many cases the sender's letters made since. */
  async casesOf(district: number, sender: Buffer, since: string): Promise<number> {
    const { rows } = await this.database.scope(district).query<{ readonly count: number }>(
      `select count(*)::int as count from intake.mail
       where district = $1 and sender = $2 and received_at > $3 and state = 'CASE'`,
      [district, sender, since],
    );
    return rows[0]!.count;
  }

  /** Of an erased person nothing leads to a letter. */
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
