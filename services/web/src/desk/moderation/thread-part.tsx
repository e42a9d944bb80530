import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { ThreadMessageFragment, ThreadMessagesQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { momentIn } from '../../parts/dates.js';
import type { VersionedRow } from '../../parts/queue/acted-rows.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { isSameMatter } from './matter-words.js';
import type { ModerationRow } from './moderation.js';

import { nameOf } from './name-of.js';
import type { SimilarAppeals } from './similar-list.js';
import { moreOfThread, threadMessages } from './thread.queries.js';

const MAX_SHOWN = 4;
/** As many as one act takes. */
const MAX_JOINED = 200;

interface ThreadProps {
  readonly row: ModerationRow;
  readonly text: string;
  readonly similar: SimilarAppeals;
  readonly onJoinAll: (rows: readonly VersionedRow[], of: string, number: string) => void;
  readonly onTakeUp: () => void;
}

/** What stands under the same post or in the same dialogue, and one act on all of it that waits. */
export function ThreadPart(props: ThreadProps) {
  const { code: district } = useDistrict();
  const { source } = props.row;
  const variables = { district, thread: source?.thread ?? '' };
  const [{ data }] = useQuery({ query: operation(threadMessages), variables, pause: source === null });
  if (!data || data.appeals.nodes.every(({ id }) => id === props.row.id)) return null;
  return <Thread {...props} thread={data} variables={variables} />;
}

interface WholeThreadProps extends ThreadProps {
  readonly thread: ThreadMessagesQuery;
  readonly variables: { readonly district: string; readonly thread: string };
}

function Thread({ thread, variables, ...props }: WholeThreadProps) {
  const { row } = props;
  const waiting = useAllWaiting(thread.waiting, variables).filter(({ id }) => id !== row.id);
  const ticks = useTicks(props.text, waiting);
  const others = thread.appeals.nodes.filter(({ id }) => id !== row.id);
  return (
    <div className="mod-thread">
      <h2>{t(row.source?.kind === 'DIRECT' ? 'moderation.sameDialogue' : 'moderation.samePost')}</h2>
      <Others messages={others} total={thread.appeals.total - 1} ticks={ticks} />
      {waiting.length > 0 && <JoinAll {...props} waiting={waiting} ticks={ticks} />}
    </div>
  );
}

interface Ticks {
  /** It waits, and would be joined. */
  readonly has: (id: string) => boolean;
  readonly change: (id: string) => void;
  readonly all: (ticked: boolean) => void;
}

/** What is about the same is ticked from the start; the moderator looks, and has the last word. */
function useTicks(text: string, waiting: readonly WaitingMessage[]): Ticks {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const alike = new Set(waiting.filter(({ excerpt }) => isSameMatter(text, excerpt ?? '')).map(({ id }) => id));
  const has = (id: string): boolean => changed.get(id) ?? alike.has(id);
  return {
    has,
    change: (id) => setChanged(new Map([...changed, [id, !has(id)]])),
    all: (ticked) => setChanged(new Map(waiting.map(({ id }) => [id, ticked]))),
  };
}

interface OthersProps {
  readonly messages: readonly ThreadMessageFragment[];
  readonly total: number;
  readonly ticks: Ticks;
}

function Others({ messages, total, ticks }: OthersProps) {
  const [showsAll, showAll] = useState(false);
  const shown = showsAll ? messages : messages.slice(0, MAX_SHOWN);
  const more = total - shown.length;
  return (
    <>
      {shown.map((one) => (
        <Other key={one.id} message={one} ticks={ticks} />
      ))}
      {more > 0 && (
        <p className="muted">
          {t('moderation.moreInThread', { count: more })}{' '}
          {!showsAll && (
            <button type="button" className="d-link" onClick={() => showAll(true)}>
              {t('moderation.showThread')}
            </button>
          )}
        </p>
      )}
    </>
  );
}

interface JoinAllProps extends ThreadProps {
  readonly waiting: readonly WaitingMessage[];
  readonly ticks: Ticks;
}

/** To the proposed case; without one the open message becomes it. */
function JoinAll({ row, similar: { chosen }, onJoinAll, onTakeUp, waiting, ticks }: JoinAllProps) {
  const ticked = waiting.filter(({ id }) => ticks.has(id)).slice(0, MAX_JOINED - 1);
  const joinAll = (): void => {
    if (chosen) return onJoinAll([...ticked, row], chosen.id, shortNumber(chosen));
    onTakeUp();
    onJoinAll(ticked, row.id, nameOf(row));
  };
  const isAll = ticked.length === waiting.length;
  return (
    <>
      <p className="muted">
        {t('moderation.ticked', { count: ticked.length, waiting: waiting.length })}{' '}
        <button type="button" className="d-link" onClick={() => ticks.all(!isAll)}>
          {t(isAll ? 'moderation.tickNone' : 'moderation.tickAll')}
        </button>
      </p>
      {ticked.length > 0 && (
        <Button keys="Shift+KeyD" onPress={joinAll}>
          {chosen
            ? t('moderation.joinAll', { count: ticked.length + 1, number: shortNumber(chosen) })
            : t('moderation.joinAllHere', { count: ticked.length })}
        </Button>
      )}
    </>
  );
}

function Other({ message, ticks }: { readonly message: ThreadMessageFragment; readonly ticks: Ticks }) {
  const { code, zone } = useDistrict();
  const number = shortNumber(message);
  return (
    <blockquote>
      <p className="d-label mod-other">
        {message.state === 'RECEIVED' && (
          <input
            type="checkbox"
            aria-label={t('moderation.joinThis', { number })}
            checked={ticks.has(message.id)}
            onChange={() => ticks.change(message.id)}
          />
        )}
        <Link href={`/desk/${code}/card/${message.id}`}>{message.source?.author ?? number}</Link>
        <span>
          {momentIn(zone, message.receivedAt)} · {t(`queue.appeal${message.state}`)}
        </span>
      </p>
      <p>{message.excerpt ?? t('queue.erased')}</p>
    </blockquote>
  );
}

type Waiting = ThreadMessagesQuery['waiting'];
type WaitingMessage = Waiting['nodes'][number];

/** Two hundred at most: the second hundred is asked for as soon as it is known that there is one. */
function useAllWaiting(
  first: Waiting,
  variables: { readonly district: string; readonly thread: string },
): readonly WaitingMessage[] {
  const { endCursor, hasNextPage } = first.pageInfo;
  const [{ data }] = useQuery({
    query: operation(moreOfThread),
    variables: { ...variables, after: endCursor ?? '' },
    pause: !hasNextPage || endCursor === null,
  });
  return [...first.nodes, ...(hasNextPage ? (data?.appeals.nodes ?? []) : [])];
}
