import { answerTo } from './challenge.js';

/** A message that is being written, kept on the device until the server has it. */
export interface Draft {
  /** Address of its form. */
  readonly path: string;
  /** The idempotency key: made with the draft, so that however often it is sent it is one message. */
  readonly key: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly File[];
  /** The sender pressed the button; it goes as soon as there is a connection. */
  readonly queued: boolean;
  readonly savedAt: number;
}

/** Number and code of a message that was sent while its page was closed. */
export interface Sent {
  readonly path: string;
  readonly number: string;
  readonly code: string;
}

/** The form of each district that was visited, and its script. */
export const CACHE = 'otklik-resident-1';

type Store = 'drafts' | 'sent';

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('otklik', 1);
    request.onupgradeneeded = () => {
      for (const store of ['drafts', 'sent']) request.result.createObjectStore(store, { keyPath: 'path' });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function run<Result>(
  store: Store,
  mode: IDBTransactionMode,
  act: (objects: IDBObjectStore, sent: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(['drafts', 'sent'], mode);
      const request = act(transaction.objectStore(store), transaction.objectStore('sent'));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const read = <Value>(store: Store, path: string) =>
  run<Value | undefined>(store, 'readonly', (objects) => objects.get(path));
export const write = (store: Store, value: Draft | Sent) => run(store, 'readwrite', (objects) => objects.put(value));
export const remove = (store: Store, path: string) => run(store, 'readwrite', (objects) => objects.delete(path));
export const all = (store: Store) => run<Draft[]>(store, 'readonly', (objects) => objects.getAll());

/**
 * Puts what became of a draft in its place, unless there is another by now: on a slow line a page may have sent it and
 * another message be written before the worker's own try ends.
 */
export async function settle({ path, savedAt }: Draft, next?: Draft, receipt?: Sent): Promise<void> {
  await run<Draft | undefined>('drafts', 'readwrite', (drafts, sent) => {
    const kept: IDBRequest<Draft | undefined> = drafts.get(path);
    kept.onsuccess = () => {
      if (kept.result?.savedAt !== savedAt) return;
      if (next) drafts.put(next);
      else drafts.delete(path);
      if (receipt) sent.put(receipt);
    };
    return kept;
  });
}

/** `SENT`: the server has it; `WRONG`: something has to be corrected; `OFFLINE`: it was not reached, or is overloaded. */
export interface Outcome {
  readonly what: 'SENT' | 'WRONG' | 'OFFLINE';
  readonly page: string;
}

const TRY_LATER = [429, 502, 503, 504];

/** Sends a draft. Sent twice, it is received once: the key is the draft's. */
export async function send(draft: Draft): Promise<Outcome> {
  const outcome = await post(draft);
  const answer = await answerTo(outcome.page);
  return answer ? post({ ...draft, fields: [...draft.fields, ...answer] }) : outcome;
}

async function post({ path, key, fields, files }: Draft): Promise<Outcome> {
  const form = new FormData();
  form.set('key', key);
  for (const [name, value] of fields) form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  let answer: Response;
  let page: string;
  try {
    answer = await fetch(path, { method: 'POST', body: form });
    page = await answer.text();
  } catch {
    // No connection, or it was cut: whether the server has it is not known.
    return { what: 'OFFLINE', page: '' };
  }
  if (answer.ok && answer.redirected) return { what: 'SENT', page };
  // A challenge that no script answers here is the reader's.
  const isLater = TRY_LATER.includes(answer.status) && !page.includes('id="challenge"');
  return { what: isLater ? 'OFFLINE' : 'WRONG', page };
}

const found = (page: string, id: string) => new RegExp(`id="${id}"[^>]*>([^<]+)`).exec(page)?.[1] ?? '';

/** Sends what waits, past what is near: its sender looks at no step. Number and code of what was sent are kept until their page shows them. */
export async function sendQueued(): Promise<void> {
  for (const draft of await all('drafts')) {
    if (!draft.queued) continue;
    const { what, page } = await send({ ...draft, fields: [...draft.fields, ['seen', '1']] });
    if (what === 'WRONG') await settle(draft, { ...draft, queued: false });
    if (what !== 'SENT') continue;
    await settle(draft, undefined, { path: draft.path, number: found(page, 'number'), code: found(page, 'code') });
  }
}
