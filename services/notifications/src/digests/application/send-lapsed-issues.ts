import { Injectable } from '@nestjs/common';
import { dateText } from '@otklik/contracts/texts';
import { Clock, localMoment, type Letter } from '@otklik/kernel';
import { counter } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { LapsedIssueLetters, type DueLapsedIssueLetter } from './lapsed-issues.js';
import { deskAddress, OfficialPost, type AttemptRecord } from './official-post.js';
import { onDuty } from './on-duty.js';

export const lapsedIssueLetters = counter(
  'otklik_lapsed_issue_letters_total',
  'Letters that the promised time of a known issue is over, by outcome',
  ['outcome'],
  { outcome: ['SENT', 'FAILED', 'POSTPONED', 'NOBODY'] },
);

const record: AttemptRecord = {
  count: (outcome) => lapsedIssueLetters.inc({ outcome: outcome === 'NOT_SENT' ? 'NOBODY' : outcome }),
  failure: 'sending a letter about a lapsed issue failed',
};

/** Letters about lapsed issues: what residents were shown, the promised time and the link. No quiet hours hold them. */
@Injectable()
export class SendLapsedIssues {
  constructor(
    private readonly waiting: LapsedIssueLetters,
    private readonly directory: Directory,
    private readonly post: OfficialPost,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were tried. Throws when the database is down. */
  sendDue(): Promise<number> {
    return this.waiting.sendDue((due) => this.post.attempt(due, this.compose(due), record));
  }

  /** Undefined for an official who is not on duty any more. */
  private compose({ district: id, issue, title, until, official: of }: DueLapsedIssueLetter): Letter | undefined {
    const district = this.directory.districtById(id);
    const official = onDuty(this.directory, id, this.clock.now()).find((one) => one.id === of);
    if (!district || !official) return undefined;
    const { settings } = this.post;
    const desk = deskAddress(settings, district.code);
    const link = desk === undefined ? '' : `${desk}/known\n\n`;
    const [day = '', time = ''] = localMoment(until, district.zone).split('T');
    const over = `${time.slice(0, 5)}, ${dateText(day, settings.language)}`;
    return this.post.letter(official, {
      id: [issue, `lapsed/${until}/${of}`],
      kind: 'LAPSED_ISSUE',
      values: { title, link, district: district.name, until: over },
    });
  }
}
