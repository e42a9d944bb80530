/**
 * Names the tables of the register that answer, in a column `base`. With the moment since which they do: once tables are
 * dropped, others take their name, which a rollback and the next upgrade fill with rows of which no change was recorded.
 */
export const answeringTables = `
  select m.base || '@' || extract(epoch from m.swapped_at) as base from search.read_model m where m.name = 'register'`;
