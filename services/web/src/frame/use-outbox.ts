import { useMemo, useSyncExternalStore } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { connectionLost, connectionWorks } from './connection.js';
import { failureOf, signIn } from './failure.js';
import { client, operation } from './graphql-client.js';
import { rememberId } from './operation-ids.js';
import { newKey } from './new-key.js';
import { Outbox, type Command, type CommandEnd, type NewCommand, type Reply } from './outbox.js';
import { noteOwnChange } from './own-changes.js';
import { useViewer } from './viewer.js';

const PREFIX = 'otklik.acts';
const TAB = 'otklik.tab';

const outboxes = new Map<string, Outbox>();

/** The signed-in official's commands; another official of the same browser neither sees nor sends them. */
function outboxOf(official: string): Outbox {
  const known = outboxes.get(official);
  if (known) return known;
  const key = `${PREFIX}.${official}.${tabId()}`;
  const outbox = new Outbox({
    send,
    now: () => Date.now(),
    later: (milliseconds, run) => setTimeout(run, milliseconds),
    load: () => adopted(`${PREFIX}.${official}.`, key),
    save: (commands) => (commands === '[]' ? localStorage.removeItem(key) : localStorage.setItem(key, commands)),
  });
  globalThis.addEventListener('online', () => void outbox.flush());
  outboxes.set(official, outbox);
  return outbox;
}

/** Each tab keeps commands of its own, so that two tabs do not overwrite each other. */
function tabId(): string {
  const known = sessionStorage.getItem(TAB) ?? newKey();
  sessionStorage.setItem(TAB, known);
  return known;
}

/** Takes over what any tab left unsent. A tab that still lives sends it, too, with the same keys: nothing is done twice. */
function adopted(prefix: string, own: string): string | null {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const commands = keys.flatMap((key) => JSON.parse(localStorage.getItem(key) ?? '[]') as unknown[]);
  if (commands.length === 0) return null;
  localStorage.setItem(own, JSON.stringify(commands));
  for (const key of keys) if (key !== own) localStorage.removeItem(key);
  return JSON.stringify(commands);
}

/** One attempt. */
export async function send(document: string, variables: Readonly<Record<string, unknown>>): Promise<Reply> {
  const text = { toString: () => document } as TypedDocumentString<Record<string, unknown>, Record<string, unknown>>;
  const { data, error } = await client.mutation(operation(text), variables).toPromise();
  if (data) {
    connectionWorks();
    noteOwnChange(Object.values(data));
    return { is: 'ANSWERED', data };
  }
  const failure = error ? failureOf(error) : { code: 'NETWORK', message: '' };
  if (failure.code === 'NETWORK') {
    connectionLost();
    return { is: 'NO_CONNECTION' };
  }
  // The command is kept and goes out after the sign-in.
  if (failure.code === 'UNAUTHENTICATED') signIn();
  return { is: 'ERROR', ...failure };
}

/** The outbox of the signed-in official. */
export function useOutbox(): Outbox {
  return outboxOf(useViewer().id);
}

export interface Commands {
  /** Of this list, the oldest first. */
  readonly all: readonly Command[];
  readonly put: <Variables extends object>(command: PutCommand<Variables>) => Promise<CommandEnd>;
  readonly cancel: (key: string) => boolean;
  readonly forget: (key: string) => void;
}

export interface PutCommand<Variables> extends Omit<NewCommand, 'list' | 'document' | 'variables' | 'key'> {
  readonly document: TypedDocumentString<unknown, Variables>;
  /** The variables with the idempotency key of the command. */
  readonly variables: (key: string) => Variables;
}

/** The commands of one screen. They go out one by one; those without connection wait, also over a reload, and go out then. */
export function useCommands(list: string): Commands {
  const outbox = useOutbox();
  const commands = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  return useMemo(
    () => ({
      all: commands.filter((command) => command.list === list),
      put: ({ document, variables, ...command }) => {
        const key = newKey();
        rememberId(document);
        return outbox.put({
          ...command,
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
    [commands, list, outbox],
  );
}
