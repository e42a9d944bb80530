import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';

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

/** Claimed for one attempt. Personal fields are sealed; null when erased. */
export interface ClaimedLinkLetter extends LinkLetter {
  readonly contact: string | null;
  readonly name: string | null;
  readonly regime: string | null;
}

/** Link letters that wait to be sent, while their links are valid. */
@Injectable()
export class LinkLetters {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  async add(tx: Transaction, { district, link, appeal, person, expiresAt }: LinkLetter): Promise<void> {
    await tx.query(
      `insert into notifications.link_letter (district, link, appeal, person, expires_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [district, link, appeal, person, expiresAt],
    );
  }

  /** Claims due letters of every district by a lease of `leaseMs`; those whose links are over are removed. `at`: ISO 8601. */
  async claim(at: string, limit: number, leaseMs: number): Promise<readonly ClaimedLinkLetter[]> {
    const { rows } = await this.worker.query<{ readonly district: number; readonly link: string }>(
      `select district, link from notifications.link_letter
       where not done and next_at <= clock_timestamp() order by next_at limit $1`,
      [limit],
    );
    const claimed = await Promise.all(rows.map((due) => this.claimOne(due, at, leaseMs)));
    return claimed.filter((letter) => letter !== undefined);
  }

  private async claimOne(
    due: Pick<LinkLetter, 'district' | 'link'>,
    at: string,
    leaseMs: number,
  ): Promise<ClaimedLinkLetter | undefined> {
    const { rows } = await this.database.scope(due.district).query<ClaimedLinkLetter & { readonly expires: Date }>(
      `update notifications.link_letter l
       set next_at = clock_timestamp() + $4 * interval '1 ms', done = l.expires_at <= $3
       from notifications.applicant a
       where l.district = $1 and l.link = $2 and not l.done and l.next_at <= clock_timestamp()
         and a.district = l.district and a.appeal = l.appeal
       returning l.district, l.link, l.appeal, l.person, l.expires_at as expires, a.contact, a.name, a.regime`,
      [due.district, due.link, at, leaseMs],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { expires, ...letter } = row;
    return expires.toISOString() > at ? { ...letter, expiresAt: expires.toISOString() } : undefined;
  }

  async postpone({ district, link }: Pick<LinkLetter, 'district' | 'link'>, ms: number): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.link_letter set next_at = clock_timestamp() + $3 * interval '1 ms'
       where district = $1 and link = $2`,
      [district, link, ms],
    );
  }

  /** It is sent, or cannot be. */
  async finish({ district, link }: Pick<LinkLetter, 'district' | 'link'>): Promise<void> {
    await this.database
      .scope(district)
      .query('update notifications.link_letter set done = true where district = $1 and link = $2', [district, link]);
  }

  /** Removes the person's letters; answers all their links, sent ones too. */
  async forget(tx: Transaction, district: number, person: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ link: string }>(
      `update notifications.link_letter set done = true where district = $1 and person = $2 returning link`,
      [district, person],
    );
    return rows.map(({ link }) => link);
  }
}
