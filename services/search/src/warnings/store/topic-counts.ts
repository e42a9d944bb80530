import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import type { JudgedDays, TopicCount } from '../domain/waves.js';

/** How many questions of which topic came, by day and place. */
@Injectable()
export class TopicCounts {
  constructor(private readonly database: Database) {}

  /** By the day on which the appeal came, both days included; spam is not counted. Reads every question of these days. */
  async within(district: number, { from, to }: JudgedDays): Promise<readonly TopicCount[]> {
    const { rows } = await this.database.scope(district).query<TopicCount>(
      {
        name: 'topic counts',
        text: `select q.topic, a.settlement, a.received_on as day, count(*)::int as questions
          from search.register a join search.register_question q on q.district = a.district and q.appeal = a.id
          where a.district = $1 and a.received_on >= $2 and a.received_on <= $3 and a.state <> 'SPAM'
            and q.topic is not null
          group by q.topic, a.settlement, a.received_on`,
      },
      [district, from, to],
    );
    return rows;
  }
}
