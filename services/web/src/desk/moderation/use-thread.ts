import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { isFinished, type Command } from '../../frame/outbox.js';
import type { ThreadMessagesQuery, WaitingMessageFragment } from '../../generated/graphql.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import type { ModerationRow } from './moderation.js';
import { moreOfThread, threadMessages } from './thread.queries.js';

export interface OpenThread {
  readonly messages: ThreadMessagesQuery['appeals'];
  /** What waits there beside the open message, in the newest version that the stream knows. */
  readonly waiting: readonly WaitingMessageFragment[];
  readonly considered: ThreadMessagesQuery['considered']['nodes'];
}

/** How long the read model may take to know of an act. */
const KNOWN_AFTER_MS = 700;

/** The messages under the same post or in the same dialogue; reloaded when an act of the moderator has changed it. */
export function useThread(
  row: ModerationRow,
  queue: Queue<ModerationRow>,
  commands: readonly Command[],
): OpenThread | undefined {
  const { code: district } = useDistrict();
  const { source } = row;
  const variables = { district, thread: source?.thread ?? '' };
  const [{ data }, again] = useQuery({ query: operation(threadMessages), variables, pause: source === null });
  const waiting = useAllWaiting(data?.waiting, variables);
  useAfterActs(commands, () => source && again({ requestPolicy: 'network-only' }));
  if (!data) return undefined;
  return {
    messages: data.appeals,
    waiting: waiting.filter(({ id }) => id !== row.id).map((one) => newest(one, queue.latest(one.id))),
    considered: data.considered.nodes,
  };
}

/** An author may have edited or removed it since: an act on the version before would be refused. */
function newest(one: WaitingMessageFragment, live: ModerationRow | undefined): WaitingMessageFragment {
  if (!live || live.version <= one.version) return one;
  return { ...one, version: live.version, excerpt: live.excerpt, urgency: live.urgency };
}

function useAfterActs(commands: readonly Command[], run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  const finished = commands.findLast(isFinished)?.key;
  const first = useRef(finished);
  useEffect(() => {
    if (finished === first.current) return undefined;
    first.current = finished;
    const timer = setTimeout(() => latest.current(), KNOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [finished]);
}

type Variables = { readonly district: string; readonly thread: string };

/** Two hundred at most: the second hundred is asked for as soon as it is known that there is one. */
function useAllWaiting(
  first: ThreadMessagesQuery['waiting'] | undefined,
  variables: Variables,
): readonly WaitingMessageFragment[] {
  const after = first?.pageInfo.hasNextPage === true ? first.pageInfo.endCursor : null;
  const [{ data }] = useQuery({
    query: operation(moreOfThread),
    variables: { ...variables, after: after ?? '' },
    pause: after === null,
  });
  const second = after === null ? undefined : data?.appeals.nodes;
  return [...(first?.nodes ?? []), ...(second ?? [])];
}
