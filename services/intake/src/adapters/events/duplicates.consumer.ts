import { AppealWithdrawn, MarkedAsDuplicate, MarkedAsSpam, PersonErased } from '@otklik/contracts/intake.events';
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { MarkAsDuplicate } from '../../application/mark-as-duplicate.js';

@EventConsumer({ name: 'intake.duplicates', topics: ['intake.events'] })
export class DuplicatesConsumer {
  constructor(private readonly duplicates: MarkAsDuplicate) {}

  @On(MarkedAsDuplicate)
  marked({ district, appeal, data }: EventOf<typeof MarkedAsDuplicate>, { commandFor, tx }: Reaction) {
    return this.duplicates.marked(commandFor, district, appeal, data.of, tx);
  }

  @On(MarkedAsSpam, AppealWithdrawn, PersonErased)
  lost(
    { district, appeal }: EventOf<typeof MarkedAsSpam | typeof AppealWithdrawn | typeof PersonErased>,
    { commandFor, tx }: Reaction,
  ) {
    return this.duplicates.lost(commandFor, district, appeal, tx);
  }
}
