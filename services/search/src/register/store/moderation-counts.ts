import { Injectable } from '@nestjs/common';
import type { Channel, Network } from '@otklik/contracts/enumerations';
import { Database } from '@otklik/tenancy';

/** What waits for the moderator of one channel and network. */
export interface Waiting {
  readonly channel: Channel;
  readonly network: Network | null;
  readonly count: number;
}

/** Of messages that came since an instant. */
export interface Answered {
  readonly received: number;
  readonly decided: number;
  readonly answered: number;
}

@Injectable()
export class ModerationCounts {
  constructor(private readonly database: Database) {}

  async waiting(district: number): Promise<readonly Waiting[]> {
    const { rows } = await this.database.scope(district).query<Waiting>(
      `select channel, network, count(*)::int as count from search.register
       where district = $1 and awaits = 'MODERATOR' group by channel, network order by count desc, channel, network`,
      [district],
    );
    return rows;
  }

  /** `since`: ISO 8601 UTC. */
  async answered(district: number, since: string): Promise<Answered> {
    const { rows } = await this.database.scope(district).query<Answered>(
      `select count(*)::int as received, count(*) filter (where awaits is distinct from 'MODERATOR')::int as decided,
         count(*) filter (where state in ('ANSWERED', 'ANSWERED_AT_ONCE') or exists (
           select from search.register as joined
           where joined.district = message.district and joined.id = message.joined_to::uuid and joined.state = 'ANSWERED'
         ))::int as answered
       from search.register as message
       where district = $1 and received_at >= $2 and regime in ('SOCIAL_MESSAGE', 'POS_MESSAGE')
         and state not in ('SPAM', 'WITHDRAWN', 'STRUCK')`,
      [district, since],
    );
    return rows[0]!;
  }
}
