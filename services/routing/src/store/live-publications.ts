import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

interface Publication {
  readonly district: number;
  /** Its id. */
  readonly publication: string;
}

interface Released extends Publication {
  /** Id of the question that it answers. */
  readonly question: string;
}

/** Answers that all may read now. */
@Injectable()
export class LivePublications {
  async released(tx: Transaction, { district, publication, question }: Released): Promise<void> {
    await tx.query(
      `insert into routing.live_publication (district, publication, question) values ($1, $2, $3)
       on conflict (district, publication) do update set question = excluded.question`,
      [district, publication, question],
    );
  }

  async ended(tx: Transaction, { district, publication }: Publication): Promise<void> {
    await tx.query('delete from routing.live_publication where district = $1 and publication = $2', [
      district,
      publication,
    ]);
  }

  /** Id of the question that it answers; undefined where none may read it. */
  async questionOf(tx: Transaction, { district, publication }: Publication): Promise<string | undefined> {
    const { rows } = await tx.query<{ question: string | null }>(
      'select question from routing.live_publication where district = $1 and publication = $2',
      [district, publication],
    );
    return rows[0]?.question ?? undefined;
  }
}
