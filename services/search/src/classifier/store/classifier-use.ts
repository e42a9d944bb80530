import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';

/** Whose use of codes is looked at. */
export interface UsersOfCodes {
  /** Id of the official. */
  readonly official: string;
  /** Codes of departments. */
  readonly departments: readonly string[];
}

/** Which codes questions of the register have. */
@Injectable()
export class ClassifierUse {
  constructor(private readonly database: Database) {}

  /**
   * Codes of the official's own questions, those of the newest first, then those that his departments have most; `since`: ISO 8601
   * UTC, of the reception.
   */
  async codes(
    district: number,
    { official, departments }: UsersOfCodes,
    since: string,
    limit: number,
  ): Promise<readonly string[]> {
    const { rows } = await this.database.scope(district).query<{ classifier: string }>(
      {
        name: 'classifier use',
        text: `select q.classifier from search.register_question q
            join search.register a on a.district = q.district and a.id = q.appeal
          where q.district = $1 and q.classifier is not null and a.received_at >= $4
            and (q.executor = $2 or q.department = any($3))
          group by q.classifier
          order by max(a.received_at) filter (where q.executor = $2) desc nulls last, count(*) desc, q.classifier
          limit $5`,
      },
      [district, official, departments, since, limit],
    );
    return rows.map(({ classifier }) => classifier);
  }
}
