import type { Database } from '@otklik/tenancy';
import type { OpenAttempts } from '../../application/open-attempts.js';
import { createHash } from 'node:crypto';

export interface AttemptLimits {
  readonly perNumber: number;
  /** Of all numbers of the district. */
  readonly total: number;
  readonly windowMinutes: number;
  /** Counts apart from others; empty for attempts at codes. */
  readonly purpose?: string;
}

const ALL = 'all';

/** Attempts counted in the database, so that all replicas share them and a restart keeps them. */
export function openAttempts(database: Database, limits: AttemptLimits): OpenAttempts {
  const { purpose = '' } = limits;
  const all = purpose + ALL;
  const hashed = (number: string): string => purpose + hashOf(number);
  const window = `${limits.windowMinutes} minutes`;
  return {
    async begin(district: number, number: string, at: string): Promise<boolean> {
      const { rows } = await database.scope(district).query<{ about: string; count: number }>(
        `insert into intake.open_attempt as attempt (district, about, since, count)
         values ($1, $2, $4, 1), ($1, $3, $4, 1)
         on conflict (district, about) do update set
           count = case when attempt.since > excluded.since - $5::interval then attempt.count + 1 else 1 end,
           since = case when attempt.since > excluded.since - $5::interval then attempt.since else excluded.since end
         returning about, count`,
        [district, all, hashed(number), at, window],
      );
      return rows.every(({ about, count }) => count <= (about === all ? limits.total : limits.perNumber));
    },

    async sweep(district: number, at: string): Promise<void> {
      await database.scope(district).query(
        `delete from intake.open_attempt where district = $1 and since < $2::timestamptz - $3::interval
           and starts_with(about, $4)`,
        [district, at, window, purpose],
      );
    },
  };
}

/** Bounds the size of the key, and keeps typed text out of the table. */
function hashOf(number: string): string {
  return createHash('sha256').update(number).digest('base64');
}
