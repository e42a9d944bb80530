import { useState } from 'react';
import { useQuery } from 'urql';
import { useActs } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { ActResults } from '../../parts/queue/act-results.js';
import { ChannelChip } from '../../parts/channel.js';
import { QueueRow, QueueStream } from '../../parts/queue/queue-stream.js';
import { useLiveRefetch } from '../../frame/use-live-refetch.js';
import { useQueue, type Queue } from '../../parts/queue/use-queue.js';
import { QueueScreen } from '../../parts/queue/queue-screen.js';
import { dayIn, dayMonth, timeOfDay } from '../../parts/dates.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { Message } from './message.js';
import { moderationChanges, moderationList } from './moderation.queries.js';
import type { ModerationListQuery } from '../../generated/graphql.js';
import './moderation.css';

export type ModerationRow = ModerationListQuery['appeals']['nodes'][number];

/** Messages that wait for the moderator: the list at the left, the open message and the decision at the right. */
export function Moderation() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(moderationList), variables: { district } });
  const refetch = () => reload({ requestPolicy: 'network-only' });
  useLiveRefetch({
    document: moderationChanges,
    cursor: data?.appeals.liveCursor,
    variables: (after) => ({ district, after }),
    cursorOf: ({ appealChanges }) => appealChanges.cursor,
    refetch,
  });
  const acts = useActs('moderation');
  const [channel, setChannel] = useState('');
  const all = data?.appeals.nodes;
  const queue = useQueue(ofChannel(all, channel), acts.all);
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-moderation">
      <QueueStream
        queue={queue}
        label={t('moderation.list')}
        title={t('moderation.title')}
        count={data ? t('moderation.count', { count: data.appeals.total }) : t('frame.loading')}
        empty={t('moderation.empty')}
        isLoaded={data !== undefined}
        error={error}
        onAgain={refetch}
        head={<ChannelFilter rows={all ?? []} value={channel} onChange={setChannel} />}
        foot={<ActResults title={t('moderation.decided')} acts={acts} onOpen={queue.open} />}
      >
        {(row) => <Row key={row.id} queue={queue} row={row} />}
      </QueueStream>
      {queue.current && <Message key={queue.current.id} row={queue.current} queue={queue} acts={acts} />}
    </QueueScreen>
  );
}

function ofChannel(rows: readonly ModerationRow[] | undefined, channel: string) {
  return channel === '' ? rows : rows?.filter((row) => row.channel === channel);
}

function Row({ queue, row }: { readonly queue: Queue<ModerationRow>; readonly row: ModerationRow }) {
  const place = row.settlement?.name ?? row.place;
  return (
    <QueueRow
      queue={queue}
      row={row}
      lead={<ChannelChip channel={row.channel} />}
      name={shortNumber(row)}
      beside={place && <span className="muted">{place}</span>}
      when={<ReceivedTime at={row.receivedAt} />}
    >
      <p className="msg-text">{row.excerpt ?? t('queue.erased')}</p>
      {row.hasFiles > 0 && <p className="muted">{t('moderation.files', { count: row.hasFiles })}</p>}
    </QueueRow>
  );
}

/** The time of a message of today, else its day. */
export function ReceivedTime({ at }: { readonly at: string }) {
  const { zone } = useDistrict();
  const day = dayIn(zone, at);
  return <time dateTime={at}>{day === dayIn(zone, Date.now()) ? timeOfDay(at, zone) : dayMonth(day)}</time>;
}

function ChannelFilter(props: {
  readonly rows: readonly ModerationRow[];
  readonly value: string;
  readonly onChange: (channel: string) => void;
}) {
  const counts = new Map<ModerationRow['channel'], number>();
  for (const { channel } of props.rows) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  if (counts.size < 2) return null;
  return (
    <div className="d-bar">
      <select
        aria-label={t('moderation.channel')}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      >
        <option value="">{t('moderation.allChannels')}</option>
        {[...counts].map(([channel, count]) => (
          <option key={channel} value={channel}>
            {`${t(`parts.channelLong${channel}`)}, ${count}`}
          </option>
        ))}
      </select>
    </div>
  );
}
