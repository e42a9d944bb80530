import { AppealReceived, MessageTurnedIntoAppeal } from '@otklik/contracts/intake.events';
import { Concern, OnBatch, WatchTerms, type EventOf } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';

type Termed = EventOf<typeof AppealReceived | typeof MessageTurnedIntoAppeal>;

/** The service consumes its own facts: the timers of a term are set apart from the submission, which waits for nothing. */
@Concern('intake.terms')
export class TermsConcern {
  constructor(private readonly terms: WatchTerms) {}

  @OnBatch(AppealReceived, MessageTurnedIntoAppeal)
  termed(events: readonly Termed[], tx: Transaction) {
    return this.terms.keep(events.flatMap(termOf), tx);
  }
}

function termOf({ district, stream, appeal, data: { deadline } }: Termed) {
  return deadline ? [{ district, stream, appeal, deadline }] : [];
}
