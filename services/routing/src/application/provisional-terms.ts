import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { Transaction } from '@otklik/tenancy';

/** A term that counts a year without a decree. */
export interface ProvisionalTerm {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  readonly deadline: DeadlineSetData;
}

export abstract class ProvisionalTerms {
  /** In place of an earlier one of its rule; one that is provisional no more is forgotten. */
  abstract keep(tx: Transaction, term: ProvisionalTerm): Promise<void>;
  /** Those of the district that were last counted by another calendar than this. */
  abstract countedOtherwise(district: number, calendar: string, limit: number): Promise<readonly ProvisionalTerm[]>;
  /** From now on looked at by this calendar. False when another copy was quicker. */
  abstract take(tx: Transaction, term: ProvisionalTerm, calendar: string): Promise<boolean>;
}
