import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useLiveRefetch } from '../../frame/use-live.js';
import type { ModerationAfterAnswersQuery } from '../../generated/graphql.js';
import { momentIn } from '../../parts/dates.js';
import { SourceChip } from '../../parts/network.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { afterAnswers, afterAnswersChanges } from './after-answers.queries.js';

type Row = ModerationAfterAnswersQuery['appeals']['nodes'][number];

/** Unread texts that came after answers: above the stream, the newest first; each opens its card. */
export function AfterAnswers() {
  const { code: district } = useDistrict();
  const variables = { district };
  const [{ data }, reload] = useQuery({ query: operation(afterAnswers), variables });
  useLiveRefetch({
    document: afterAnswersChanges,
    cursor: data?.appeals.liveCursor,
    variables: (after) => ({ ...variables, after }),
    cursorOf: ({ appealChanges }) => appealChanges.cursor,
    refetch: () => reload({ requestPolicy: 'network-only' }),
  });
  const { nodes = [], total = 0 } = data?.appeals ?? {};
  if (nodes.length === 0) return null;
  return (
    <details className="to-place after-answers" open>
      <summary>{t('moderation.afterAnswers', { count: total })}</summary>
      <ul>
        {nodes.map((row) => (
          <Written key={row.id} row={row} />
        ))}
      </ul>
    </details>
  );
}

function Written({ row }: { readonly row: Row }) {
  const { code, zone } = useDistrict();
  const { id, channel, source, addition } = row;
  return (
    <li>
      <p className="d-label">
        <SourceChip channel={channel} source={source} />{' '}
        <Link href={`/desk/${code}/card/${id}`}>{shortNumber(row)}</Link> {addition && momentIn(zone, addition.at)}
        {addition?.byApplicant === false && ` · ${t('moderation.afterAnswerOther')}`}
      </p>
      <p className="msg-text">{addition?.excerpt ?? t('queue.erased')}</p>
    </li>
  );
}
