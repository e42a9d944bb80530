/** The number that means all districts, instead of one: for rows that belong to none. No district has it. */
export const PLATFORM = 0;
