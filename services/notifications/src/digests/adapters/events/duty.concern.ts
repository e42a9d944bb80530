import { KnownIssueLapsed } from '@otklik/contracts/known-issue.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { TellLapsedIssue } from '../../application/tell-lapsed-issue.js';

/** What officials on duty are notified of that is of no case. */
@Concern('notifications.duty')
export class DutyConcern {
  constructor(private readonly lapsed: TellLapsedIssue) {}

  @On(KnownIssueLapsed)
  issueLapsed({ district, stream, data }: EventOf<typeof KnownIssueLapsed>, { tx }: Reaction): Promise<void> {
    return this.lapsed.tell(district, { issue: stream, ...data }, tx);
  }
}
