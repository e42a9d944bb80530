import { localDate, type LocalDate } from '@otklik/kernel';
import { evolve, initialState, type AppealEvent, type AppealState } from './appeal.js';
import { isOpen } from './appeal.demands.js';

/** An event of an appeal, and when its command began (ISO 8601 UTC). */
export interface Happened {
  readonly event: AppealEvent;
  readonly at: string;
}

export interface CaseStanding {
  readonly state: AppealState;
  /** When the case ended for the last time, a day of the district's zone; undefined while it is open. */
  readonly endedOn: LocalDate | undefined;
}

/** What happens to an ended case (a rating, a count of likes, a hold) does not move its end. */
export function caseStanding(history: readonly Happened[], zone: string): CaseStanding {
  let [state, endedOn]: [AppealState, LocalDate | undefined] = [initialState, undefined];
  for (const { event, at } of history) {
    const wasOpen = isOpenCase(state);
    state = evolve(state, event);
    if (isOpenCase(state)) endedOn = undefined;
    else if (event.type === 'AppealAnswered') endedOn = event.answeredOn;
    else if (event.type === 'OldJournalEntryTaken') endedOn = event.answeredOn ?? event.receivedOn;
    else if (wasOpen) endedOn = localDate(at, zone);
  }
  return { state, endedOn };
}

function isOpenCase(state: AppealState): boolean {
  return state.status === 'NONE' || isOpen(state);
}
