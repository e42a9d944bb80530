import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

interface Publication {
  readonly district: number;
  /** Its id. */
  readonly publication: string;
}

/** Answers that all may read now. */
@Injectable()
export class LivePublications {
  async released(tx: Transaction, { district, publication }: Publication): Promise<void> {
    await tx.query(
      `insert into routing.live_publication (district, publication) values ($1, $2)
       on conflict (district, publication) do nothing`,
      [district, publication],
    );
  }

  async ended(tx: Transaction, { district, publication }: Publication): Promise<void> {
    await tx.query('delete from routing.live_publication where district = $1 and publication = $2', [
      district,
      publication,
    ]);
  }

  async isLive(tx: Transaction, { district, publication }: Publication): Promise<boolean> {
    const { rowCount } = await tx.query(
      'select from routing.live_publication where district = $1 and publication = $2',
      [district, publication],
    );
    return rowCount === 1;
  }
}
