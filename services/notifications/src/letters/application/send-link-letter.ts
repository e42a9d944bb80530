import { Injectable } from '@nestjs/common';
import type { Regime } from '@otklik/contracts/enumerations';
import { Clock, Mailer, MailFailure, type Letter, wireAddress } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { followUpLink, Secrets, Vault, type SealContext } from '@otklik/vault';
import { writeLinkLetter } from './letter.js';
import { type ClaimedLinkLetter, LinkLetters } from '../store/link-letters.js';
import { LetterSettings } from './send-letter.js';

const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;
/** The one who asked sits before the page; after the link is over no letter goes. */
const RETRY_MS = 20_000;

/** Sends links in place of lost codes, until they are over. The secret of a link is made here and nowhere stored. */
@Injectable()
export class SendLinkLetter {
  private readonly key: Buffer;

  constructor(
    private readonly letters: LinkLetters,
    private readonly vault: Vault,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.key = secrets.of('follow-up-link');
  }

  /** Answers how many were tried. Throws when the database is down. */
  async sendDue(): Promise<number> {
    const due = await this.letters.claim(this.clock.now(), MAX_CONCURRENT_LETTERS, LEASE_MS);
    await Promise.all(due.map((letter) => this.send(letter)));
    return due.length;
  }

  private async send(claimed: ClaimedLinkLetter): Promise<void> {
    const { district, appeal } = claimed;
    try {
      const letter = await this.compose(claimed);
      if (letter) await this.mailer.send(letter);
    } catch (error) {
      if (!(error instanceof MailFailure)) {
        if (isOutage(error)) throw error;
        this.logger.error('a letter with a link could not be written', { district, appeal, error });
      } else if (!error.final) {
        this.logger.warn('sending a link failed and will be retried', { district, appeal, code: error.code });
        return this.letters.postpone(claimed, RETRY_MS);
      }
    }
    await this.letters.finish(claimed);
  }

  /** Undefined for an erased person, and where the installation does not know its own address. */
  private async compose(claimed: ClaimedLinkLetter): Promise<Letter | undefined> {
    const { link, contact, name, regime, expiresAt } = claimed;
    const district = this.directory.districtById(claimed.district);
    if (!district) throw new TypeError(`The directory has no district ${claimed.district}`);
    const open = async (sealed: string | null, place: SealContext) =>
      sealed === null ? undefined : this.vault.open(district.id, sealed, place);
    const to = await open(contact, { field: 'contact' });
    if (to === undefined) return undefined;
    const facts = {
      regime: (regime ?? 'SOCIAL_MESSAGE') as Regime,
      name: await open(name, { field: 'name' }),
      link: followUpLink(this.key, district.id, link),
      expiresAt,
    };
    const written = writeLinkLetter(facts, district, this.settings);
    return written && { messageId: `<${link}@${this.settings.domain}>`, to: wireAddress(to.trim()), ...written };
  }
}
