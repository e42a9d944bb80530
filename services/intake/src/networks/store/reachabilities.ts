import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';

/** An author of messages to an account, by a keyed hash. */
export interface Author {
  readonly account: string;
  readonly author: string;
}

export interface Reach {
  readonly allowed: boolean;
  /** By the network's clock if it sends a time, else the time of receipt; ISO 8601 UTC. */
  readonly at: string;
}

/** Whether authors accept messages of the district's accounts, by the networks' last report. */
@Injectable()
export class Reachabilities {
  constructor(private readonly database: Database) {}

  /** Nothing until the network reports it. In a transaction the row is locked. */
  async of(district: number, { account, author }: Author, tx?: Transaction): Promise<Reach | undefined> {
    const { rows } = await (tx ?? this.database.scope(district)).query<{
      readonly allowed: boolean;
      readonly at: Date;
    }>({
      name: tx ? 'intake.lock-reachability' : 'intake.reachability',
      text: `select allowed, at from intake.reachability where district = $1 and account = $2 and author = $3
        ${tx ? 'for update' : ''}`,
      values: [district, account, author],
    });
    return rows[0] && { allowed: rows[0].allowed, at: rows[0].at.toISOString() };
  }

  async set(tx: Transaction, district: number, { account, author }: Author, { allowed, at }: Reach): Promise<void> {
    await tx.query(
      `insert into intake.reachability (district, account, author, allowed, at) values ($1, $2, $3, $4, $5)
       on conflict (district, account, author) do update set allowed = excluded.allowed, at = excluded.at`,
      [district, account, author, allowed, at],
    );
  }

  /** Those of the authors who block us. */
  async blockedAmong(tx: Transaction, district: number, authors: readonly Author[]): Promise<readonly Author[]> {
    if (authors.length === 0) return [];
    const { rows } = await tx.query<Author>({
      name: 'intake.blocked-authors',
      text: `select account, author from intake.reachability join unnest($2::uuid[], $3::uuid[]) as g (account, author)
          using (account, author)
        where district = $1 and not allowed`,
      values: [district, authors.map(({ account }) => account), authors.map(({ author }) => author)],
    });
    return rows;
  }

  /** Appeals that began with a message of the author to the account, the latest first. */
  async appealsOf(tx: Transaction, district: number, { account, author }: Author, limit: number) {
    const { rows } = await tx.query<{ readonly appeal: string }>(
      `select appeal from intake.heard_message
       where district = $1 and author = $3 and account = $2 and place = 'CASE' and appeal is not null
       order by at desc limit $4`,
      [district, account, author, limit],
    );
    return rows.map(({ appeal }) => appeal);
  }
}
