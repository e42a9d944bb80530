import { Inject, Injectable } from '@nestjs/common';
import { Background, type BackgroundTask } from '@otklik/host';
import { LetterReceiver, type Letter } from '@otklik/host/mail';
import { Clock } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { KeepMail } from '../application/keep-mail.js';
import { mailboxOf, type Mailbox } from '../application/mailboxes.js';
import { INTAKE_CONFIG, type IntakeConfig } from '../../config.js';
import { MAX_MAIL_BYTES, returnPath } from './raw-letter.js';

const deliveries = counter('otklik_mail_in_total', 'Letters that mail servers handed over, by the answer', ['answer']);

/** Takes letters by SMTP: the district's mail server hands over what arrives at the mailboxes of the districts. */
@Background()
@Injectable()
export class MailReceiver implements BackgroundTask {
  private readonly receiver: LetterReceiver;
  private readonly replyKey: Buffer;

  constructor(
    private readonly keeping: KeepMail,
    private readonly directory: Directory,
    private readonly clock: Clock,
    logger: Logger,
    secrets: Secrets,
    @Inject(INTAKE_CONFIG) { mailInPort: port }: IntakeConfig,
  ) {
    this.replyKey = secrets.of('reply-address');
    this.receiver = new LetterReceiver({
      port,
      maxBytes: MAX_MAIL_BYTES,
      maxClients: 4,
      silenceMs: 60_000,
      refusedRecipient: (address) => (this.mailbox(address) ? undefined : 'No such mailbox'),
      take: (letter) => this.take(letter),
      answered: (code) => deliveries.inc({ answer: String(code) }),
      failed: (message, error) => logger.warn(message, { service: 'intake', error }),
    });
  }

  start(): void {
    this.receiver.start();
  }

  stop(): Promise<void> {
    return this.receiver.stop();
  }

  private async take({ from, recipients, raw }: Letter): Promise<void> {
    const letter = Buffer.concat([returnPath(from), raw]);
    for (const mailbox of this.distinct(recipients)) await this.keep(mailbox, letter);
  }

  private async keep({ district, account, appeal }: Mailbox, raw: Buffer): Promise<void> {
    const named = appeal === undefined ? {} : { appeal };
    await this.keeping.keep({ district, account: account.id, raw, receivedAt: this.clock.now(), ...named });
  }

  /** One letter to a mailbox and to its reply address is one, and the latter says more. */
  private distinct(addresses: readonly string[]): readonly Mailbox[] {
    const found = addresses.map((address) => this.mailbox(address)).filter((one) => one !== undefined);
    const known = new Map(found.map((one) => [one.account.id, one]));
    for (const one of found) if (one.appeal !== undefined) known.set(one.account.id, one);
    return [...known.values()];
  }

  private mailbox(address: string): Mailbox | undefined {
    return mailboxOf(address, this.directory.districts(), this.replyKey);
  }
}
