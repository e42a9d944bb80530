import { Injectable } from '@nestjs/common';
import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';
import { Database } from '@otklik/tenancy';

/** A notice that waits for the district's signatory. */
export interface UnsignedNotice {
  readonly notice: string;
  /** Of its stream. */
  readonly version: number;
  readonly appeal: string;
  /** Of the registration; of the receipt until then. */
  readonly number: string;
  readonly registeredOn: string | null;
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  readonly details: NoticeDetails;
  /** The last day of its question's answer. */
  readonly dueOn: string | null;
}

/** What waits for the district's signatory, read beside the log. */
@Injectable()
export class NoticesToSign {
  constructor(private readonly database: Database) {}

  /** The oldest first, and how many there are. */
  async of(
    district: number,
    limit: number,
  ): Promise<{ readonly total: number; readonly rows: readonly UnsignedNotice[] }> {
    const { rows } = await this.database.scope(district).query<UnsignedNotice & { readonly total: number }>(
      `select d.notice, s.version, d.appeal, coalesce(a.number, a.receipt) as number, a.registered_on as "registeredOn",
         d.kind, d.way, d.details,
         (select due_on from notifications.question q where q.district = d.district and q.question = d.question) as "dueOn",
         (count(*) over ())::int as total
       from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       join notifications.stream s on s.district = d.district and s.id = d.notice
       where d.district = $1 and d.state = 'PENDING' and d.to_sign
       order by d.added, d.notice limit $2`,
      [district, limit],
    );
    return { total: rows[0]?.total ?? 0, rows };
  }
}
