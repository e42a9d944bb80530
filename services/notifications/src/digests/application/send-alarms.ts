import { Injectable } from '@nestjs/common';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { Danger } from '@otklik/contracts/enumerations';
import { letterText } from '@otklik/contracts/texts';
import { Mailer, uuidv5, type Letter } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { openOfficialEmail, Secrets } from '@otklik/vault';
import { Alarms, type DueAlarm } from './alarms.js';
import { alarms } from './raise-alarm.js';
import { LetterSettings } from '../../letters/application/send-letter.js';
import { deskAddress, sendOfficialLetter, type Attempted } from './send-official-letter.js';

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
  sendDue(): Promise<number> {
    return this.waiting.sendDue((alarm) => this.send(alarm));
  }

  private send(alarm: DueAlarm): Promise<Attempted> {
    return sendOfficialLetter(alarm, {
      mailer: this.mailer,
      logger: this.logger,
      letter: this.compose(alarm),
      count: (outcome) => alarms.inc({ outcome: outcome === 'NOT_SENT' ? 'NOBODY' : outcome }),
      failure: 'sending a letter about danger to life failed',
    });
  }

  /** Undefined for an official who has no address any more. */
  private compose({ district: id, id: fact, official, appeal, number, danger }: DueAlarm): Letter | undefined {
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
    { appeal, number, danger }: Pick<DueAlarm, 'appeal' | 'number' | 'danger'>,
    { code, name }: District,
  ): Pick<Letter, 'subject' | 'text'> {
    const { language } = this.settings;
    const desk = deskAddress(this.settings, code);
    const link = desk === undefined ? '' : `${desk}/card/${appeal}\n\n`;
    const values = { number, link, district: name, danger: titleOf(Danger, danger, language) };
    return {
      subject: letterText('ALARM.subject', language, values),
      text: letterText('ALARM.body', language, values),
    };
  }
}
