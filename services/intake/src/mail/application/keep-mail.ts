import { Injectable } from '@nestjs/common';
import { Clock, uuidv5 } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { createHmac } from 'node:crypto';
import { Files } from '../../files/application/files.js';
import { type ArrivedMail, Mails } from '../store/mails.js';

const NAMESPACE = '7c0f3a52-1d5b-4b6e-9b1c-2a3e6f7d8c90';
export const MAIL_TYPE = 'message/rfc822';

/** Keeps letters as they came, sealed, before anything in them is looked at. */
@Injectable()
export class KeepMail {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly mails: Mails,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('mail');
  }

  /**
   * Durable when it resolves; the same letter in the same mailbox is kept once. `also`: written in the same
   * transaction. The bytes are stored before: without the row that names them they are an unclaimed upload, and are
   * removed.
   */
  async keep(mail: ArrivedMail, also?: (tx: Transaction) => Promise<void>): Promise<{ readonly isNew: boolean }> {
    const { district, account, raw, appeal, receivedAt, wholeBytes = null } = mail;
    const id = this.idOf(mail);
    const isKnown = await this.mails.has(district, id);
    const original = isKnown
      ? undefined
      : await this.files.keep(district, { type: MAIL_TYPE, bytes: raw }, this.clock.now(), id);
    if (!original && !also) return { isNew: false };
    return this.database.scope(district).transaction(async (tx) => {
      await also?.(tx);
      if (!original) return { isNew: false };
      const kept = { district, id, account, original, addressed: appeal ?? null, receivedAt, wholeBytes };
      return { isNew: await this.mails.add(tx, kept) };
    });
  }

  private idOf({ district, account, raw }: ArrivedMail): string {
    return uuidv5(
      NAMESPACE,
      createHmac('sha256', this.key).update(`${district}|${account}|`).update(raw).digest('hex'),
    );
  }
}
