import { Injectable } from '@nestjs/common';
import { dateText, letterText } from '@otklik/contracts/texts';
import { Clock, isWithin, localDate, Mailer, uuidv5, type Letter } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { openOfficialEmail, Secrets } from '@otklik/vault';
import { LetterSettings } from '../../letters/application/send-letter.js';
import { AssignmentLetters, type DueAssignmentLetter } from './assignment-letters.js';
import { deskAddress, sendOfficialLetter, type Attempted } from './send-official-letter.js';
import { wantsAssignmentLetter } from './wants-assignment-letter.js';

/** What waited longer is in the morning letter. */
const STALE_MS = 86_400_000;

const letters = counter('otklik_assignment_letters_total', 'Letters about assignments, by outcome', ['outcome'], {
  outcome: ['SENT', 'FAILED', 'POSTPONED', 'DROPPED'],
});

/** Letters about assignments: number, topic, inner day and link, nothing of the applicant. */
@Injectable()
export class SendAssignmentLetters {
  private readonly key: Buffer;

  constructor(
    private readonly waiting: AssignmentLetters,
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

  private send(due: DueAssignmentLetter): Promise<Attempted> {
    return sendOfficialLetter(due, {
      mailer: this.mailer,
      logger: this.logger,
      letter: this.compose(due),
      count: (outcome) => letters.inc({ outcome: outcome === 'NOT_SENT' ? 'DROPPED' : outcome }),
      failure: 'sending a letter about an assignment failed',
    });
  }

  /** Undefined where it is his no more, and for an official who does not want it any more, has left or is away. */
  private compose(due: DueAssignmentLetter): Letter | undefined {
    const { fact, at, official: id, isStillAssigned } = due;
    const district = this.directory.districtById(due.district);
    const official = this.directory.officialById(id);
    if (!district || !isStillAssigned || !wantsAssignmentLetter(official, due.district)) return undefined;
    const now = this.clock.now();
    if (Date.parse(now) - Date.parse(at) > STALE_MS) return undefined;
    if (isWithin(official.absence, localDate(now, district.zone))) return undefined;
    return {
      messageId: `<${uuidv5(fact, `assignment/${id}`)}@${this.settings.domain}>`,
      to: openOfficialEmail(this.key, id, official.email),
      ...this.written(due, district),
    };
  }

  private written(
    { what, appeal, question, number, topic: of, until }: DueAssignmentLetter,
    { code, name, topics }: District,
  ): Pick<Letter, 'subject' | 'text'> {
    const { language } = this.settings;
    const desk = deskAddress(this.settings, code);
    const topic = topics.find((one) => one.code === of)?.name;
    const values = {
      number,
      district: name,
      topic: topic === undefined ? '' : letterText('ASSIGNMENT.topic', language, { topic }),
      until: until === undefined ? '' : letterText('ASSIGNMENT.until', language, { day: dateText(until, language) }),
      link:
        desk === undefined
          ? ''
          : letterText('ASSIGNMENT.link', language, { link: `${desk}/card/${appeal}?question=${question}` }),
    };
    return {
      subject: letterText(`ASSIGNMENT.${what}.subject`, language, values),
      text: letterText(`ASSIGNMENT.${what}.body`, language, values),
    };
  }
}
