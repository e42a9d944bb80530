/** The number that stands for all districts, in the place of one: of rows that belong to none. No district has it. */
export const PLATFORM = 0;
