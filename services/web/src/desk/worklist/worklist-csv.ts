import { t } from '../../words/words.js';
import { csvOf } from '../../parts/csv.js';
import type { ListItem } from './list-item.js';

/** Saves the list as a file that spreadsheets of Russian offices open: semicolons, UTF-8 with its mark. */
export function saveCsv(items: readonly ListItem[], name: string): void {
  const head = ['number', 'date', 'from', 'gist', 'place', 'executor', 'department', 'stage', 'dueOn'] as const;
  const rows = items.map((item) => [
    item.number,
    item.date,
    t(`parts.channelLong${item.channel}`),
    item.gist ?? '',
    [item.settlement, item.place].filter(Boolean).join(', '),
    item.executor ?? '',
    item.department?.name ?? '',
    t(item.stage),
    item.dueOn ?? '',
  ]);
  const blob = new Blob([csvOf([head.map((id) => t(`worklist.${id}`)), ...rows])], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
