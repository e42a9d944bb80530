import type { ExportAppealsQuery } from '../generated/graphql.js';
import { momentIn } from '../parts/dates.js';
import { t } from '../words/words.js';

export type ExportedPage = ExportAppealsQuery['search'];
type Row = ExportedPage['nodes'][number]['row'];

export const exportedColumns = [
  ...(['number', 'registered', 'received', 'district', 'settlement', 'channel', 'topic', 'department'] as const),
  ...(['state', 'due', 'inTime', 'rating', 'text'] as const),
] as const;

/**
 * All rows from the first page to the last, each once: what comes meanwhile stands at the end, and an appeal that moved is not
 * told twice. Undefined when it was stopped; throws what the reading throws, and then nothing is saved.
 */
export async function readAll(
  read: (after: string | null) => Promise<ExportedPage>,
  { progress, isStopped }: { readonly progress: (done: number) => void; readonly isStopped: () => boolean },
): Promise<readonly Row[] | undefined> {
  const rows = new Map<string, Row>();
  for (let after: string | null = null; ;) {
    const page: ExportedPage = await read(after);
    if (isStopped()) return undefined;
    for (const { row } of page.nodes) rows.set(row.id, row);
    progress(rows.size);
    after = page.pageInfo.endCursor ?? null;
    if (!page.pageInfo.hasNextPage || after === null) return [...rows.values()];
  }
}

/** In the order of `exportedColumns`. */
export function exportedRow(row: Row): readonly (string | number | null | undefined)[] {
  const { district, questions } = row;
  return [
    row.number ?? row.receipt,
    row.registeredOn,
    momentIn(district.zone, row.receivedAt),
    district.name,
    row.settlement?.name,
    t(`parts.channelLong${row.channel}`),
    names(questions.map(({ topic }) => topic?.name)),
    names(questions.map(({ department }) => department?.name)),
    t(`analysis.state${row.state}`),
    row.dueOn,
    inTime(questions),
    row.rating,
    row.excerpt,
  ];
}

function names(list: readonly (string | undefined)[]): string {
  return [...new Set(list.filter(Boolean))].join(', ');
}

/** Of an appeal with several questions «нет» as soon as one was answered late. */
function inTime(questions: Row['questions']): string {
  const kept = questions.flatMap(({ termKept }) => termKept ?? []);
  if (kept.length === 0) return '';
  return kept.includes(false) ? t('analysis.no') : t('analysis.yes');
}
