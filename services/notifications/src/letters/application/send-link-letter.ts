import { Injectable } from '@nestjs/common';
import type { Regime } from '@otklik/contracts/enumerations';
import { PerformWork, type ClaimedWork, type Performed } from '@otklik/host';
import { Clock, Mailer, MailFailure, type Letter, wireAddress } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { followUpLink, Secrets, Vault, type SealContext } from '@otklik/vault';
import { writeLinkLetter } from './link-letter.js';
import { LINK_LETTER, LinkLetters, type LinkLetterWork } from '../store/link-letters.js';
import { LetterSettings } from './send-letter.js';

const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;
/** The one who asked sits before the page; after the link is over no letter goes. */
const RETRY_MS = 20_000;
/** Of attempts that failed by themselves, while the database was down. */
const MAX_ATTEMPTS = 100;

type Due = ClaimedWork<LinkLetterWork>;

/** Sends links in place of lost codes, until they are over. The secret of a link is made here and nowhere stored. */
@Injectable()
export class SendLinkLetter {
  private readonly key: Buffer;

  constructor(
    private readonly letters: LinkLetters,
    private readonly work: PerformWork,
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
  sendDue(): Promise<number> {
    return this.work.performDue<LinkLetterWork>({
      kind: LINK_LETTER,
      perform: (due: Due) => this.send(due),
      atOnce: MAX_CONCURRENT_LETTERS,
      leaseMs: LEASE_MS,
      backoff: { firstMs: RETRY_MS, maxMs: RETRY_MS },
      maxAttempts: MAX_ATTEMPTS,
    });
  }

  private async send(due: Due): Promise<Performed> {
    const { district, body } = due;
    const { appeal, expiresAt } = body;
    if (Date.parse(expiresAt) <= Date.parse(this.clock.now())) return 'DONE';
    try {
      const letter = await this.compose(due);
      if (letter) await this.mailer.send(letter);
    } catch (error) {
      if (!(error instanceof MailFailure)) {
        if (isOutage(error)) throw error;
        this.logger.error('composing a letter with a link failed', { district, appeal, error });
      } else if (!error.final) {
        this.logger.warn('sending a link failed; retrying', { district, appeal, code: error.code });
        return { againInMs: RETRY_MS };
      }
    }
    return 'DONE';
  }

  /** Undefined for an erased person, and where the installation does not know its own address. */
  private async compose({ district: id, key: link, body }: Due): Promise<Letter | undefined> {
    const district = this.directory.districtById(id);
    if (!district) throw new TypeError(`The directory has no district ${id}`);
    const open = async (sealed: string | null, place: SealContext) =>
      sealed === null ? undefined : this.vault.open(id, sealed, place);
    const addressee = await this.letters.addresseeOf(id, body.appeal);
    const to = addressee && (await open(addressee.contact, { field: 'contact' }));
    if (to === undefined) return undefined;
    const facts = {
      regime: (addressee!.regime ?? 'SOCIAL_MESSAGE') as Regime,
      name: await open(addressee!.name, { field: 'name' }),
      link: followUpLink(this.key, id, link),
      expiresAt: body.expiresAt,
    };
    const written = writeLinkLetter(facts, district, this.settings);
    return written && { messageId: `<${link}@${this.settings.domain}>`, to: wireAddress(to.trim()), ...written };
  }
}
