import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';

/** One official's letter of one day. */
export interface AnchorLetterKey {
  readonly district: number;
  readonly official: string;
  readonly day: LocalDate;
}

@Injectable()
export class AnchorLetterClaims {
  constructor(private readonly database: Database) {}

  /** Takes the letter of a day, committed before it is sent; false where it was begun, or waits for its retry. `at`: ISO 8601 UTC. */
  async claim({ district, official, day }: AnchorLetterKey, at: string): Promise<boolean> {
    const { rowCount } = await this.database.scope(district).query(
      `insert into administration.anchor_letter (district, official, day, state, at) values ($1, $2, $3, 'SENDING', $4)
       on conflict (district, official, day) do update set state = 'SENDING', at = excluded.at, next_at = null
       where anchor_letter.state = 'POSTPONED' and anchor_letter.next_at <= $4`,
      [district, official, day, at],
    );
    return rowCount === 1;
  }

  async finish({ district, official, day }: AnchorLetterKey, end: 'SENT' | 'FAILED'): Promise<void> {
    await this.database
      .scope(district)
      .query('update administration.anchor_letter set state = $4 where district = $1 and official = $2 and day = $3', [
        ...[district, official, day, end],
      ]);
  }

  /** The mail server did not take it: again from `until` on. */
  async postpone({ district, official, day }: AnchorLetterKey, until: string): Promise<void> {
    await this.database.scope(district).query(
      `update administration.anchor_letter set state = 'POSTPONED', next_at = $4
       where district = $1 and official = $2 and day = $3`,
      [district, official, day, until],
    );
  }
}
