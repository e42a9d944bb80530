import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import type { RecentPost, RecentPosts } from '../../application/recent-posts.js';

const WINDOW = "interval '10 minutes'";

@Injectable()
export class PostgresRecentPosts implements RecentPosts {
  constructor(private readonly database: Database) {}

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
