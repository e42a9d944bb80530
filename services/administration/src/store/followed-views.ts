import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { FollowedViewRow, savedViewManagers } from './saved-view-table.js';

/** What an official had seen of a view when he opened it last. */
export interface Seen {
  readonly seenOn: LocalDate;
  /** Of what was received on that day. */
  readonly seenCount: number;
}

export interface Following {
  readonly district: number;
  readonly official: string;
  /** Of the view. */
  readonly id: string;
  /** Undefined: he follows it no longer. */
  readonly seen: Seen | undefined;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly command: string;
}

/** Which views officials follow: one row for each, that of the newest opening. */
@Injectable()
export class FollowedViews {
  /** By the id of the view. */
  async of(tx: Transaction, district: number, official: string): Promise<ReadonlyMap<string, Seen>> {
    const rows = await (await savedViewManagers)(tx).findBy(FollowedViewRow, { district, official });
    return new Map(rows.flatMap(({ id, seenOn, seenCount }) => (seenOn === null ? [] : [[id, { seenOn, seenCount }]])));
  }

  /** An opening that is older than the kept one changes nothing, and neither does the same command again: false. */
  async put(tx: Transaction, { district, official, id, seen, at, command }: Following): Promise<boolean> {
    const { rowCount } = await tx.query(
      `insert into administration.followed_view (district, official, id, seen_on, seen_count, at, command)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (district, official, id) do update set seen_on = excluded.seen_on, seen_count = excluded.seen_count,
         at = excluded.at, command = excluded.command
       where followed_view.at <= excluded.at and followed_view.command <> excluded.command`,
      [district, official, id, seen?.seenOn ?? null, seen?.seenCount ?? 0, at, command],
    );
    return rowCount === 1;
  }
}
