import { MeasuresPromised, PromiseConfirmed, PromiseExtended } from '@otklik/contracts/control.events';
import {
  QuestionAnswered,
  QuestionClosed,
  QuestionEnded,
  QuestionReopened,
  QuestionRestored,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { Concern, On, type Reaction } from '@otklik/host';
import { EndRetention } from '../../application/end-retention.js';

type PromiseFact = Pick<PublicEvent, 'district' | 'appeal' | 'stream' | 'version'>;

/** What answers promised, for the terms of storage. */
@Concern('intake.promises', 'PAST')
export class PromisesConcern {
  constructor(private readonly retention: EndRetention) {}

  @On(MeasuresPromised, PromiseExtended)
  promised(event: PromiseFact, { tx }: Reaction) {
    return this.note(event, true, tx);
  }

  /** Kept, or another answer will speak of the matter. One that promises again says so right after it. */
  @On(
    ...[PromiseConfirmed, QuestionAnswered, QuestionClosed, QuestionEnded],
    ...[QuestionReopened, QuestionRestored, QuestionTakenBack],
  )
  over(event: PromiseFact, { tx }: Reaction) {
    return this.note(event, false, tx);
  }

  private note({ district, appeal, stream: question, version }: PromiseFact, isAwaited: boolean, tx: Reaction['tx']) {
    return this.retention.notePromise(tx, { district, appeal, question, version, isAwaited });
  }
}
