import { Injectable } from '@nestjs/common';
import { dateText, letterText } from '@otklik/contracts/texts';
import { Clock, isWithin, localDate, type Letter } from '@otklik/kernel';
import { counter } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { AssignmentLetters, type DueAssignmentLetter } from './assignment-letters.js';
import { deskAddress, OfficialPost, type AttemptRecord } from './official-post.js';
import { wantsAssignmentLetter } from './wants-assignment-letter.js';

/** What waited longer is in the morning letter. */
const STALE_MS = 86_400_000;

const letters = counter('otklik_assignment_letters_total', 'Letters about assignments, by outcome', ['outcome'], {
  outcome: ['SENT', 'FAILED', 'POSTPONED', 'DROPPED'],
});

const record: AttemptRecord = {
  count: (outcome) => letters.inc({ outcome: outcome === 'NOT_SENT' ? 'DROPPED' : outcome }),
  failure: 'sending a letter about an assignment failed',
};

/** Letters about assignments: number, topic, inner day and link, nothing of the applicant. */
@Injectable()
export class SendAssignmentLetters {
  constructor(
    private readonly waiting: AssignmentLetters,
    private readonly directory: Directory,
    private readonly post: OfficialPost,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were tried. Throws when the database is down. */
  sendDue(): Promise<number> {
    return this.waiting.sendDue((due) => this.post.attempt(due, this.compose(due), record));
  }

  /** Undefined where it is his no more, and for an official who does not want it any more, has left or is away. */
  private compose(due: DueAssignmentLetter): Letter | undefined {
    const { fact, at, what, official: id, isStillAssigned } = due;
    const district = this.directory.districtById(due.district);
    const official = this.directory.officialById(id);
    if (!district || !isStillAssigned || !wantsAssignmentLetter(official, due.district)) return undefined;
    const now = this.clock.now();
    if (Date.parse(now) - Date.parse(at) > STALE_MS) return undefined;
    if (isWithin(official.absence, localDate(now, district.zone))) return undefined;
    const values = this.valuesOf(due, district);
    return this.post.letter(official, { id: [fact, `assignment/${id}`], kind: `ASSIGNMENT.${what}`, values });
  }

  private valuesOf(
    { appeal, question, number, topic: of, until }: DueAssignmentLetter,
    { code, name, topics }: District,
  ): Readonly<Record<string, string>> {
    const { settings } = this.post;
    const { language } = settings;
    const desk = deskAddress(settings, code);
    const topic = topics.find((one) => one.code === of)?.name;
    return {
      number,
      district: name,
      topic: topic === undefined ? '' : letterText('ASSIGNMENT.topic', language, { topic }),
      until: until === undefined ? '' : letterText('ASSIGNMENT.until', language, { day: dateText(until, language) }),
      link:
        desk === undefined
          ? ''
          : letterText('ASSIGNMENT.link', language, { link: `${desk}/card/${appeal}?question=${question}` }),
    };
  }
}
