import {
  AnsweredAtOnce,
  AppealAnswered,
  AppealSupplemented,
  AppealWithdrawn,
  ConsiderationResumed,
  DecisionTakenBack,
  LegalHoldLifted,
  LegalHoldSet,
  MarkedAsDuplicate,
  MarkedAsSpam,
  MessageTurnedIntoAppeal,
  OldJournalEntryRemoved,
  OldJournalEntryTaken,
  PersonErased,
  RegistrationCorrected,
  ReopeningGranted,
  ReopeningRefused,
  ReopeningRequested,
} from '@otklik/contracts/intake.events';
import { Concern, On, type Reaction } from '@otklik/host';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { EndRetention } from '../../application/end-retention.js';

/** Every event that may end a case, open it again, or put it on hold. Each is read with all that its appeal knows by then. */
@Concern('intake.retention', 'PAST')
export class RetentionConcern {
  constructor(private readonly retention: EndRetention) {}

  @On(
    ...[AnsweredAtOnce, AppealAnswered, AppealSupplemented, AppealWithdrawn, ConsiderationResumed, DecisionTakenBack],
    ...[LegalHoldLifted, LegalHoldSet, MarkedAsDuplicate, MarkedAsSpam, MessageTurnedIntoAppeal, PersonErased],
    OldJournalEntryTaken,
    OldJournalEntryRemoved,
    ...[RegistrationCorrected, ReopeningGranted, ReopeningRefused, ReopeningRequested],
  )
  changed({ district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>, { tx }: Reaction) {
    return this.retention.note(tx, district, appeal);
  }
}
