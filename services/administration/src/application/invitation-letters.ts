import { Injectable } from '@nestjs/common';
import { dateText, letterText, type TextLanguage } from '@otklik/contracts/texts';
import { localDate, Mailer, MailFailure } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import type { Issued } from '../store/accounts.js';

/** How this installation writes letters. */
export abstract class LetterSettings {
  abstract readonly language: TextLanguage;
  /** Of the sender's address: Message-IDs end with it. */
  abstract readonly domain: string;
}

/** Of a one-time link; without `expiresAt` the address of the desk. */
type Address = Pick<Issued, 'link'> & Partial<Issued>;

/** Invitations by e-mail. The address is used for the letter, and is neither stored nor logged. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly directory: Directory,
    private readonly logger: Logger,
  ) {}

  /**
   * One attempt; false when the mail server did not take the letter: the link is then given by hand. `cause`: id of the command
   * (a UUID), so that a repeated letter is recognised as the same one.
   */
  async send(to: string, login: string, cause: string, { link, expiresAt }: Address): Promise<boolean> {
    const { language, domain } = this.settings;
    const districts = this.districtsOf(login);
    const values = { district: districts.map(({ name }) => name).join(', '), login, link };
    const zone = districts[0]?.zone ?? 'UTC';
    const subject = letterText('INVITATION.subject', language, values);
    const text =
      expiresAt === undefined
        ? letterText('INVITATION.elsewhere', language, values)
        : letterText('INVITATION.body', language, { ...values, date: dateText(localDate(expiresAt, zone), language) });
    try {
      await this.mailer.send({ messageId: `<${cause}@${domain}>`, to, subject, text });
      return true;
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      this.logger.warn('sending an invitation by e-mail failed', { command: cause, code: error.code });
      return false;
    }
  }

  private districtsOf(login: string): readonly District[] {
    const held = new Set(this.directory.official(login)?.assignments.map(({ district }) => district));
    return this.directory.districts().filter(({ id }) => held.has(id));
  }
}
