import type { JournalQuery } from '../../generated/graphql.js';
import { fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';

export type JournalEntry = JournalQuery['appeals']['nodes'][number];

/** Columns of the registration journal: screen, print and CSV show the same. */
export const journalColumns = [
  'number',
  'files',
  'kind',
  'place',
  'topic',
  'content',
  'executor',
  'due',
  'decision',
] as const;
export type JournalColumn = (typeof journalColumns)[number];
export type JournalRow = Readonly<Record<JournalColumn, string>>;

export function journalRow(entry: JournalEntry): JournalRow {
  const { number, registeredOn, hasFiles, regime, channel, settlement, place, excerpt, questions } = entry;
  const of = (value: (question: JournalEntry['questions'][number]) => string | undefined | null): string =>
    [...new Set(questions.map(value).filter(Boolean))].join('; ');
  return {
    number: [number, registeredOn && fullDate(registeredOn)].filter(Boolean).join('\n'),
    files: hasFiles > 0 ? `${hasFiles}` : '—',
    kind: `${t(`journal.regime${regime}`)}, ${t(`parts.channelLong${channel}`)}`,
    place: [settlement?.name, place].filter(Boolean).join(', ') || '—',
    topic: of(({ topic }) => topic?.name),
    content: excerpt ?? t('journal.erased'),
    executor: of(({ executor, department }) => [executor?.name, department?.name].filter(Boolean).join(', ')),
    due: of(({ deadline }) => deadline && fullDate(deadline.dueOn)),
    decision: of(decisionOf),
  };
}

function decisionOf({ state, response, termKept }: JournalEntry['questions'][number]): string {
  if (state !== 'ANSWERED') return t(`journal.state${state}`);
  const outcome = response?.outcome ? t(`administration.outcome${response.outcome}`) : t('journal.stateANSWERED');
  return termKept === false ? `${outcome}, ${t('journal.late')}` : outcome;
}
