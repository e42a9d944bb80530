import { Injectable } from '@nestjs/common';
import type { ReadyText } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';

/** What is proposed: by past decisions, or as a text that is ready. */
export type ProposalKind = 'TOPIC' | 'DEPARTMENT' | 'CODE' | ReadyText;

/** What an official chose where something was proposed. */
export interface FollowedProposal {
  readonly kind: ProposalKind;
  readonly question: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Of what was chosen among the proposals: 0 for the first; undefined: it was none of them. */
  readonly place: number | undefined;
  /** Of a text that was taken: how many percent of its words are in the answer. */
  readonly kept?: number | undefined;
}

export interface FollowedCounts {
  readonly kind: ProposalKind;
  /** Decisions before which something was proposed. */
  readonly decided: number;
  readonly first: number;
  readonly amongThree: number;
  readonly taken: number;
  /** On average; null: no text was taken. */
  readonly kept: number | null;
}

/** A decision that was looked at. */
interface Measured {
  readonly question: string;
  readonly at: string;
}

/** How often officials chose what was proposed to them. Ids and numbers alone. */
@Injectable()
export class FollowedProposals {
  /** `of` are the decisions that were looked at, followed or not: each is looked at once. */
  async record(tx: Transaction, district: number, { table, of, followed }: MeasuredDecisions): Promise<void> {
    await tx.query(
      `update routing.${table} d set measured = true
       from unnest($2::uuid[], $3::timestamptz[]) as seen (question, decided_at)
       where d.district = $1 and d.question = seen.question and d.decided_at = seen.decided_at`,
      [district, of.map(({ question }) => question), of.map(({ at }) => at)],
    );
    await this.keep(tx, district, followed);
  }

  /** The last of each kind and question. */
  async keep(tx: Transaction, district: number, followed: readonly FollowedProposal[]): Promise<void> {
    await tx.query(
      `insert into routing.followed_proposal (district, kind, question, decided_at, place, kept)
       select $1, * from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::smallint[], $6::smallint[])
       on conflict (district, kind, question)
       do update set decided_at = excluded.decided_at, place = excluded.place, kept = excluded.kept`,
      [
        district,
        followed.map(({ kind }) => kind),
        followed.map(({ question }) => question),
        followed.map(({ at }) => at),
        followed.map(({ place }) => place ?? null),
        followed.map(({ kept }) => kept ?? null),
      ],
    );
  }

  /** `since`: ISO 8601 UTC. A kind of which nothing was decided is not in it. */
  async counts(tx: Transaction, district: number, since: string): Promise<readonly FollowedCounts[]> {
    const { rows } = await tx.query<FollowedCounts>(
      `select kind, count(*)::int as decided, (count(*) filter (where place = 0))::int as first,
         (count(*) filter (where place < 3))::int as "amongThree", count(place)::int as taken, round(avg(kept))::int as kept
       from routing.followed_proposal where district = $1 and decided_at >= $2 group by kind`,
      [district, since],
    );
    return rows;
  }
}

export interface MeasuredDecisions {
  readonly table: 'decided_route' | 'decided_code';
  readonly of: readonly Measured[];
  readonly followed: readonly FollowedProposal[];
}
