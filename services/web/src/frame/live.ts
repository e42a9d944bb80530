import { createClient, type Client } from 'graphql-ws';
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

export interface LiveOptions<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  /** Called at each connection: the variables name the last cursor received, so that nothing is missed. */
  readonly variables: () => Variables;
  readonly next: (result: Result) => void;
  /** The server cannot resume from the cursor, or refuses the subscription: load the list again. */
  readonly refused: (errors: readonly { readonly message: string; readonly extensions?: unknown }[]) => void;
}

/** Subscribes until the returned function is called; a broken connection is resumed for ever, slower and slower. */
export function subscribeLive<Result, Variables extends object>(options: LiveOptions<Result, Variables>): () => void {
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
        ...(asText ? {} : { extensions: { ...byId(id) } }),
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
