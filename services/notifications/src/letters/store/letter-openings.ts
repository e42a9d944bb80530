import { Injectable } from '@nestjs/common';
import type { LetterOpeningReason } from '@otklik/contracts/enumerations';
import { uuidv5 } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';

/** An official opened letters: they name the person, and those to bodies how to reach him. */
export interface LetterOpening {
  readonly official: string;
  /** The role that permitted it. */
  readonly role: string;
  /** The absent official whose role it is. */
  readonly onBehalfOf?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reason: LetterOpeningReason;
  /** Ids of the notices, none of a draft's; and of their appeals. */
  readonly notices: readonly string[];
  readonly appeals: readonly string[];
}

/** Who opens a letter about a question of the department. Throws for one who may not. */
export type OpenerIn = (department: string | undefined) => Pick<LetterOpening, 'official' | 'role' | 'onBehalfOf'>;

const QUARTER_MS = 900_000;

/** The record of who opened which letters. It is only added to. */
@Injectable()
export class LetterOpenings {
  constructor(private readonly database: Database) {}

  /** One record for all; the same letters, by the same official within a quarter of an hour, are the same opening. */
  async record(district: number, opening: LetterOpening): Promise<void> {
    const { official, role, onBehalfOf, at, reason, notices, appeals } = opening;
    const quarter = Math.floor(Date.parse(at) / QUARTER_MS);
    const opened = notices.length > 0 ? notices : appeals;
    const id = uuidv5(official, `letters/${district}/${reason}/${opened.toSorted().join()}/${quarter}`);
    await this.database.scope(district).query(
      {
        name: 'letters opened',
        text: `insert into notifications.letter_opened
            (district, id, at, official, role, on_behalf_of, reason, notices, appeals)
          values ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9::uuid[]) on conflict do nothing`,
      },
      [district, id, at, official, role, onBehalfOf ?? null, reason, notices, appeals],
    );
  }
}
