import { csvText } from '../../frame/csv.js';
import { momentIn } from '../../parts/dates.js';
import { listedOnce } from '../../parts/listed-once.js';
import { t } from '../../words/words.js';
import { dateOf, type ListItem } from './list-item.js';

const columns = [
  ...(['number', 'date', 'from', 'gist', 'place', 'topic', 'classifier', 'executor', 'department', 'stage'] as const),
  ...(['result', 'dueOn'] as const),
] as const;

/** The rows as a text for a spreadsheet. */
export function listCsv(items: readonly ListItem[], zone: string): string {
  const rows = items.map((item) => [
    item.number,
    dateOf(item, zone),
    t(`parts.channelLong${item.channel}`),
    item.gist ?? '',
    [item.settlement, item.place].filter(Boolean).join(', '),
    item.topic?.name ?? '',
    listedOnce(item.classifiers),
    item.executor ?? '',
    item.department?.name ?? '',
    t(item.stage),
    listedOnce(item.results.map((result) => t(`parts.result${result}`))),
    item.dueAt ? momentIn(zone, item.dueAt) : (item.dueOn ?? ''),
  ]);
  return csvText([columns.map((id) => t(`worklist.${id}`)), ...rows]);
}
