import { Injectable } from '@nestjs/common';
import { Clock, localDate, type LocalDate } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { FollowedProposals, type FollowedCounts } from '../store/followed-proposals.js';

export interface FollowedRates {
  /** The first day that is counted. */
  readonly since: LocalDate;
  readonly kinds: readonly FollowedCounts[];
}

const DAYS = 90;
const DAY_MS = 86_400_000;
const kinds = ['TOPIC', 'DEPARTMENT', 'CODE', 'SIMILAR_ANSWER', 'TEMPLATE'] as const;

const none = { decided: 0, first: 0, amongThree: 0, taken: 0, kept: null };

/** How often officials chose of late what was proposed to them. */
@Injectable()
export class CountFollowed {
  constructor(
    private readonly database: Database,
    private readonly followed: FollowedProposals,
    private readonly clock: Clock,
  ) {}

  async of({ id, zone }: District): Promise<FollowedRates> {
    const from = new Date(Date.parse(this.clock.now()) - DAYS * DAY_MS).toISOString();
    const counted = await this.database.scope(id).transaction((tx) => this.followed.counts(tx, id, from));
    const of = (kind: FollowedCounts['kind']): FollowedCounts =>
      counted.find((one) => one.kind === kind) ?? { kind, ...none };
    return { since: localDate(from, zone), kinds: kinds.map(of) };
  }
}
