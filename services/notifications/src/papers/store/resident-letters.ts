import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import { noticesToBodies } from '@otklik/contracts/notices-to-bodies';
import { Database } from '@otklik/tenancy';

/** A kept letter to the applicant. */
export interface ResidentLetter {
  /** Of its notice. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly number: string;
  readonly datedOn: string;
  readonly question: string | null;
  readonly sha256: string;
  readonly size: number;
}

/** What the applicant may save: the kept letters of the case that are for him were not taken back, and may leave: none waits for the signature that it demands. */
@Injectable()
export class ResidentLetters {
  constructor(private readonly database: Database) {}

  async of(district: number, appeal: string): Promise<readonly ResidentLetter[]> {
    const { rows } = await this.database.scope(district).query<ResidentLetter>(
      `select p.notice as id, p.kind, p.number, to_char(p.dated_on, 'YYYY-MM-DD') as "datedOn", d.question, p.sha256, p.size
       from notifications.kept_paper p
       join notifications.delivery d on d.district = p.district and d.notice = p.notice
       where p.district = $1 and p.appeal = $2 and p.kind <> all($3) and p.bytes is not null
         and not (d.awaits_signature and (d.state = 'PENDING' or d.way in ('THREAD', 'DIRECT')))
         and not exists (select from notifications.event e
           where e.district = p.district and e.stream = p.notice and e.type = 'NoticeCancelled')
       order by p.kept_at, p.notice`,
      [district, appeal, noticesToBodies],
    );
    return rows;
  }
}
