import { Injectable } from '@nestjs/common';
import { dateText, letterText } from '@otklik/contracts/texts';
import { localDate, Mailer, MailFailure, uuidv5 } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import type { District, Official } from '@otklik/tenancy';
import { openOfficialEmail, Secrets } from '@otklik/vault';
import { AnchorLetterClaims, AnchorLetterKey } from '../store/anchor-letter-claims.js';
import { LetterSettings } from './invitation-letters.js';

/** The newest blocks of the hash chains of a district, signed. */
export interface SignedHeads {
  /** One anchor each. */
  readonly lines: readonly string[];
  /** Base64. */
  readonly publicKey: string;
}

/** `receivers`: controllers of the district whose address is known. */
export interface SentAnchorLetters {
  readonly receivers: number;
  readonly sent: number;
  /** Rejected by the mail server, permanently or until the next attempt. */
  readonly failed: number;
}

const RETRY_MS = 600_000;

const letters = counter('otklik_anchor_letters_total', 'Letters with anchors of hash chains, by outcome', ['outcome']);

/**
 * Anchors by e-mail to the controllers of a district: a copy of the heads of its hash chains with people who have no access to
 * the database or its machines. One letter a day, whatever restarts: one of which it is not known whether the mail server took
 * it is not repeated, because the next day's says more.
 */
@Injectable()
export class AnchorLetters {
  private readonly key: Buffer;

  constructor(
    private readonly claims: AnchorLetterClaims,
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.key = secrets.of('official-email');
  }

  /** `at`: ISO 8601 UTC. Throws when the database is down. */
  async send(district: District, heads: SignedHeads, at: string): Promise<SentAnchorLetters> {
    const receivers = heads.lines.length === 0 ? [] : district.officials.filter((one) => isReceiver(one, district));
    const day = localDate(at, district.zone);
    let [sent, failed] = [0, 0];
    for (const official of receivers) {
      const key = { district: district.id, official: official.id, day };
      if (!(await this.claims.claim(key, at))) continue;
      if (await this.attempt(key, official, { district, heads, at })) sent += 1;
      else failed += 1;
    }
    return { receivers: receivers.length, sent, failed };
  }

  private async attempt(
    key: AnchorLetterKey,
    official: Official,
    { district, heads, at }: { readonly district: District; readonly heads: SignedHeads; readonly at: string },
  ): Promise<boolean> {
    const { language, domain } = this.settings;
    const values = { day: dateText(key.day, language), district: district.name, publicKey: heads.publicKey };
    try {
      await this.mailer.send({
        messageId: `<${uuidv5(official.id, `anchors/${district.id}/${key.day}`)}@${domain}>`,
        to: openOfficialEmail(this.key, official.id, official.email!),
        subject: letterText('ANCHORS.subject', language, values),
        text: letterText('ANCHORS.body', language, { ...values, lines: heads.lines.join('\n') }),
      });
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      await this.failed(key, error, at);
      return false;
    }
    letters.inc({ outcome: 'SENT' });
    await this.claims.finish(key, 'SENT');
    return true;
  }

  private async failed(key: AnchorLetterKey, { code, final }: MailFailure, at: string): Promise<void> {
    this.logger.warn('sending anchors by e-mail failed', { district: key.district, code });
    letters.inc({ outcome: final ? 'FAILED' : 'POSTPONED' });
    if (final) return this.claims.finish(key, 'FAILED');
    await this.claims.postpone(key, new Date(Date.parse(at) + RETRY_MS).toISOString());
  }
}

/** Who controls the whole district in his own right. Absence does not matter: the letter is kept, not read. */
function isReceiver({ email, assignments }: Official, { id }: District): boolean {
  const isController = assignments.some(
    ({ district, role, onBehalfOf }) => district === id && role === 'CONTROLLER' && onBehalfOf === undefined,
  );
  return email !== undefined && isController;
}
