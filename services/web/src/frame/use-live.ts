import { createClient, type Client } from 'graphql-ws';
import { useCallback, useEffect, useRef } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { connectionLost, connectionWorks } from './connection.js';
import { signIn } from './failure.js';
import { byId, identified, isNotListed } from './operation-ids.js';

const KEEP_ALIVE_MS = 10_000;
const PONG_TIMEOUT_MS = 5_000;
const MIN_RETRY_DELAY_MS = 500;
const MAX_RETRY_DELAY_MS = 15_000;
const UNAUTHENTICATED = 4401;

let shared: Client | undefined;

/** One socket for all live lists; opened with the first, closed with the last. */
function socket(): Client {
  shared ??= openSocket();
  return shared;
}

function openSocket(): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let open: WebSocket | undefined;
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE_MS,
    on: {
      connected: (opened) => {
        open = opened as WebSocket;
        connectionWorks();
      },
      // A socket that is cut without a close frame stays open for minutes: without a pong it is closed here.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => open?.close(4408, 'no pong'), PONG_TIMEOUT_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: () => clearTimeout(pongTimer),
    },
  });
}

interface LiveOptions<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  /** Called at each connection: the variables name the last cursor received, so that nothing is missed. */
  readonly variables: () => Variables;
  readonly next: (result: Result) => void;
  /** The server cannot resume from the cursor, or refuses the subscription: load the list again. */
  readonly refused: (errors: readonly { readonly message: string; readonly extensions?: unknown }[]) => void;
}

/** Subscribes until the returned function is called; a broken connection is resumed for ever, slower and slower. */
function subscribeLive<Result, Variables extends object>(options: LiveOptions<Result, Variables>): () => void {
  let stopped = false;
  let unsubscribe = (): void => undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let delay = MIN_RETRY_DELAY_MS;
  const { name: operationName, id } = identified(options.document);
  let asText = false;

  const again = (): void => {
    if (stopped) return;
    retry = setTimeout(start, delay * (0.75 + Math.random() / 2));
    delay = Math.min(delay * 2, MAX_RETRY_DELAY_MS);
  };
  const start = (): void => {
    unsubscribe = socket().subscribe<Result>(
      {
        operationName,
        // The protocol demands a text, which is empty beside an id.
        query: asText ? options.document.toString() : '',
        variables: options.variables() as Record<string, unknown>,
        ...(!asText && { extensions: { ...byId(id) } }),
      },
      {
        next: ({ data, errors }) => {
          delay = MIN_RETRY_DELAY_MS;
          if (errors) options.refused(errors);
          else if (data) options.next(data);
        },
        error: (cause) => {
          if (stopped) return;
          if (!asText && isNotListed(cause)) {
            asText = true;
            return start();
          }
          if (Array.isArray(cause)) return options.refused(cause);
          if (cause instanceof CloseEvent && cause.code === UNAUTHENTICATED) return signIn();
          connectionLost();
          again();
        },
        complete: again,
      },
    );
  };
  const online = (): void => {
    if (retry === undefined) return;
    clearTimeout(retry);
    delay = MIN_RETRY_DELAY_MS;
    start();
  };
  globalThis.addEventListener('online', online);
  start();
  return () => {
    stopped = true;
    clearTimeout(retry);
    globalThis.removeEventListener('online', online);
    unsubscribe();
  };
}

export interface Live<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  /** Another one is another subscription; undefined: nothing is followed yet. */
  readonly of: string | undefined;
  readonly variables: LiveOptions<Result, Variables>['variables'];
  readonly next: LiveOptions<Result, Variables>['next'];
  /** By itself what cannot be followed stays as it is. */
  readonly refused?: () => void;
}

/** Follows a subscription while the component is mounted, as it was given with the last drawing. */
export function useLive<Result, Variables extends object>(live: Live<Result, Variables>): void {
  const latest = useRef(live);
  latest.current = live;
  const { document, of } = live;
  useEffect(() => {
    if (of === undefined) return undefined;
    return subscribeLive<Result, Variables>({
      document,
      variables: () => latest.current.variables(),
      next: (result) => latest.current.next(result),
      refused: () => latest.current.refused?.(),
    });
  }, [document, of]);
}

/** Runs it once for all that comes within so many milliseconds, and not after the component is gone. */
export function useGathered(run: () => void, withinMs: number): () => void {
  const latest = useRef(run);
  latest.current = run;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), withinMs);
  }, [withinMs]);
}

const REFETCH_DELAY_MS = 300;

interface RefetchedList<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  /** Undefined until the list was loaded: the subscription begins where the list ended. */
  readonly cursor: string | undefined;
  readonly variables: (after: string) => Variables;
  readonly cursorOf: (result: Result) => string;
  readonly refetch: () => void;
}

/**
 * Loads a queue again when anything in it changes. A reconnect resumes after the last cursor, so nothing is missed; where
 * the server cannot resume, the list is loaded whole.
 */
export function useLiveRefetch<Result, Variables extends object>(list: RefetchedList<Result, Variables>): void {
  const { document, cursor, variables, cursorOf } = list;
  const last = useRef<string>(undefined);
  const refetch = useGathered(list.refetch, REFETCH_DELAY_MS);
  useLive({
    document,
    of: cursor === undefined ? undefined : '',
    variables: () => variables(last.current ?? cursor ?? ''),
    next: (result: Result) => {
      last.current = cursorOf(result);
      refetch();
    },
    refused: () => {
      last.current = cursor;
      refetch();
    },
  });
}
