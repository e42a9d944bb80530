import { csvText, saveFile } from '../../frame/csv.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';

/** Saves the rows that are loaded as a file for a spreadsheet. */
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
  saveFile(`${name}.csv`, csvText([head.map((id) => t(`worklist.${id}`)), ...rows]));
}
