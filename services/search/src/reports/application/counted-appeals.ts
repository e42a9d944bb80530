import { AppealState } from '@otklik/contracts/enumerations';

/** A struck number is in the journal, and was no appeal. */
export const notStruck: readonly AppealState[] = AppealState.values.filter((state) => state !== 'STRUCK');
