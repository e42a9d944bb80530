import {
  AnsweredAtOnce,
  AppealWithdrawn,
  MarkedAsDuplicate,
  MarkedAsSpam,
  PersonErased,
  RegistrationCorrected,
} from '@otklik/contracts/intake.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { MarkAsDuplicate } from '../../application/mark-as-duplicate.js';

type Loss =
  | (typeof MarkedAsSpam | typeof AnsweredAtOnce | typeof AppealWithdrawn)
  | (typeof RegistrationCorrected | typeof PersonErased);

@Concern('intake.duplicates')
export class DuplicatesConcern {
  constructor(private readonly duplicates: MarkAsDuplicate) {}

  @On(MarkedAsDuplicate)
  marked({ district, appeal, data }: EventOf<typeof MarkedAsDuplicate>, { commandFor, tx }: Reaction) {
    return this.duplicates.marked(commandFor, district, appeal, data.of, tx);
  }

  @On(MarkedAsSpam, AnsweredAtOnce, AppealWithdrawn, RegistrationCorrected, PersonErased)
  lost({ district, appeal }: EventOf<Loss>, { commandFor, tx }: Reaction) {
    return this.duplicates.lost(commandFor, district, appeal, tx);
  }
}
