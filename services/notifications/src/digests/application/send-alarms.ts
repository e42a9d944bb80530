import { Injectable } from '@nestjs/common';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { Danger } from '@otklik/contracts/enumerations';
import type { Letter } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { Alarms, type DueAlarm } from './alarms.js';
import { deskAddress, OfficialPost, type AttemptRecord } from './official-post.js';
import { alarms } from './raise-alarm.js';

const record: AttemptRecord = {
  count: (outcome) => alarms.inc({ outcome: outcome === 'NOT_SENT' ? 'NOBODY' : outcome }),
  failure: 'sending a letter about danger to life failed',
};

/** Letters about danger to life: the number, the danger and the link, nothing of the sender. No quiet hours hold them. */
@Injectable()
export class SendAlarms {
  constructor(
    private readonly waiting: Alarms,
    private readonly directory: Directory,
    private readonly post: OfficialPost,
  ) {}

  /** Answers how many were tried. Throws when the database is down. */
  sendDue(): Promise<number> {
    return this.waiting.sendDue((due) => this.post.attempt(due, this.compose(due), record));
  }

  /** Undefined for an official who has no address any more. */
  private compose({ district: id, id: fact, official, appeal, number, danger }: DueAlarm): Letter | undefined {
    const district = this.directory.districtById(id);
    const email = this.directory.officialById(official)?.email;
    if (!district || email === undefined) return undefined;
    const { settings } = this.post;
    const desk = deskAddress(settings, district.code);
    const link = desk === undefined ? '' : `${desk}/card/${appeal}\n\n`;
    return this.post.letter(
      { id: official, email },
      {
        id: [fact, `alarm/${official}`],
        kind: 'ALARM',
        values: { number, link, district: district.name, danger: titleOf(Danger, danger, settings.language) },
      },
    );
  }
}
