/** For so many milliseconds after an act its button of undoing is there. */
export const UNDO_MS = 10_000;
