import type { FactOf } from '@otklik/contracts/declare-event';
import type { OldJournalEntryTaken } from '@otklik/contracts/intake.events';
import type { AppealEvent, AppealState, Known } from './appeal.js';
import { no } from './appeal.demands.js';

/** An appeal that the journal which the district kept before closed: taken as that journal has it, once. */
export interface TakeFromOldJournal extends Omit<FactOf<typeof OldJournalEntryTaken>, 'type'> {
  readonly type: 'TakeFromOldJournal';
}

export interface RemoveWithOldJournal {
  readonly type: 'RemoveWithOldJournal';
  readonly load: string;
}

export function takeFromOldJournal(entry: TakeFromOldJournal, state: AppealState): readonly AppealEvent[] {
  return state.status === 'NONE' ? [{ ...entry, type: 'OldJournalEntryTaken' }] : [];
}

/** While it is as it was taken. */
export function removeWithOldJournal({ load }: RemoveWithOldJournal, state: Known): readonly AppealEvent[] {
  const { oldJournal, legalHold } = state.published;
  if (oldJournal?.load !== load || (state.status === 'ERASED' && !oldJournal.isRemoved)) no('APPEAL_STATE_FORBIDS');
  if (oldJournal.isRemoved) return [];
  if (legalHold) no('APPEAL_ON_HOLD');
  return [{ type: 'OldJournalEntryRemoved', load, person: state.person }];
}
