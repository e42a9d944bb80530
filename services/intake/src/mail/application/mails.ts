import type { Transaction } from '@otklik/tenancy';
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

/** Which letters came, and what became of them; the letters themselves are sealed files. Nothing in it says who wrote. */
export abstract class Mails {
  /** False when it is there already. */
  abstract add(tx: Transaction, mail: Omit<KeptMail, 'attempts'>): Promise<boolean>;
  abstract has(district: number, id: string): Promise<boolean>;
  /** Claims letters that are to be read now: until `until` nobody else does. */
  abstract due(at: string, until: string, limit: number): Promise<readonly KeptMail[]>;
  /** It will be read again at `at`. */
  abstract postpone(mail: Pick<KeptMail, 'district' | 'id'>, at: string): Promise<void>;
  abstract finish(tx: Transaction, mail: Pick<KeptMail, 'district' | 'id'>, read: ReadLetter): Promise<void>;
  /** The appeal of the first of these letters that we know. */
  abstract appealOf(district: number, messageIds: readonly Buffer[]): Promise<string | undefined>;
  /** How many cases the sender's letters made since. */
  abstract casesOf(district: number, sender: Buffer, since: string): Promise<number>;
  /** Of an erased person nothing leads to a letter. */
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
}
