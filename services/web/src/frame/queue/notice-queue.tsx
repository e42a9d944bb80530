import { useEffect, type ReactNode } from 'react';
import type { UseQueryExecute, UseQueryState } from 'urql';
import { useCommands, type Commands } from '../use-outbox.js';
import { useDistrict } from '../district.js';
import { useWorklistCounts } from '../worklist-counts.js';
import type { Channel } from '../../generated/graphql.js';
import { t } from '../../words/words.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { shortNumber } from '../../parts/short-number.js';
import { ActResults } from './act-results.js';
import type { VersionedRow } from './acted-rows.js';
import { QueueScreen } from './queue-screen.js';
import { QueueRow, QueueStream } from './queue-stream.js';
import { useQueue, type Queue } from './use-queue.js';

/** A notice that an official brings to the applicant: by telephone, by post, or in the feedback platform. */
export interface NoticeRow extends VersionedRow {
  readonly number?: string | null;
  readonly dueOn?: string | null;
  readonly dueAt?: string | null;
  readonly question?: {
    readonly excerpt?: string | null;
    readonly topic?: { readonly name: string } | null;
    readonly appeal: Parameters<typeof shortNumber>[0] & {
      readonly channel: Channel;
      readonly settlement?: { readonly name: string } | null;
    };
  } | null;
}

interface NoticeQueueProps<Row> {
  /** The file of its words, and the name of its acts. */
  readonly of: 'calls' | 'post' | 'pos';
  readonly worklist: 'TO_CALL' | 'TO_POST' | 'TO_POS';
  /** Undefined until the list was loaded first. */
  readonly rows: readonly Row[] | undefined;
  readonly error: UseQueryState['error'];
  readonly reload: UseQueryExecute;
  readonly newsKeys?: string;
  /** The last line of a row. */
  readonly note: (row: Row) => string;
  /** The row that is open. */
  readonly children: (row: Row, queue: Queue<Row>, commands: Commands) => ReactNode;
}

const REFETCH_DELAY_MS = 1_000;

export function NoticeQueue<Row extends NoticeRow>(props: NoticeQueueProps<Row>) {
  const { of, worklist, rows, error, reload, note, children } = props;
  const refetch = () => reload({ requestPolicy: 'network-only' });
  const live = useWorklistCounts()[worklist]?.total;
  const commands = useCommands(of);
  const done = commands.all.filter(({ state }) => state.is === 'DONE').length;
  useEffect(() => {
    // The list has no subscription of its own: its live count says when it changed, and an attempt changes no count. The
    // register follows an act within a second.
    const timer = setTimeout(() => reload({ requestPolicy: 'network-only' }), REFETCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [live, done, reload]);
  const queue = useQueue(rows && bySoonest(rows), commands.all);
  return (
    <QueueScreen isOpen={queue.current !== undefined} className={`is-calls is-${of}`}>
      <QueueStream
        queue={queue}
        label={t(`${of}.list`)}
        title={t(`frame.list${worklist}`)}
        count={rows ? t(`${of}.count`, { count: rows.length }) : t('frame.loading')}
        empty={t(`${of}.empty`)}
        isLoaded={rows !== undefined}
        {...(props.newsKeys !== undefined && { newsKeys: props.newsKeys })}
        error={error}
        onAgain={refetch}
        foot={<ActResults title={t(`${of}.results`)} commands={commands} onOpen={queue.open} />}
      >
        {(row) => <NoticeLine key={row.id} queue={queue} row={row} note={note(row)} />}
      </QueueStream>
      {queue.current && children(queue.current, queue, commands)}
    </QueueScreen>
  );
}

/** The nearest deadline first; notices without one keep their order after them. */
function bySoonest<Row extends NoticeRow>(rows: readonly Row[]): readonly Row[] {
  const last = '9999-12-31';
  const end = ({ dueOn, dueAt }: Row): string => `${dueOn ?? last} ${dueAt ?? 'by its midnight'}`;
  return rows.toSorted((a, b) => (end(a) < end(b) ? -1 : 1));
}

export function noticeNumber({ question, number }: NoticeRow): string {
  return question ? shortNumber(question.appeal) : (number ?? '');
}

interface LineProps<Row> {
  readonly queue: Queue<Row>;
  readonly row: Row;
  readonly note: string;
}

function NoticeLine<Row extends NoticeRow>({ queue, row, note }: LineProps<Row>) {
  const { zone } = useDistrict();
  const { question, dueOn, dueAt } = row;
  return (
    <QueueRow
      queue={queue}
      row={row}
      className="is-call"
      name={noticeNumber(row)}
      beside={question && <span className="muted">{t(`parts.channelLong${question.appeal.channel}`)}</span>}
      when={
        <span className="when">
          {dueOn && <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />}
        </span>
      }
    >
      {question && (
        <p className="gist">
          {question.topic?.name ?? question.excerpt?.slice(0, 80)}{' '}
          <span className="muted">{question.appeal.settlement?.name}</span>
        </p>
      )}
      <p className="muted">{note}</p>
    </QueueRow>
  );
}

/** The term of the open notice. */
export function NoticeTerm({ row: { dueOn, dueAt } }: { readonly row: NoticeRow }) {
  const { zone } = useDistrict();
  if (!dueOn) return null;
  return (
    <div>
      <p className="d-label">{t('calls.term')}</p>
      <h2>
        {fullDate(dueOn)}, <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />
      </h2>
    </div>
  );
}
