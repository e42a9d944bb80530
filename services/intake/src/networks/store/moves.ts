import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';

/** A thread that has become another one: what was said before and after is one conversation. */
export interface Move {
  /** Keyed hashes, as in `source`: the thread as it was, and as it is. */
  readonly origin: string;
  readonly current: string;
  readonly account: string;
  /** The network's own id of what it is now, sealed. */
  readonly place: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Where threads went, in a network that moves them. */
@Injectable()
export class Moves {
  constructor(private readonly database: Database) {}

  /** Both of them tell it; the first telling counts. */
  async keep(tx: Transaction, district: number, moves: readonly Move[]): Promise<void> {
    if (moves.length === 0) return;
    await tx.query(
      `insert into intake.heard_move (district, origin, current, account, place, at)
       select $1, origin, current, account, place, at
       from json_to_recordset($2) as g (origin uuid, current uuid, account uuid, place text, at timestamptz) order by origin
       on conflict do nothing`,
      [district, JSON.stringify(moves)],
    );
  }

  /** Nothing for a thread that never moved. */
  async from(tx: Transaction, district: number, origin: string): Promise<Move | undefined> {
    const { rows } = await tx.query<Omit<Move, 'at'> & { readonly at: Date }>(
      'select origin, current, account, place, at from intake.heard_move where district = $1 and origin = $2',
      [district, origin],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }))[0];
  }

  /** What the thread was before; itself, if it never moved. */
  async originOf(district: number, thread: string): Promise<string> {
    const { rows } = await this.database
      .scope(district)
      .query<Pick<Move, 'origin'>>('select origin from intake.heard_move where district = $1 and current = $2', [
        district,
        thread,
      ]);
    return rows[0]?.origin ?? thread;
  }
}
