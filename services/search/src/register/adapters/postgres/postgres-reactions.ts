import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import type { Reactions, ReactionsAsked, StoredReaction } from '../../application/figures/reactions.js';

@Injectable()
export class PostgresReactions implements Reactions {
  constructor(private readonly database: Database) {}

  async of(district: number, { appeal, target, until }: ReactionsAsked): Promise<readonly StoredReaction[]> {
    const { rows } = await this.database.scope(district).query<StoredReaction>({
      name: 'register reactions',
      text: `select target, message, metric, observed_at as "observedAt", before, value, quality, via
        from search.register_reaction
        where district = $1 and appeal = $2 and ($3::text is null or target = $3)
          and ($4::text is null or observed_at <= $4)
        order by target, message, metric, observed_at`,
      values: [district, appeal, target ?? null, until ?? null],
    });
    return rows;
  }
}
