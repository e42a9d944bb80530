import { AppealState } from '@otklik/contracts/enumerations';

const uncounted: readonly AppealState[] = ['STRUCK', 'CLOSED_BY_OLD_JOURNAL', 'REMOVED_WITH_OLD_JOURNAL'];

/**
 * A struck number is in the journal, and was no appeal. What the journal before Otklik closed was reported by it, and is no answer that
 * was given here.
 */
export const countedStates: readonly AppealState[] = AppealState.values.filter((state) => !uncounted.includes(state));
