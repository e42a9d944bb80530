import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';

/** A letter with a link in place of a lost follow-up code; not a notice: it informs of nothing, and is not proven. */
export interface LinkLetter {
  readonly district: number;
  /** Id of the link. */
  readonly link: string;
  readonly appeal: string;
  readonly person: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** What the work of a letter holds; its key is the link's id. */
export type LinkLetterWork = Pick<LinkLetter, 'appeal' | 'expiresAt'>;

/** To whom it goes. Personal fields are sealed; null when erased. */
export interface LinkAddressee {
  readonly contact: string | null;
  readonly name: string | null;
  readonly regime: string | null;
}

export const LINK_LETTER = 'LINK_LETTER';

/** Letters with links: each waits as work; which links a person was sent is kept for the erasure. */
@Injectable()
export class LinkLetters {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  /** Once for each link. */
  async add(tx: Transaction, { district, link, appeal, person, expiresAt }: LinkLetter): Promise<void> {
    const { rowCount } = await tx.query(
      `insert into notifications.link_letter (district, link, appeal, person, expires_at, done)
       values ($1, $2, $3, $4, $5, true) on conflict do nothing`,
      [district, link, appeal, person, expiresAt],
    );
    const body: LinkLetterWork = { appeal, expiresAt };
    if (rowCount === 1) await this.queue.add(tx, [{ district, kind: LINK_LETTER, key: link, body }]);
  }

  async addresseeOf(district: number, appeal: string): Promise<LinkAddressee | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<LinkAddressee>(
        'select contact, name, regime from notifications.applicant where district = $1 and appeal = $2',
        [district, appeal],
      );
    return rows[0];
  }

  /** Cancels the person's letters; answers all their links, sent ones too. */
  async forget(tx: Transaction, district: number, person: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ link: string }>(
      'select link from notifications.link_letter where district = $1 and person = $2',
      [district, person],
    );
    const links = rows.map(({ link }) => link);
    await this.queue.cancel(tx, district, LINK_LETTER, links);
    return links;
  }
}
