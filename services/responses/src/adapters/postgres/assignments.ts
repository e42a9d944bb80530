import type { DistrictScope, Transaction } from '@otklik/tenancy';
import type { Assignment } from '../../application/who-considers.js';

/**
 * Who considers a question now, as routing told. Its own table, not facts of the response: they would raise the
 * response's version without anybody seeing it, and every expected version would be out of date.
 */
export async function keepAssignment(
  tx: Transaction,
  district: number,
  question: string,
  version: number,
  { department, executor }: Assignment,
): Promise<void> {
  await tx.query(
    `insert into responses.assignment (district, question, version, department, executor) values ($1, $2, $3, $4, $5)
     on conflict (district, question) do update
     set version = excluded.version, department = excluded.department, executor = excluded.executor
     where assignment.version < excluded.version`,
    [district, question, version, department ?? null, executor ?? null],
  );
}

/** Nobody's, when routing has not told of it yet. */
export async function assignmentOf(scope: DistrictScope, district: number, question: string): Promise<Assignment> {
  const found = await scope.query<{ department: string | null; executor: string | null }>(
    'select department, executor from responses.assignment where district = $1 and question = $2',
    [district, question],
  );
  const { department, executor } = found.rows[0] ?? { department: null, executor: null };
  return { department: department ?? undefined, executor: executor ?? undefined };
}
