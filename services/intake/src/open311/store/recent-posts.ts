import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';

/** A post without a key of its own. */
export interface RecentPost {
  readonly district: number;
  /** Id of the client's account. */
  readonly account: string;
  /** Keyed hash of who sent what. */
  readonly fingerprint: Buffer;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Whether an earlier post of the same fingerprint has the same place, by its sealed point. */
  readonly isHere: (sealed: string | null) => boolean;
  /** Sealed. */
  readonly point: string | null;
}

const WINDOW = "interval '10 minutes'";

/** What was posted in the last ten minutes, so that the same sent again is known; what is older is forgotten. */
@Injectable()
export class RecentPosts {
  constructor(private readonly database: Database) {}

  /** The key of the same post within the window, else a new one; of several copies at once all get the same. */
  keyOf({ district, account, fingerprint, at, isHere, point }: RecentPost): Promise<string> {
    return this.database.scope(district).transaction(async (tx) => {
      // Copies that come at once wait for each other.
      await tx.query('select pg_advisory_xact_lock($1, $2)', [district, fingerprint.readInt32BE()]);
      const { rows } = await tx.query<{ readonly key: string; readonly point: string | null }>(
        `select key, point from intake.open311_post
         where district = $1 and account = $2 and fingerprint = $3 and at > $4::timestamptz - ${WINDOW} order by at`,
        [district, account, fingerprint, at],
      );
      const same = rows.find((row) => isHere(row.point));
      if (same) return same.key;
      const key = randomUUID();
      await tx.query('delete from intake.open311_post where district = $1 and at < $2::timestamptz - ' + WINDOW, [
        district,
        at,
      ]);
      await tx.query(
        `insert into intake.open311_post (district, account, key, fingerprint, point, at)
         values ($1, $2, $3, $4, $5, $6)`,
        [district, account, key, fingerprint, point, at],
      );
      return key;
    });
  }
}
