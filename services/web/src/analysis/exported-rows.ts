import type { ExportAppealsQuery } from '../generated/graphql.js';
import { momentIn } from '../parts/dates.js';
import { listedOnce } from '../parts/listed-once.js';
import { t } from '../words/words.js';

type Row = ExportAppealsQuery['search']['nodes'][number]['row'];

export const exportedColumns = [
  ...(['number', 'registered', 'received', 'district', 'settlement', 'channel', 'topic', 'classifier'] as const),
  ...(['department', 'state', 'result', 'due', 'inTime', 'rating', 'text'] as const),
] as const;

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
    listedOnce(questions.map(({ topic }) => topic?.name)),
    listedOnce(questions.map(({ classifier }) => classifier)),
    listedOnce(questions.map(({ department }) => department?.name)),
    t(`analysis.state${row.state}`),
    listedOnce(questions.map(resultWords)),
    row.dueAt ? momentIn(district.zone, row.dueAt) : row.dueOn,
    inTime(questions),
    row.rating,
    row.excerpt,
  ];
}

/** With the part of the law by which no answer is given. */
export function resultWords({
  result,
  ground,
}: Pick<Row['questions'][number], 'result' | 'ground'>): string | null | undefined {
  const words = result && t(`parts.result${result}`);
  return words && ground ? t('parts.resultWithArticle', { result: words, ...PARTS[ground] }) : words;
}

const ofArticle11 = (part: string) => ({ article: '11', part });

/** Of 59-FZ. */
const PARTS = {
  ...{ ANON: ofArticle11('1'), COURT: ofArticle11('2'), ABUSE: ofArticle11('3'), UNREADABLE: ofArticle11('4') },
  ...{ UNCLEAR: ofArticle11('4.1'), REPEAT: ofArticle11('5'), PUBLISHED: ofArticle11('5.1'), SECRET: ofArticle11('6') },
  COMPLAINT: { article: '8', part: '7' },
} as const;

/** Of an appeal with several questions «нет» as soon as one was answered late. */
function inTime(questions: Row['questions']): string {
  const kept = questions.flatMap(({ termKept }) => termKept ?? []);
  if (kept.length === 0) return '';
  return kept.includes(false) ? t('analysis.no') : t('analysis.yes');
}
