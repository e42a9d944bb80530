import { Injectable } from '@nestjs/common';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { Danger } from '@otklik/contracts/enumerations';
import { letterText } from '@otklik/contracts/texts';
import { Mailer, MailFailure, uuidv5, type Letter } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { openOfficialEmail, Secrets } from '@otklik/vault';
import { Alarms, type ClaimedAlarm } from './alarms.js';
import { alarms } from './raise-alarm.js';
import { LetterSettings } from '../../letters/application/send-letter.js';

const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;
const RETRY_MS = 10_000;
/** About an hour: then the danger is over, or people know of it. */
const MAX_ATTEMPTS = 360;

/** Letters about danger to life: the number, the danger and the link, nothing of the sender. No quiet hours hold them. */
@Injectable()
export class SendAlarms {
  private readonly key: Buffer;

  constructor(
    private readonly waiting: Alarms,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.key = secrets.of('official-email');
  }

  /** Answers how many were tried. Throws when the database is down. */
  async sendDue(): Promise<number> {
    const due = await this.waiting.claim(MAX_CONCURRENT_LETTERS, LEASE_MS);
    await Promise.all(due.map((alarm) => this.send(alarm)));
    return due.length;
  }

  private async send(alarm: ClaimedAlarm): Promise<void> {
    const { district, appeal, attempts } = alarm;
    try {
      const letter = this.compose(alarm);
      if (letter) await this.mailer.send(letter);
      alarms.inc({ outcome: letter ? 'SENT' : 'NOBODY' });
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const isOver = error.final || attempts >= MAX_ATTEMPTS;
      alarms.inc({ outcome: isOver ? 'FAILED' : 'POSTPONED' });
      this.logger.warn('a letter about danger to life could not be sent', { district, appeal, code: error.code });
      if (!isOver) return this.waiting.postpone(alarm, RETRY_MS);
    }
    await this.waiting.finish(alarm);
  }

  /** Undefined for an official who has no address any more. */
  private compose({ district: id, id: fact, official, appeal, number, danger }: ClaimedAlarm): Letter | undefined {
    const district = this.directory.districtById(id);
    const email = this.directory.officialById(official)?.email;
    if (!district || email === undefined) return undefined;
    const { domain } = this.settings;
    return {
      messageId: `<${uuidv5(fact, `alarm/${official}`)}@${domain}>`,
      to: openOfficialEmail(this.key, official, email),
      ...this.written({ appeal, number, danger }, district),
    };
  }

  private written(
    { appeal, number, danger }: Pick<ClaimedAlarm, 'appeal' | 'number' | 'danger'>,
    { code, name }: District,
  ): Pick<Letter, 'subject' | 'text'> {
    const { language, publicUrl } = this.settings;
    const link = publicUrl === undefined ? '' : `${publicUrl.replace(/\/+$/, '')}/desk/${code}/card/${appeal}\n\n`;
    const values = { number, link, district: name, danger: titleOf(Danger, danger, language) };
    return {
      subject: letterText('ALARM.subject', language, values),
      text: letterText('ALARM.body', language, values),
    };
  }
}
