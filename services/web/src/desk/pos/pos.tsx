import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { PosListQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { NoticeQueue } from '../../frame/queue/notice-queue.js';
import { t } from '../../words/words.js';
import { ToEnter } from './to-enter.js';
import { posList } from './pos.queries.js';
import '../../frame/queue/notice-queue.css';

export type PosRow = PosListQuery['posNotices']['nodes'][number];

/** What an official enters in the cabinet of the feedback platform: no program may. */
export function Pos() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(posList), variables: { district } });
  const rows = useMemo(() => data?.posNotices.nodes.map(bySender), [data]);
  return (
    <NoticeQueue
      of="pos"
      worklist="TO_POS"
      rows={rows}
      error={error}
      reload={reload}
      note={(row) =>
        [t(`calls.kind${row.kind}`), row.senderNumber && t('pos.there', { number: row.senderNumber })]
          .filter(Boolean)
          .join(', ')
      }
    >
      {(row, queue, commands) => <ToEnter key={row.id} row={row} queue={queue} commands={commands} />}
    </NoticeQueue>
  );
}

/** The day that the platform set counts where it is the earlier one. */
function bySender(row: PosRow): PosRow {
  const day = row.question?.appeal.bodyTerm;
  if (!day || (row.dueOn && row.dueOn <= day)) return row;
  return { ...row, dueOn: day, dueAt: null };
}
