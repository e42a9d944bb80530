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

export abstract class MailSources {
  /** The first one stands. */
  abstract keep(tx: Transaction, source: MailSource): Promise<void>;
  /** A later letter of the applicant; of an appeal that came otherwise there is nothing to change. */
  abstract answered(tx: Transaction, letter: Pick<MailSource, 'district' | 'appeal' | 'mailId'>): Promise<void>;
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
