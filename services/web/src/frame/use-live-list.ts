import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CombinedError } from '@urql/core';
import type { TypedDocumentString } from '../generated/graphql.js';
import { connectionWorks } from './connection.js';
import { failureOf, signIn, type Failure } from './failure.js';
import { client, operation } from './graphql-client.js';
import { LiveList, type Change, type Page } from './live-list.js';
import { useLive } from './use-live.js';

const LOADING_SHOWN_AFTER_MS = 300;
const none: readonly never[] = [];

/** Where a list's rows and changes come from. `variables` of both get `after`. */
export interface LiveSource<Row, Data, Live, Variables extends object> {
  readonly document: TypedDocumentString<Data, Variables>;
  readonly live: TypedDocumentString<Live, never> | undefined;
  readonly page: (data: Data) => Page<Row>;
  readonly change: (data: Live) => Change<Row>;
}

/** Another object whenever the list, its shape or what is said of it is another. */
export interface LiveListState<Row extends { readonly id: string }> {
  readonly list: LiveList<Row>;
  readonly shape: number;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  /** The list reloaded from its beginning. */
  readonly renew: () => Promise<void>;
  readonly loadMore: () => void;
  /** Loads what is left, for paper and files; ends also where a page fails, which `failure` tells. */
  readonly loadAll: () => Promise<void>;
}

/** A live list of the page: another `variables` is another list, the old rows stay until the new ones have come. */
export function useLiveList<Row extends { readonly id: string }, Data, Live, Variables extends object>(
  source: LiveSource<Row, Data, Live, Variables>,
  variables: Omit<Variables, 'after'>,
): LiveListState<Row> {
  const [list] = useState(() => new LiveList<Row>((announce) => void requestAnimationFrame(announce)));
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<Failure>();
  const [followed, setFollowed] = useState<string>();
  const identity = JSON.stringify(variables);
  const busy = useRef(false);
  const generation = useRef(0);
  const turns = useRef(0);
  const shape = useSyncExternalStore(list.subscribe, list.snapshot);

  const load = useCallback(
    async (after: string | null): Promise<void> => {
      const asked = after === null ? ++generation.current : generation.current;
      busy.current = true;
      const slow = setTimeout(() => setLoading(true), LOADING_SHOWN_AFTER_MS);
      const all = { ...(JSON.parse(identity) as object), ...(after !== null && { after }) } as Variables;
      const { data, error } = await client
        .query(operation(source.document), all, { requestPolicy: 'network-only' })
        .toPromise();
      clearTimeout(slow);
      if (asked !== generation.current) return;
      busy.current = false;
      setLoading(false);
      setFailure(error && failureFrom(error));
      if (!data) return;
      connectionWorks();
      if (after === null) list.reset(source.page(data));
      else list.append(source.page(data));
    },
    [identity, list, source],
  );

  const follow = useCallback(async (): Promise<void> => {
    const turn = ++turns.current;
    setFollowed(undefined);
    await load(null);
    if (turn === turns.current && list.liveCursor !== undefined) setFollowed(`${identity} ${turn}`);
  }, [identity, list, load]);
  useEffect(() => {
    void follow();
    return () => {
      generation.current += 1;
      turns.current += 1;
    };
  }, [follow]);
  useLive<Live, object>({
    document: source.live as unknown as TypedDocumentString<Live, object>,
    of: source.live && followed?.startsWith(`${identity} `) ? followed : undefined,
    variables: () => ({ ...(JSON.parse(identity) as object), after: list.liveCursor }),
    next: (data) => list.apply(source.change(data)),
    // Too long away to resume: the list is loaded again, and followed from there.
    refused: () => void follow(),
  });

  const renew = useCallback(() => load(null), [load]);
  const loadMore = useCallback(() => {
    if (!busy.current && list.hasNextPage) void load(list.endCursor);
  }, [list, load]);
  const loadAll = useCallback(async () => {
    for (let before = -1; list.hasNextPage && list.rows.length > before;) {
      before = list.rows.length;
      await load(list.endCursor);
    }
  }, [list, load]);
  return useMemo(
    () => ({ list, shape, loading, failure, renew, loadMore, loadAll }),
    [list, shape, loading, failure, renew, loadMore, loadAll],
  );
}

/** The rows of these ids that are shown; the caller is drawn again when one of them changes, and for no other row. */
export function useRows<Row extends { readonly id: string }>(
  list: LiveList<Row>,
  ids: Iterable<string>,
): readonly Row[] {
  const last = useRef<readonly Row[]>(none);
  return useSyncExternalStore(list.subscribe, () => {
    const rows = [...ids].flatMap((id) => list.row(id) ?? []);
    const isSame = rows.length === last.current.length && rows.every((row, at) => row === last.current[at]);
    if (!isSame) last.current = rows;
    return last.current;
  });
}

function failureFrom(error: CombinedError): Failure {
  const failure = failureOf(error);
  if (failure.code === 'UNAUTHENTICATED') signIn();
  return failure;
}
