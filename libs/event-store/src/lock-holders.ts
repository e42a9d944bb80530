/**
 * The open transactions that have written to the table, or are about to: an insert takes this lock before it draws its position,
 * and keeps it until its commit is visible (`VisibilityBarrier`). `table`: `intake.event`.
 */
export function lockHoldersStatement(table: string): string {
  return `select distinct virtualtransaction as holder from pg_locks
    where locktype = 'relation' and mode = 'RowExclusiveLock' and granted and relation = '${table}'::regclass
      and database = (select oid from pg_database where datname = current_database())`;
}
