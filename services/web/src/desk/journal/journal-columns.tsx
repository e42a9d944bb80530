import { Link } from 'wouter';
import type { JournalQuery } from '../../generated/graphql.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { endOfTerm, fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';

export type JournalEntry = JournalQuery['appeals']['nodes'][number];

/** Of the registration journal: screen, print and file have the same. */
export function journalColumns(district: string, zone: string): readonly Column<JournalEntry>[] {
  return [
    column('number', t('journal.number'), (entry) => numbersOf(entry).join(' '), {
      cell: (entry) => <NumberCell entry={entry} district={district} />,
    }),
    column('files', t('journal.files'), ({ fileCount }) => (fileCount > 0 ? `${fileCount}` : '—')),
    column(
      'kind',
      t('journal.kind'),
      ({ regime, channel }) => `${t(`journal.regime${regime}`)}, ${t(`parts.channelLong${channel}`)}`,
    ),
    column(
      'place',
      t('journal.place'),
      ({ settlement, place }) => [settlement?.name, place].filter(Boolean).join(', ') || '—',
    ),
    column(
      'topic',
      t('journal.topic'),
      ofQuestions(({ topic }) => topic?.name),
    ),
    column('content', t('journal.content'), ({ gist, excerpt }) => gist ?? excerpt ?? t('journal.erased')),
    column(
      'executor',
      t('journal.executor'),
      ofQuestions(({ executor, department }) => [executor?.name, department?.name].filter(Boolean).join(', ')),
    ),
    column(
      'due',
      t('journal.due'),
      ofQuestions(({ deadline }) => deadline && endOfTerm(deadline, zone)),
    ),
    column('decision', t('journal.decision'), (entry) =>
      entry.struckFor
        ? t('journal.struck', { ground: t(`journal.struck${entry.struckFor}`) })
        : ofQuestions(decisionOf)(entry),
    ),
  ];
}

type JournalQuestion = JournalEntry['questions'][number];

/** Of each question, each once. */
function ofQuestions(value: (question: JournalQuestion) => string | undefined | null) {
  return ({ questions }: JournalEntry): string => [...new Set(questions.map(value).filter(Boolean))].join('; ');
}

function NumberCell({ entry, district }: { readonly entry: JournalEntry; readonly district: string }) {
  return (
    <>
      <Link href={`/desk/${district}/card/${entry.id}`}>{entry.struckFor ? <s>{entry.number}</s> : entry.number}</Link>
      <br />
      {entry.registeredOn && fullDate(entry.registeredOn)}
      {entry.registeredBefore.map((one) => (
        <div key={one.number} className="muted">
          {formerNumber(one)}
        </div>
      ))}
    </>
  );
}

/** Its number and day; of a message that became an appeal, the former ones too: the other journal's entry is the same matter. */
function numbersOf({ number, registeredOn, registeredBefore }: JournalEntry): readonly string[] {
  const former = registeredBefore.map((one) => formerNumber(one));
  return [number, registeredOn && fullDate(registeredOn), ...former].filter(
    (part) => part !== null && part !== undefined,
  );
}

function formerNumber({ number, registeredOn }: JournalEntry['registeredBefore'][number]): string {
  return t('journal.former', { number, date: fullDate(registeredOn) });
}

function decisionOf({ state, response, termKept }: JournalQuestion): string {
  if (state !== 'ANSWERED') return t(`journal.state${state}`);
  const outcome = response?.outcome ? t(`administration.outcome${response.outcome}`) : t('journal.stateANSWERED');
  return termKept === false ? `${outcome}, ${t('journal.late')}` : outcome;
}
