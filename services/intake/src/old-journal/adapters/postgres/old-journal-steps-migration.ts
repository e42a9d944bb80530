import type { Migration } from '@otklik/tenancy';

/**
 * `state`: TAKING until every row of the file was stored, WHOLE, REMOVING while it is taken back in batches, REMOVED. `report`: the counts
 * of its parity report, without a word of a row. `removed_reason`: of the official who took it back.
 */
export const oldJournalStepsMigration: Migration = {
  name: '0443_old_journal_steps',
  sql: `
    alter table intake.old_journal_load
      add column state text not null default 'WHOLE',
      add column report jsonb,
      add column removed_reason text;
    update intake.old_journal_load set state = 'REMOVED' where removed_at is not null;`,
};
