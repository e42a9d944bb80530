import { Fragment } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { NewAppealLinks } from '../../frame/new-appeal-links.js';
import { hasRole, useViewer } from '../../frame/viewer.js';
import { WaitingNotices } from '../../frame/waiting-notices.js';
import { useWorklistCounts, type Counts } from '../../frame/worklist-counts.js';
import { firstList, worklistPath, type WorklistCode } from '../../frame/worklists.js';
import { Button } from '../../parts/button.js';
import { language, t, type WordId } from '../../words/words.js';
import { dayLists, type DayList } from './day-lists.js';
import { cardHref, DayRows, type DayRow } from './day-rows.js';
import { OwnTerms } from './own-terms.js';
import { startQuestionsDocument } from './start.queries.js';
import { rowOfQuestion, useDayRows } from './use-day-rows.js';
import '../../parts/boards.css';
import './start.css';

const SHOWN = 3;
/** More lists stand with their number alone. */
const OPENED = 3;

/** What waits for the official today: one sentence, few lists, the next step at their first row, and the terms of the next days. */
export function Start() {
  const counts = useWorklistCounts();
  const lists = dayLists(counts);
  const [first] = lists;
  // Of each so many that some are left where others are in a more urgent list.
  const rows = useDayRows(lists.slice(0, OPENED), counts, OPENED * SHOWN);
  const shownOf = (code: DayList) => (rows.get(code) ?? []).slice(0, SHOWN);
  // Notices have no rows here, and the rows of a list may all be in more urgent ones.
  const opened = lists.slice(0, OPENED).filter((code) => code === first || !isBare(counts[code]!, rows.get(code)));
  return (
    <main className="board start" id="main">
      <div>
        <Today />
        {first === undefined ? (
          <NothingToday />
        ) : (
          <>
            <div className="d-bar">
              <h1>{sentence(lists.slice(0, OPENED).map((code) => phraseOf(code, counts[code]!.total)))}</h1>
              {shownOf(first).length === 0 && <NextStep list={first} />}
            </div>
            <Further lists={lists.slice(OPENED)} />
            {opened.map((code) => (
              <List key={code} code={code} rows={shownOf(code)} isFirst={code === first} />
            ))}
          </>
        )}
        <NewAppeal />
        <WaitingNotices />
      </div>
      <OwnTerms />
    </main>
  );
}

/** What comes on paper begins with the form, whatever else waits. */
function NewAppeal() {
  const { code } = useDistrict();
  return hasRole(useViewer(), code, 'REGISTRAR') ? (
    <section>
      <h2>{t('registration.enter')}</h2>
      <NewAppealLinks />
    </section>
  ) : null;
}

function isBare({ of }: NonNullable<Counts[DayList]>, rows: readonly DayRow[] | undefined): boolean {
  return of === 'NOTICES' || rows?.length === 0;
}

/** «среда, 2 декабря», of the district. */
function Today() {
  const { zone } = useDistrict();
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  return <p className="muted start-day">{new Intl.DateTimeFormat(language, options).format(Date.now())}</p>;
}

function phraseOf(code: DayList, count: number): string {
  return t(`start.said${code}`, { count });
}

/** «2 вопроса просрочены, 3 проекта на согласовании.» */
function sentence(phrases: readonly string[]): string {
  return `${phrases.join(', ')}.`;
}

/** Lists that are worked off on a screen of their own. */
const QUEUES: readonly DayList[] = [
  'TO_MODERATE',
  'TO_REGISTER',
  'TO_APPROVE',
  'TO_SIGN',
  'TO_CALL',
  'TO_POST',
  'TO_POS',
];

/** The one filled button, Enter: to the card of the row, or to the screen of the list. */
function NextStep({ list, row }: { readonly list: DayList; readonly row?: DayRow | undefined }) {
  const { code: district } = useDistrict();
  const [, navigate] = useLocation();
  const isCard = row !== undefined && !QUEUES.includes(list);
  const href = isCard ? cardHref(district, row) : worklistPath(district, list);
  return (
    <Button look="main" keys="Enter" className={row ? '' : 'is-end'} onPress={() => navigate(href)}>
      {t(nextWords([list, ...(row?.also ?? [])]))}
    </Button>
  );
}

const nextOf: Partial<Record<WorklistCode, WordId>> = {
  TO_MODERATE: 'start.nextTO_MODERATE',
  TO_REGISTER: 'start.nextTO_REGISTER',
  TO_APPROVE: 'start.nextTO_APPROVE',
  TO_SIGN: 'start.nextTO_SIGN',
  TO_CALL: 'start.nextTO_CALL',
  TO_POST: 'start.nextTO_POST',
  TO_POS: 'start.nextTO_POS',
  UNASSIGNED: 'start.nextUNASSIGNED',
  MINE: 'start.nextMINE',
  SENT_BACK: 'start.nextSENT_BACK',
};

/** By the first of its lists that says what is done with it. */
function nextWords(lists: readonly WorklistCode[]): WordId {
  return lists.flatMap((list) => nextOf[list] ?? [])[0] ?? 'start.open';
}

interface ListProps {
  readonly code: DayList;
  readonly rows: readonly DayRow[];
  readonly isFirst: boolean;
}

/** A list of today: its number leads to it, its first rows to their cards. */
function List({ code, rows, isFirst }: ListProps) {
  const { code: district } = useDistrict();
  const { total, totalIsExact } = useWorklistCounts()[code]!;
  const title = `${t(`frame.list${code}`)}, ${totalIsExact ? total : `${total}+`}`;
  return (
    <section className={code === 'OVERDUE' ? 'is-late' : undefined}>
      <h2>
        <Link href={worklistPath(district, code)}>{title}</Link>
      </h2>
      {rows.length > 0 && <DayRows rows={rows} next={isFirst ? <NextStep list={code} row={rows[0]} /> : undefined} />}
    </section>
  );
}

/** What else waits, in one line: lists whose rows are not shown, and what was assigned and is not read yet. */
function Further({ lists }: { readonly lists: readonly DayList[] }) {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const unread = useUnread(counts.MINE !== undefined);
  const others = [
    ...lists.map((code) => ({ href: worklistPath(district, code), words: phraseOf(code, counts[code]!.total) })),
    ...(unread > 0
      ? [{ href: `${worklistPath(district, 'MINE')}?read=no`, words: t('start.unread', { count: unread }) }]
      : []),
  ];
  if (others.length === 0) return null;
  return (
    <p className="start-further">
      {t('start.further')}{' '}
      {others.map(({ href, words }, at) => (
        <Fragment key={href}>
          {at > 0 && ', '}
          <Link href={href}>{words}</Link>
        </Fragment>
      ))}
    </p>
  );
}

/** How many the executor has not read yet; their rows are among those of the lists. */
function useUnread(isExecutor: boolean): number {
  const { code: district } = useDistrict();
  const filter = { worklist: 'MINE', acknowledged: false } as const;
  const [{ data }] = useQuery({
    query: operation(startQuestionsDocument),
    variables: { district, filter, first: 1 },
    requestPolicy: 'cache-and-network',
    pause: !isExecutor,
  });
  return data?.questions.total ?? 0;
}

/** Said once, with the next term, and the list that holds it. */
function NothingToday() {
  const { code: district } = useDistrict();
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
