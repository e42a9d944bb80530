import { Injectable } from '@nestjs/common';
import { dateText, letterText } from '@otklik/contracts/texts';
import { Clock, localMoment, Mailer, uuidv5, type Letter } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { openOfficialEmail, Secrets } from '@otklik/vault';
import { LetterSettings } from '../../letters/application/send-letter.js';
import { LapsedIssueLetters, type DueLapsedIssueLetter } from './lapsed-issues.js';
import { onDuty } from './on-duty.js';
import { deskAddress, sendOfficialLetter, type Attempted } from './send-official-letter.js';

export const lapsedIssueLetters = counter(
  'otklik_lapsed_issue_letters_total',
  'Letters that the promised time of a known issue is over, by outcome',
  ['outcome'],
  { outcome: ['SENT', 'FAILED', 'POSTPONED', 'NOBODY'] },
);

/** Letters about lapsed issues: what residents were shown, the promised time and the link. No quiet hours hold them. */
@Injectable()
export class SendLapsedIssues {
  private readonly key: Buffer;

  constructor(
    private readonly waiting: LapsedIssueLetters,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.key = secrets.of('official-email');
  }

  /** Answers how many were tried. Throws when the database is down. */
  sendDue(): Promise<number> {
    return this.waiting.sendDue((letter) => this.send(letter));
  }

  private send(due: DueLapsedIssueLetter): Promise<Attempted> {
    return sendOfficialLetter(due, {
      mailer: this.mailer,
      logger: this.logger,
      letter: this.compose(due),
      count: (outcome) => lapsedIssueLetters.inc({ outcome: outcome === 'NOT_SENT' ? 'NOBODY' : outcome }),
      failure: 'sending a letter about a lapsed issue failed',
    });
  }

  /** Undefined for an official who is not on duty any more. */
  private compose(due: DueLapsedIssueLetter): Letter | undefined {
    const { issue, until, official: id } = due;
    const district = this.directory.districtById(due.district);
    const official = onDuty(this.directory, due.district, this.clock.now()).find((one) => one.id === id);
    if (!district || !official) return undefined;
    return {
      messageId: `<${uuidv5(issue, `lapsed/${until}/${id}`)}@${this.settings.domain}>`,
      to: openOfficialEmail(this.key, id, official.email),
      ...this.written(due, district),
    };
  }

  private written(
    { title, until }: DueLapsedIssueLetter,
    { code, name, zone }: District,
  ): Pick<Letter, 'subject' | 'text'> {
    const { language } = this.settings;
    const desk = deskAddress(this.settings, code);
    const link = desk === undefined ? '' : `${desk}/known\n\n`;
    const [day = '', time = ''] = localMoment(until, zone).split('T');
    const values = { title, link, district: name, until: `${time.slice(0, 5)}, ${dateText(day, language)}` };
    return {
      subject: letterText('LAPSED_ISSUE.subject', language, values),
      text: letterText('LAPSED_ISSUE.body', language, values),
    };
  }
}
