import { Injectable } from '@nestjs/common';
import type { ReactionMetric, ReactionTarget, SampleQuality, SampleVia } from '@otklik/contracts/enumerations';
import { Database } from '@otklik/tenancy';

/** One count of a message, as it was recorded. */
export interface StoredReaction {
  readonly target: ReactionTarget;
  readonly message: string;
  readonly metric: ReactionMetric;
  readonly observedAt: string;
  /** When the count before it was seen for the last time; null of the first. */
  readonly before: string | null;
  /** Null: the network did not tell. */
  readonly value: number | null;
  readonly quality: SampleQuality;
  readonly via: SampleVia;
}

export interface ReactionsAsked {
  readonly appeal: string;
  readonly target?: ReactionTarget | undefined;
  /** Later counts are not shown. */
  readonly until?: string | undefined;
}

/** What people did with the messages of an appeal, over time. */
@Injectable()
export class Reactions {
  constructor(private readonly database: Database) {}

  /** By target, message and metric, each in the order of time. */
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
