import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';

/** Reactions to messages of one topic, settlement or week, or of all. */
export interface ReactionCount {
  readonly by: 'ALL' | 'TOPIC' | 'SETTLEMENT' | 'WEEK';
  /** Code, or Monday; null: of all, or of messages without a settlement. */
  readonly key: string | null;
  readonly messages: number;
  readonly answered: number;
  readonly before: number;
  readonly after: number;
  readonly ofAnswers: number;
}

/**
 * Of each message and answer the last count, and of a message that of before our answer. That is known by the first count of the answer,
 * which is made some minutes after it was sent.
 */
const COUNTED = `
  came as (
    select id, settlement, received_on from search.register where district = $1 and received_on >= $2 and received_on <= $3),
  counted as (
    select r.appeal, r.target, r.message, r.metric, r.observed_at, r.value
    from search.register_reaction r join came on came.id = r.appeal
    where r.district = $1 and r.metric in ('LIKES', 'REACTIONS') and r.target in ('CITIZEN_MESSAGE', 'OUR_ANSWER')
      and r.value is not null),
  answer as (select appeal, min(observed_at) as at from counted where target = 'OUR_ANSWER' group by appeal),
  series as (
    select c.appeal, c.target, (array_agg(c.value order by c.observed_at desc))[1] as last,
      (array_agg(c.value order by c.observed_at desc) filter (where a.at is null or c.observed_at <= a.at))[1] as before
    from counted c left join answer a on a.appeal = c.appeal group by c.appeal, c.target, c.message, c.metric),
  message as (
    select s.appeal, bool_or(s.target = 'OUR_ANSWER') as answered,
      coalesce(sum(coalesce(s.before, s.last)) filter (where s.target = 'CITIZEN_MESSAGE'), 0) as before,
      coalesce(sum(s.last - coalesce(s.before, s.last)) filter (where s.target = 'CITIZEN_MESSAGE'), 0) as after,
      coalesce(sum(s.last) filter (where s.target = 'OUR_ANSWER'), 0) as ours
    from series s group by s.appeal)`;

const SUMS = `count(*)::int as messages, count(*) filter (where m.answered)::int as answered, coalesce(sum(m.before), 0)::int as before,
  coalesce(sum(m.after), 0)::int as after, coalesce(sum(m.ours), 0)::int as "ofAnswers"`;

/** Sums of reactions, which name no person and no text. */
@Injectable()
export class ReactionCounts {
  constructor(private readonly database: Database) {}

  async within(district: number, from: LocalDate, to: LocalDate): Promise<readonly ReactionCount[]> {
    const { rows } = await this.database.scope(district).query<ReactionCount>(
      {
        name: 'reaction counts',
        text: `with ${COUNTED}
          select 'ALL' as by, null as key, ${SUMS} from message m
          union all
          select 'SETTLEMENT', c.settlement, ${SUMS} from message m join came c on c.id = m.appeal group by c.settlement
          union all
          select 'WEEK', to_char(date_trunc('week', c.received_on::date), 'YYYY-MM-DD'), ${SUMS}
            from message m join came c on c.id = m.appeal group by 2
          union all
          select 'TOPIC', q.topic, ${SUMS} from message m
            join (select distinct appeal, topic from search.register_question where district = $1 and topic is not null) q
              on q.appeal = m.appeal group by q.topic`,
      },
      [district, from, to],
    );
    return rows;
  }
}
