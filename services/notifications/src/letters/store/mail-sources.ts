import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** From where an appeal came by e-mail. */
export interface MailSource {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
  /** The district's mailbox. */
  readonly account: string;
  /** Message-ID of the applicant's last letter. */
  readonly mailId: Sealed | null;
}

@Injectable()
export class MailSources {
  /** The first one is kept. */
  async keep(tx: Transaction, { district, appeal, person, account, mailId }: MailSource): Promise<void> {
    await tx.query(
      `insert into notifications.mail_source (district, appeal, person, account, mail_id) values ($1, $2, $3, $4, $5)
       on conflict (district, appeal) do nothing`,
      [district, appeal, person, account, mailId],
    );
  }

  /** A later letter of the applicant; of an appeal that came otherwise there is nothing to change. */
  async answered(
    tx: Transaction,
    { district, appeal, mailId }: Pick<MailSource, 'district' | 'appeal' | 'mailId'>,
  ): Promise<void> {
    await tx.query('update notifications.mail_source set mail_id = $3 where district = $1 and appeal = $2', [
      ...[district, appeal, mailId],
    ]);
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query('update notifications.mail_source set mail_id = null where district = $1 and person = $2', [
      ...[district, person],
    ]);
  }
}
