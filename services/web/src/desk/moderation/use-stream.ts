import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useLiveList, type LiveListState, type LiveSource } from '../../frame/use-live-list.js';
import type {
  ModerationChangesSubscription,
  ModerationHeadQuery,
  ModerationListQuery,
  ModerationListQueryVariables,
  QueuedAppealFragment,
} from '../../generated/graphql.js';
import { urgentFirst } from '../../frame/queue/urgent-first.js';
import type { PagedQueue } from '../../frame/queue/use-queue.js';
import { moderationChanges, moderationHead, moderationList } from './moderation.queries.js';
import type { StreamFilter } from './stream-head.js';

/** How soon after a change the numbers are asked for again; a burst of changes asks no oftener. */
const NUMBERS_AFTER_MS = 1_000;

const source: LiveSource<
  QueuedAppealFragment,
  ModerationListQuery,
  ModerationChangesSubscription,
  ModerationListQueryVariables
> = {
  document: moderationList,
  live: moderationChanges as never,
  page: ({ appeals: { nodes, pageInfo, ...page } }) => ({ ...page, ...pageInfo, rows: nodes }),
  change: ({ appealChanges }) => appealChanges,
};

export interface Stream extends Pick<LiveListState<QueuedAppealFragment>, 'failure' | 'renew' | 'loadMore'> {
  /** Undefined until the first page has come. */
  readonly rows: readonly QueuedAppealFragment[] | undefined;
  readonly paged: PagedQueue;
  readonly total: number;
  /** How many of the new ones are or look urgent. */
  readonly urgentNews: number;
  /** How many more the server has. */
  readonly more: number;
  readonly numbers: ModerationHeadQuery['moderation'] | undefined;
}

/** Messages that wait: what came since above, the loaded pages below, urgent and late ones of all pages first. */
export function useStream(shown: StreamFilter): Stream {
  const { code: district } = useDistrict();
  const identity = JSON.stringify(shown);
  const filter = useMemo(
    () => ({ worklist: 'TO_MODERATE' as const, ...(JSON.parse(identity) as StreamFilter) }),
    [identity],
  );
  const { list, failure, renew, loadMore } = useLiveList(source, { district, filter });
  // A change of a row draws the stream, too: it may have become urgent.
  const seen = useSyncExternalStore(list.subscribe, () => `${list.shape} ${list.liveCursor}`);
  const [{ data: head }, again] = useQuery({
    query: operation(moderationHead),
    variables: { district, urgent: { ...filter, urgent: true }, late: { ...filter, overdue: true } },
  });
  useSoon(seen, NUMBERS_AFTER_MS, () => again({ requestPolicy: 'network-only' }));
  const waiting = [...list.waiting.values()].toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  const listed = [...waiting, ...list.rows.filter(({ id }) => !list.left.has(id))];
  const known = new Set([...list.rows, ...waiting].map(({ id }) => id));
  const first = [...(head?.urgent.nodes ?? []), ...(head?.late.nodes ?? [])].filter(({ id }) => !known.has(id));
  return {
    failure,
    renew,
    loadMore,
    rows: list.shape === 0 ? undefined : urgentFirst([], [...first, ...listed]),
    paged: { isNew: (id) => list.waiting.has(id), generation: list.generation },
    total: list.total + waiting.length,
    urgentNews: waiting.filter(({ urgency }) => urgency !== null).length,
    more: Math.max(0, list.total - (list.rows.length - list.left.size)),
    numbers: head?.moderation,
  };
}

/** Runs after a change of `seen`, once for all changes within the time. */
function useSoon(seen: string, afterMs: number, run: () => void): void {
  const [first] = useState(seen);
  const latest = useRef(run);
  latest.current = run;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (seen === first || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, afterMs);
  }, [seen, first, afterMs]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
