import { Inject, Injectable } from '@nestjs/common';
import { Background, type BackgroundTask } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Database, Directory, type NetworkAccount } from '@otklik/tenancy';
import { openNetworkSecrets, Secrets } from '@otklik/vault';
import { KeepMail } from '../application/keep-mail.js';
import { isOpen } from '../application/mailboxes.js';
import { MailboxCursors } from '../store/mailbox-cursors.js';
import { INTAKE_CONFIG, type IntakeConfig } from '../../config.js';
import type { ImapServer } from './imap-session.js';
import { MailboxReader, type MailboxDependencies, type MailboxPace } from './mailbox-reader.js';

export const MAILBOX_PACE = Symbol('MAILBOX_PACE');

/** The directory's copy is as old at most. */
const LOOK_MS = 5_000;

/** A reader for each mailbox of the districts that is read by IMAP; another one when an administrator changes it. */
@Background()
@Injectable()
export class MailboxReaders implements BackgroundTask {
  private readonly readers = new Map<string, { readonly as: string; readonly reader: MailboxReader }>();
  private readonly of: MailboxDependencies;
  private readonly key: Buffer;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    database: Database,
    keeping: KeepMail,
    cursors: MailboxCursors,
    private readonly directory: Directory,
    clock: Clock,
    private readonly logger: Logger,
    secrets: Secrets,
    @Inject(MAILBOX_PACE) pace: MailboxPace,
    @Inject(INTAKE_CONFIG) private readonly config: Pick<IntakeConfig, 'mailInnerServers'>,
  ) {
    this.of = { database, keeping, cursors, clock, logger, pace };
    this.key = secrets.of('network-account');
  }

  start(): void {
    this.timer = setInterval(() => (this.looking = this.looking.then(() => this.look())), LOOK_MS);
    this.looking = this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await Promise.all([...this.readers.values()].map(({ reader }) => reader.stop()));
    this.readers.clear();
  }

  private async look(): Promise<void> {
    const wanted = new Map(
      this.directory
        .districts()
        .flatMap(({ id, accounts }) => accounts.filter(isReadByImap).map((account) => [account.id, { id, account }])),
    );
    for (const [account, { as, reader }] of this.readers) {
      const now = wanted.get(account);
      if (now && stateOf(now.account) === as) continue;
      this.readers.delete(account);
      await reader.stop();
    }
    for (const { id, account } of wanted.values()) if (!this.readers.has(account.id)) this.begin(id, account);
  }

  private begin(district: number, account: NetworkAccount): void {
    const server = this.serverOf(district, account);
    if (!server) return;
    const reader = new MailboxReader(this.of, district, account.id, server);
    this.readers.set(account.id, { as: stateOf(account), reader });
    reader.start();
  }

  private serverOf(district: number, { id, sealed, settings }: NetworkAccount): ImapServer | undefined {
    const [host = '', port = ''] = settings['imapServer']!.split(':');
    try {
      const { values } = openNetworkSecrets(this.key, id, sealed);
      const user = settings['imapUser'] ?? settings['address']!;
      const isAllowed = this.config.mailInnerServers.includes(settings['imapServer']!.toLowerCase());
      return { host, port: Number(port), user, password: values['imapPassword'] ?? '', isAllowed };
    } catch (error) {
      this.logger.error('decrypting the secrets of a mailbox failed', { service: 'intake', district, error });
      return undefined;
    }
  }
}

function isReadByImap(account: NetworkAccount): boolean {
  return isOpen(account) && (account.settings['imapServer'] ?? '') !== '';
}

function stateOf({ settings, sealed }: NetworkAccount): string {
  return JSON.stringify([settings, sealed]);
}
