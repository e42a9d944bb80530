import type { ExportAppealsQuery } from '../generated/graphql.js';
import type { Column } from '../parts/data-table/column.js';
import { classifiedName } from '../parts/classified.js';
import { momentIn } from '../parts/dates.js';
import { listedOnce } from '../parts/listed-once.js';
import { t, type WordId } from '../words/words.js';

type Row = ExportAppealsQuery['search']['nodes'][number]['row'];

/** Of the file that an analyst saves. */
export function exportedColumns(): readonly Column<Row>[] {
  return [
    saved('number', ({ number, receipt }) => number ?? receipt),
    saved('registered', ({ registeredOn }) => registeredOn),
    saved('received', ({ district, receivedAt }) => momentIn(district.zone, receivedAt)),
    saved('district', ({ district }) => district.name),
    saved('settlement', ({ settlement }) => settlement?.name),
    saved('channel', ({ channel }) => t(`parts.channelLong${channel}`)),
    saved('topic', ({ questions }) => listedOnce(questions.map(({ topic }) => topic?.name))),
    saved('classifier', ({ questions }) => listedOnce(questions.map(({ classified }) => classified?.code))),
    saved('department', ({ questions }) => listedOnce(questions.map(({ department }) => department?.name))),
    saved('state', ({ state }) => t(`analysis.state${state}`)),
    saved('result', ({ questions }) => listedOnce(questions.map(resultWords))),
    saved('due', ({ district, dueAt, dueOn }) => (dueAt ? momentIn(district.zone, dueAt) : dueOn)),
    saved('inTime', ({ questions }) => inTime(questions)),
    saved('rating', ({ rating }) => rating),
    saved('text', ({ excerpt }) => excerpt),
    saved('classified', ({ questions }) =>
      listedOnce(questions.map(({ classified }) => classified && classifiedName(classified))),
    ),
  ];
}

type Name = Extract<WordId, `analysis.csv_${string}`> extends `analysis.csv_${infer Id}` ? Id : never;

function saved(id: Name, value: Column<Row>['value']): Column<Row> {
  return { id, title: t(`analysis.csv_${id}`), value };
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
  ANON: ofArticle11('1'),
  COURT: ofArticle11('2'),
  ABUSE: ofArticle11('3'),
  UNREADABLE: ofArticle11('4'),
  UNCLEAR: ofArticle11('4.1'),
  REPEAT: ofArticle11('5'),
  PUBLISHED: ofArticle11('5.1'),
  SECRET: ofArticle11('6'),
  COMPLAINT: { article: '8', part: '7' },
} as const;

/** Of an appeal with several questions «нет» as soon as one was answered late. */
function inTime(questions: Row['questions']): string {
  const kept = questions.flatMap(({ termKept }) => termKept ?? []);
  if (kept.length === 0) return '';
  return kept.includes(false) ? t('analysis.no') : t('analysis.yes');
}
