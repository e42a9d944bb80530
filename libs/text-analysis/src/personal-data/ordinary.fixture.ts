import { linesOf } from './by-hand.fixture.js';

/** Texts of appeals and answers without personal data, with what looks like some: numbers, dates, sums, laws, places. */
export const ORDINARY = linesOf('ordinary.txt');
