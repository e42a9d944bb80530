import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
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

/** Work, a letter each: its key is the letter's id. */
export const READ_LETTER = 'INCOMING_LETTER';

/** Which letters came, and what became of them; the letters themselves are sealed files. Nothing in it says who wrote. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  /** It waits to be read. False when it is there already. */
  async add(tx: Transaction, mail: KeptMail): Promise<boolean> {
    const { district, id, account, original, addressed, receivedAt, wholeBytes } = mail;
    const { rowCount } = await tx.query(
      `insert into intake.mail (district, id, account, original, addressed, received_at, due_at, whole_bytes)
       values ($1, $2, $3, $4, $5, $6, 'infinity', $7) on conflict do nothing`,
      [district, id, account, JSON.stringify(original), addressed, receivedAt, wholeBytes],
    );
    if (rowCount === 1) await this.queue.add(tx, [{ district, kind: READ_LETTER, key: id, body: {} }]);
    return rowCount === 1;
  }

  async has(district: number, id: string): Promise<boolean> {
    const { rowCount } = await this.database
      .scope(district)
      .query('select from intake.mail where district = $1 and id = $2', [district, id]);
    return rowCount === 1;
  }

  /** Undefined when it was read already. */
  async unread(district: number, id: string): Promise<KeptMail | undefined> {
    const { rows } = await this.database.scope(district).query<Row>(
      `select district, id, account, original as file, addressed, received_at as "receivedAt", whole_bytes as "wholeBytes"
       from intake.mail where district = $1 and id = $2 and state = 'PENDING'`,
      [district, id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { receivedAt, file, ...mail } = row;
    return { ...mail, original: file, receivedAt: receivedAt.toISOString() };
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
}
