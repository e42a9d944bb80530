import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import { firstList, worklistPath, type WorklistCode } from '../../frame/worklists.js';
import { Button } from '../../parts/button.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { dayLists } from './day-lists.js';
import { DayRows, type DayRow } from './day-rows.js';
import { startQuestionsDocument } from './start.queries.js';
import { rowOfQuestion, useDayRows } from './use-day-rows.js';
import '../../parts/boards.css';
import './start.css';

const SHOWN = 3;
/** More lists stand with their number alone. */
const OPENED = 3;

/** What waits for the official today: one sentence, few lists, and the button of the next step. */
export function Start() {
  const { code: district, zone } = useDistrict();
  const counts = useWorklistCounts();
  const lists = dayLists(counts);
  const [first] = lists;
  // Of each so many that some are left where others are in a more urgent list.
  const rows = useDayRows(lists.slice(0, OPENED), counts, OPENED * SHOWN);
  return (
    <main className="board start" id="main">
      <p className="muted">{fullDate(dayIn(zone, Date.now()))}</p>
      {first === undefined ? (
        <NothingToday district={district} />
      ) : (
        <>
          <div className="d-bar">
            <h1>
              {lists
                .slice(0, OPENED)
                .map((code) => phraseOf(code, counts[code]!.total))
                .join(' ')}
            </h1>
            <NextStep district={district} list={first} />
          </div>
          {counts.MINE && <NewAssignments />}
          {lists.map((code) => (
            <List key={code} code={code} rows={(rows.get(code) ?? []).slice(0, SHOWN)} />
          ))}
        </>
      )}
    </main>
  );
}

function phraseOf(code: WorklistCode, total: number): string {
  return `${t(`frame.list${code}`)}: ${total}.`;
}

/** The one filled button: Enter. */
function NextStep({ district, list }: { readonly district: string; readonly list: WorklistCode }) {
  const [, navigate] = useLocation();
  return (
    <Button look="main" keys="Enter" className="is-end" onPress={() => navigate(worklistPath(district, list))}>
      {nextWords(list)}
    </Button>
  );
}

function nextWords(list: WorklistCode): string {
  switch (list) {
    case 'TO_MODERATE':
    case 'TO_REGISTER':
    case 'TO_APPROVE':
    case 'TO_SIGN':
    case 'UNASSIGNED':
    case 'MINE':
      return t(`start.next${list}`);
    default:
      return t('start.next', { list: t(`frame.list${list}`) });
  }
}

/** A list of today: its number leads to it, its first rows to their cards. */
function List({ code, rows }: { readonly code: WorklistCode; readonly rows: readonly DayRow[] }) {
  const { code: district } = useDistrict();
  const { total, totalIsExact } = useWorklistCounts()[code]!;
  const title = `${t(`frame.list${code}`)}, ${totalIsExact ? total : `${total}+`}`;
  return (
    <section className={code === 'OVERDUE' ? 'is-late' : undefined}>
      <h2>
        <Link href={worklistPath(district, code)}>{title}</Link>
      </h2>
      {rows.length > 0 && <DayRows rows={rows} />}
    </section>
  );
}

/** How many the executor has not read yet; their rows are among those of the lists. */
function NewAssignments() {
  const { code: district } = useDistrict();
  const filter = { worklist: 'MINE', acknowledged: false } as const;
  const [{ data }] = useQuery({
    query: operation(startQuestionsDocument),
    variables: { district, filter, first: 1 },
    requestPolicy: 'cache-and-network',
  });
  const total = data?.questions.total ?? 0;
  if (!data || total === 0) return null;
  return (
    <section>
      <h2>
        <Link href={`${worklistPath(district, 'MINE')}?read=no`}>{t('start.unread', { count: total })}</Link>
      </h2>
    </section>
  );
}

/** Said once, with the next term, and the list that holds it. */
function NothingToday({ district }: { readonly district: string }) {
  const counts = useWorklistCounts();
  const next = firstList(counts);
  const isOfQuestions = next !== undefined && counts[next]?.of === 'QUESTIONS';
  return (
    <>
      <h1>{t('start.nothing')}</h1>
      {isOfQuestions && <Nearest list={next} />}
      {next && (
        <p>
          <Link href={worklistPath(district, next)}>{t('start.toList', { list: t(`frame.list${next}`) })}</Link>
        </p>
      )}
    </>
  );
}

function Nearest({ list }: { readonly list: WorklistCode }) {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({
    query: operation(startQuestionsDocument),
    variables: { district, filter: { worklist: list }, order: 'DEADLINE', first: 1 },
    requestPolicy: 'cache-and-network',
  });
  const rows = data?.questions.nodes ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t('start.nearest')}</h2>
      <DayRows rows={rows.map(rowOfQuestion)} />
    </section>
  );
}
