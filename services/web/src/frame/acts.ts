import { useMemo, useSyncExternalStore } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { connectionLost, connectionWorks } from './connection.js';
import { failureOf, signIn } from './failure.js';
import { client, operation } from './graphql-client.js';
import { rememberId } from './operation-ids.js';
import { newKey } from './new-key.js';
import { Outbox, type Act, type ActEnd, type NewAct, type Reply } from './outbox.js';
import { noteOwnAct } from './own-acts.js';
import { useViewer } from './viewer.js';

const PREFIX = 'otklik.acts';
const TAB = 'otklik.tab';

const outboxes = new Map<string, Outbox>();

/** The signed-in official's acts; another official of the same browser neither sees nor sends them. */
function outboxOf(official: string): Outbox {
  const known = outboxes.get(official);
  if (known) return known;
  const key = `${PREFIX}.${official}.${tabId()}`;
  const outbox = new Outbox({
    send,
    now: () => Date.now(),
    later: (milliseconds, run) => setTimeout(run, milliseconds),
    load: () => adopted(`${PREFIX}.${official}.`, key),
    save: (acts) => (acts === '[]' ? localStorage.removeItem(key) : localStorage.setItem(key, acts)),
  });
  globalThis.addEventListener('online', () => void outbox.flush());
  outboxes.set(official, outbox);
  return outbox;
}

/** Each tab keeps acts of its own, so that two tabs do not overwrite each other. */
function tabId(): string {
  const known = sessionStorage.getItem(TAB) ?? newKey();
  sessionStorage.setItem(TAB, known);
  return known;
}

/** Takes over what any tab left unsent. A tab that still lives sends it, too, with the same keys: nothing is done twice. */
function adopted(prefix: string, own: string): string | null {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const acts = keys.flatMap((key) => JSON.parse(localStorage.getItem(key) ?? '[]') as unknown[]);
  if (acts.length === 0) return null;
  localStorage.setItem(own, JSON.stringify(acts));
  for (const key of keys) if (key !== own) localStorage.removeItem(key);
  return JSON.stringify(acts);
}

/** One attempt. */
export async function send(document: string, variables: Readonly<Record<string, unknown>>): Promise<Reply> {
  const text = { toString: () => document } as TypedDocumentString<Record<string, unknown>, Record<string, unknown>>;
  const { data, error } = await client.mutation(operation(text), variables).toPromise();
  if (data) {
    connectionWorks();
    noteOwnAct(Object.values(data));
    return { is: 'ANSWERED', data };
  }
  const failure = error ? failureOf(error) : { code: 'NETWORK', message: '' };
  if (failure.code === 'NETWORK') {
    connectionLost();
    return { is: 'NO_CONNECTION' };
  }
  // The act is kept and goes out after the sign-in.
  if (failure.code === 'UNAUTHENTICATED') signIn();
  return { is: 'ERROR', ...failure };
}

/** The outbox of the signed-in official. */
export function useOutbox(): Outbox {
  return outboxOf(useViewer().id);
}

export interface Acts {
  /** Of this list, the oldest first. */
  readonly all: readonly Act[];
  readonly put: <Variables extends object>(act: PutAct<Variables>) => Promise<ActEnd>;
  readonly cancel: (key: string) => boolean;
  readonly forget: (key: string) => void;
}

export interface PutAct<Variables> extends Omit<NewAct, 'list' | 'document' | 'variables' | 'key'> {
  readonly document: TypedDocumentString<unknown, Variables>;
  /** The variables with the idempotency key of the act. */
  readonly variables: (key: string) => Variables;
}

/** The acts of one screen. They go out one by one; those without connection wait, also over a reload, and go out then. */
export function useActs(list: string): Acts {
  const outbox = useOutbox();
  const acts = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  return useMemo(
    () => ({
      all: acts.filter((act) => act.list === list),
      put: ({ document, variables, ...act }) => {
        const key = newKey();
        rememberId(document);
        return outbox.put({
          ...act,
          list,
          key,
          document: document.toString(),
          variables: Object.fromEntries(Object.entries(variables(key))),
        });
      },
      cancel: (key) => outbox.cancel(key),
      forget: (key) => {
        outbox.forget(key);
      },
    }),
    [acts, list, outbox],
  );
}
