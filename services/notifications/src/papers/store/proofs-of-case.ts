import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';

const PROVING = ['NoticeDispatched', 'ProofCameLate', 'NoticePosted', 'LetterDelivered', 'LetterReturned'];

/** What proves that the notices of a case left, as it is on record: texts are sealed. */
@Injectable()
export class ProofsOfCase {
  constructor(private readonly database: Database) {}

  /** Events of the notices which say that one left, and what became of it on its way, in their order. */
  async events(district: number, notices: readonly string[]): Promise<readonly object[]> {
    const { rows } = await this.database.scope(district).query<object>(
      `select stream, type, meta->'actor' as actor, data,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from notifications.event
        where district = $1 and stream = any($2::uuid[]) and type = any($3::text[]) order by position`,
      [district, notices, PROVING],
    );
    return rows;
  }

  /** What was said of the notices in networks, part by part. */
  async parts(district: number, notices: readonly string[]): Promise<readonly object[]> {
    const { rows } = await this.database.scope(district).query<object>(
      `select notice, way, part, parts, state, to_char(claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "claimedAt",
          text, outcome
        from notifications.network_part where district = $1 and notice = any($2::uuid[]) order by claimed_at, notice, way, part`,
      [district, notices],
    );
    return rows;
  }
}
