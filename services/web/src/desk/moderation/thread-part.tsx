import { useState } from 'react';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import type { ThreadMessageFragment, WaitingMessageFragment } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { momentIn } from '../../parts/dates.js';
import type { VersionedRow } from '../../frame/queue/acted-rows.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { isTicked } from './matter-words.js';
import type { ModerationRow } from './moderation.js';
import { caseName, nameOf } from './name-of.js';
import { postOf, type SimilarAppeals } from './similar-list.js';
import type { OpenThread } from './use-thread.js';

const MAX_SHOWN = 4;
/** As many as one act takes. */
const MAX_JOINED = 200;

interface ThreadProps {
  readonly row: ModerationRow;
  readonly text: string;
  readonly thread: OpenThread | undefined;
  readonly similar: SimilarAppeals;
  readonly onJoinAll: (rows: readonly VersionedRow[], of: string, number: string) => void;
  readonly onTakeUp: () => void;
}

/** The messages under the same post or in the same dialogue, and one act on all that wait. */
export function ThreadPart({ thread, ...props }: ThreadProps) {
  if (!thread || thread.messages.nodes.every(({ id }) => id === props.row.id)) return null;
  return <Thread {...props} thread={thread} />;
}

function Thread({ thread, ...props }: ThreadProps & { readonly thread: OpenThread }) {
  const { row } = props;
  const { waiting, messages } = thread;
  const ticks = useTicks(mattersOf(props), waiting);
  const others = messages.nodes.filter(({ id }) => id !== row.id).map((one) => newest(one, waiting));
  return (
    <div className="mod-thread">
      <h2>{t(row.source?.kind === 'DIRECT' ? 'moderation.sameDialogue' : 'moderation.samePost')}</h2>
      <Others messages={others} total={messages.total - 1} ticks={ticks} />
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

/** What the message says, and the case under the same post to which it would be joined. */
function mattersOf({ row, text, similar: { chosen } }: Omit<ThreadProps, 'thread'>): readonly string[] {
  const post = postOf(row.source);
  const isThere = chosen && post !== undefined && postOf(chosen.source) === post;
  return [text, ...(isThere ? [chosen.excerpt ?? ''] : [])];
}

/** The version in the list of waiting messages is the newest. */
function newest(one: ThreadMessageFragment, waiting: readonly WaitingMessageFragment[]): ThreadMessageFragment {
  return { ...one, ...waiting.find(({ id }) => id === one.id) };
}

/** What is about the same is ticked from the start; the moderator looks, and has the last word. */
function useTicks(matters: readonly string[], waiting: readonly WaitingMessageFragment[]): Ticks {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const alike = new Set(waiting.filter((one) => isTicked(matters, one)).map(({ id }) => id));
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

interface JoinAllProps extends Omit<ThreadProps, 'thread'> {
  readonly waiting: readonly WaitingMessageFragment[];
  readonly ticks: Ticks;
}

/** To the proposed case; without one the open message becomes it. */
function JoinAll({ row, similar: { chosen }, onJoinAll, onTakeUp, waiting, ticks }: JoinAllProps) {
  const ticked = waiting.filter(({ id }) => ticks.has(id)).slice(0, MAX_JOINED - 1);
  const joinAll = (): void => {
    if (chosen) return onJoinAll([...ticked, row], chosen.id, caseName(chosen));
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
            ? t('moderation.joinAll', { count: ticked.length + 1, number: caseName(chosen) })
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
