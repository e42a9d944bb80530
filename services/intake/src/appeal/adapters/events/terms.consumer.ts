import { AppealReceived, MessageTurnedIntoAppeal } from '@otklik/contracts/intake.events';
import { EventConsumer, OnBatch, WatchTerms, type EventOf } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';

type Termed = EventOf<typeof AppealReceived | typeof MessageTurnedIntoAppeal>;

/** The service consumes its own facts: the timers of a term are set apart from the submission, which waits for nothing. */
@EventConsumer({ name: 'intake.terms', topics: ['intake.events'] })
export class TermsConsumer {
  constructor(private readonly terms: WatchTerms) {}

  @OnBatch(AppealReceived)
  received(events: readonly EventOf<typeof AppealReceived>[], tx: Transaction) {
    return this.terms.keep(events.flatMap(termOf), tx);
  }

  @OnBatch(MessageTurnedIntoAppeal)
  turned(events: readonly EventOf<typeof MessageTurnedIntoAppeal>[], tx: Transaction) {
    return this.terms.keep(events.flatMap(termOf), tx);
  }
}

function termOf({ district, stream, appeal, data: { deadline } }: Termed) {
  return deadline ? [{ district, stream, appeal, deadline }] : [];
}
