import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { ListPosition } from '../../register/application/list/register-list.js';
import type { RegisterReader } from '../../register/application/list/register-reader.js';

const PAGE = 500;

/** A question that a report speaks of. */
export interface ReportedQuestion {
  readonly id: string;
  readonly appeal: string;
}

/** All questions of the filter, as the desk's list has them. */
export async function questionsOf(
  reader: RegisterReader,
  district: number,
  filter: RegisterFilter,
): Promise<readonly ReportedQuestion[]> {
  const found: ReportedQuestion[] = [];
  for (let from: ListPosition | undefined; ;) {
    const page = { limit: PAGE, backward: false, ...(from && { from }) };
    const rows = await reader.questions({ district, filter, order: 'REGISTERED_OLDEST', ...page });
    found.push(...rows.map(({ row }) => ({ id: row.id, appeal: row.appeal.id })));
    from = rows.at(-1)?.position;
    if (rows.length < PAGE) return found;
  }
}
