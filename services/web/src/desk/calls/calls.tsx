import { useEffect } from 'react';
import { useQuery } from 'urql';
import type { CallListQuery } from '../../generated/graphql.js';
import { useActs } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import { dayIn, momentIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { ActResults } from '../../parts/queue/act-results.js';
import { QueueScreen } from '../../parts/queue/queue-screen.js';
import { QueueRow, QueueStream } from '../../parts/queue/queue-stream.js';
import { useQueue, type Queue } from '../../parts/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { Call } from './call.js';
import { callList } from './calls.queries.js';
import './calls.css';

export type CallRow = CallListQuery['oralNotices']['nodes'][number];

const REFETCH_DELAY_MS = 1_000;

/** Answers that are told by telephone or in person. */
export function Calls() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(callList), variables: { district } });
  const refetch = () => reload({ requestPolicy: 'network-only' });
  const live = useWorklistCounts()['TO_CALL']?.total;
  const acts = useActs('calls');
  const done = acts.all.filter(({ state }) => state.is === 'DONE').length;
  useEffect(() => {
    // The list has no subscription of its own: its live count says when it changed, and an attempt changes no count. The
    // register follows an act within a second.
    const timer = setTimeout(() => reload({ requestPolicy: 'network-only' }), REFETCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [live, done, reload]);
  const queue = useQueue(data && bySoonest(data), acts.all);
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-calls">
      <QueueStream
        queue={queue}
        label={t('calls.list')}
        title={t('frame.listTO_CALL')}
        count={data ? t('calls.count', { count: data.oralNotices.nodes.length }) : t('frame.loading')}
        empty={t('calls.empty')}
        isLoaded={data !== undefined}
        newsKeys="Shift+KeyN"
        error={error}
        onAgain={refetch}
        foot={<ActResults title={t('calls.results')} acts={acts} onOpen={queue.open} />}
      >
        {(row) => <Row key={row.id} queue={queue} row={row} />}
      </QueueStream>
      {queue.current && <Call key={queue.current.id} row={queue.current} queue={queue} acts={acts} />}
    </QueueScreen>
  );
}

/** The nearest deadline first; notices without one keep their order after them. */
function bySoonest({ oralNotices }: CallListQuery): readonly CallRow[] {
  const last = '9999-12-31';
  return oralNotices.nodes.toSorted((a, b) => ((a.dueOn ?? last) < (b.dueOn ?? last) ? -1 : 1));
}

export function callNumber({ question, number }: CallRow): string {
  return question ? shortNumber(question.appeal) : (number ?? '');
}

/** «2 раза не ответили. Просили перезвонить 27.11.2026, 17:00»; empty before the first call. */
function attemptWords({ attempts }: CallRow, zone: string): string {
  const unanswered = attempts.filter(({ result }) => result === 'NO_ANSWER').length;
  const later = attempts.findLast(({ callAt }) => callAt)?.callAt;
  return [
    ...(unanswered > 0 ? [t('calls.unanswered', { count: unanswered })] : []),
    ...(later ? [t('calls.askedLater', { at: momentIn(zone, later) })] : []),
  ].join(' ');
}

function Row({ queue, row }: { readonly queue: Queue<CallRow>; readonly row: CallRow }) {
  const { zone } = useDistrict();
  const { question } = row;
  return (
    <QueueRow
      queue={queue}
      row={row}
      className="is-call"
      name={callNumber(row)}
      beside={question && <span className="muted">{t(`parts.channelLong${question.appeal.channel}`)}</span>}
      when={<span className="when">{row.dueOn && <Deadline dueOn={row.dueOn} today={dayIn(zone, Date.now())} />}</span>}
    >
      {question && (
        <p className="gist">
          {question.topic?.name ?? question.excerpt?.slice(0, 80)}{' '}
          <span className="muted">{question.appeal.settlement?.name}</span>
        </p>
      )}
      <p className="muted">{attemptWords(row, zone) || t(`calls.kind${row.kind}`)}</p>
    </QueueRow>
  );
}
