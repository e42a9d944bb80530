import { useQuery } from 'urql';
import type { CallListQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { momentIn } from '../../parts/dates.js';
import { NoticeQueue } from '../../frame/queue/notice-queue.js';
import { t } from '../../words/words.js';
import { Call } from './call.js';
import { callList } from './calls.queries.js';
import '../../frame/queue/notice-queue.css';

export type CallRow = CallListQuery['oralNotices']['nodes'][number];

/** Answers that are given by telephone or in person. */
export function Calls() {
  const { code: district, zone } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(callList), variables: { district } });
  return (
    <NoticeQueue
      of="calls"
      worklist="TO_CALL"
      rows={data?.oralNotices.nodes}
      error={error}
      reload={reload}
      newsKeys="Shift+KeyN"
      note={(row) => attemptWords(row, zone) || t(`calls.kind${row.kind}`)}
    >
      {(row, queue, commands) => <Call key={row.id} row={row} queue={queue} commands={commands} />}
    </NoticeQueue>
  );
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
