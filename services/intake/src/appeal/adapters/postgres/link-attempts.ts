import type { Database } from '@otklik/tenancy';
import type { LinkAttempts } from '../../application/recover-follow-up.js';

export interface LinkLimit {
  readonly max: number;
  readonly windowMinutes: number;
}

/** Counted in the database, so that all replicas share them and a restart keeps them. */
export function openLinkAttempts(database: Database, { max, windowMinutes }: LinkLimit): LinkAttempts {
  const window = `${windowMinutes} minutes`;
  return {
    async begin(district: number, about: string, at: string): Promise<boolean> {
      const { rows } = await database.scope(district).query<{ count: number }>(
        `insert into intake.open_attempt as attempt (district, about, since, count) values ($1, $2, $3, 1)
         on conflict (district, about) do update set
           count = case when attempt.since > excluded.since - $4::interval then attempt.count + 1 else 1 end,
           since = case when attempt.since > excluded.since - $4::interval then attempt.since else excluded.since end
         returning count`,
        [district, about, at, window],
      );
      return rows[0]!.count <= max;
    },

    async sweep(district: number, at: string): Promise<void> {
      await database
        .scope(district)
        .query('delete from intake.open_attempt where district = $1 and since < $2::timestamptz - $3::interval', [
          district,
          at,
          window,
        ]);
    },
  };
}
