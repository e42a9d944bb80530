import type { JournalQuery } from '../../generated/graphql.js';
import { endOfTerm, fullDate } from '../../parts/dates.js';
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

export function journalRow(entry: JournalEntry, zone: string): JournalRow {
  const { fileCount, regime, channel, settlement, place, excerpt, questions, struckFor } = entry;
  const of = (value: (question: JournalEntry['questions'][number]) => string | undefined | null): string =>
    [...new Set(questions.map(value).filter(Boolean))].join('; ');
  return {
    number: numbersOf(entry).join('\n'),
    files: fileCount > 0 ? `${fileCount}` : '—',
    kind: `${t(`journal.regime${regime}`)}, ${t(`parts.channelLong${channel}`)}`,
    place: [settlement?.name, place].filter(Boolean).join(', ') || '—',
    topic: of(({ topic }) => topic?.name),
    content: excerpt ?? t('journal.erased'),
    executor: of(({ executor, department }) => [executor?.name, department?.name].filter(Boolean).join(', ')),
    due: of(({ deadline }) => deadline && endOfTerm(deadline, zone)),
    decision: struckFor ? t('journal.struck', { ground: t(`journal.struck${struckFor}`) }) : of(decisionOf),
  };
}

/** Its number and day; of a message that became an appeal, the former ones too: the other journal's entry is the same matter. */
function numbersOf({ number, registeredOn, registeredBefore }: JournalEntry): readonly string[] {
  const former = registeredBefore.map((one) => formerNumber(one));
  return [number, registeredOn && fullDate(registeredOn), ...former].filter(
    (part) => part !== null && part !== undefined,
  );
}

export function formerNumber({ number, registeredOn }: JournalEntry['registeredBefore'][number]): string {
  return t('journal.former', { number, date: fullDate(registeredOn) });
}

function decisionOf({ state, response, termKept }: JournalEntry['questions'][number]): string {
  if (state !== 'ANSWERED') return t(`journal.state${state}`);
  const outcome = response?.outcome ? t(`administration.outcome${response.outcome}`) : t('journal.stateANSWERED');
  return termKept === false ? `${outcome}, ${t('journal.late')}` : outcome;
}
