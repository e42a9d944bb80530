import { useSyncExternalStore } from 'react';

/** The desk's connection: `restored` for a minute after it came back. Times are milliseconds of the machine's clock. */
export type Connection =
  | { readonly state: 'online' }
  | { readonly state: 'offline'; readonly since: number }
  | { readonly state: 'restored'; readonly at: number };

const RESTORED_SHOWN_MS = 60_000;
const listeners = new Set<() => void>();
let current: Connection = { state: 'online' };
let timer: ReturnType<typeof setTimeout> | undefined;

function change(next: Connection): void {
  current = next;
  for (const listener of listeners) listener();
}

export function connectionLost(): void {
  clearTimeout(timer);
  if (current.state !== 'offline') change({ state: 'offline', since: Date.now() });
}

export function connectionWorks(): void {
  if (current.state !== 'offline') return;
  change({ state: 'restored', at: Date.now() });
  timer = setTimeout(() => change({ state: 'online' }), RESTORED_SHOWN_MS);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}

export function isOffline(): boolean {
  return current.state === 'offline';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
