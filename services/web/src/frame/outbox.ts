import { failureOfRefusal, type Failure, type RefusalAnswer } from './failure.js';

/** An official's act on its way to the server. The idempotency key is in the variables: a repeat changes nothing. */
export interface Act {
  /** The idempotency key. */
  readonly key: string;
  /** The screen that shows it: a worklist's code or a folder of src/desk. */
  readonly list: string;
  /** Id of the row that it changes. */
  readonly item: string;
  /** The row's number and what was done to it, as people read it. */
  readonly label: string;
  readonly done: string;
  /** It takes an earlier act back, and cannot be undone itself. */
  readonly undoes?: boolean;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** An earlier page left it unsent: no code of this page waits for its end. */
  readonly isRestored?: boolean;
  readonly state: ActState;
}

export type ActState =
  | { readonly is: 'WAITING'; readonly offline: boolean }
  | { readonly is: 'SENDING' }
  | {
      readonly is: 'DONE';
      readonly at: number;
      readonly version: number;
      /** The answer of the mutation's root field; an array where it acts on many. */
      readonly data: object;
    }
  | ({ readonly is: 'FAILED'; readonly at: number } & Failure);

/** What became of an act: the server's word, or that it was taken back before it left. */
export type ActEnd = Extract<ActState, { readonly is: 'DONE' | 'FAILED' }> | { readonly is: 'CANCELLED' };

export type NewAct = Omit<Act, 'at' | 'state' | 'isRestored'>;

/** What the server, or its absence, answered to one attempt. */
export type Reply =
  | { readonly is: 'ANSWERED'; readonly data: Readonly<Record<string, unknown>> }
  | ({ readonly is: 'ERROR' } & Failure)
  | { readonly is: 'NO_CONNECTION' };

export interface OutboxPorts {
  readonly send: (document: string, variables: Readonly<Record<string, unknown>>) => Promise<Reply>;
  readonly now: () => number;
  readonly later: (milliseconds: number, run: () => void) => void;
  readonly load: () => string | null;
  readonly save: (acts: string) => void;
}

const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Errors that say nothing of the act itself. UNAUTHENTICATED: the official signs in again and the act goes out. */
const PASSING: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'OVERLOADED',
  'TIMED_OUT',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
]);
/** Finished acts that stay to be shown beside the queue. */
const MAX_FINISHED = 50;

/**
 * Sends acts one after another in the order in which they were done; those without an answer stay, survive a reload and
 * are repeated with the same key. It is a store for `useSyncExternalStore`: `acts` changes identity with each change.
 */
export class Outbox {
  acts: readonly Act[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly awaited = new Map<string, (end: ActEnd) => void>();
  private attempts = 0;
  private busy = false;

  constructor(private readonly ports: OutboxPorts) {
    this.acts = restored(ports.load());
    if (this.next()) void this.flush();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Act[] => this.acts;

  /** Resolves when the act has ended, however long that takes; the same key again is the same act, sent once more. */
  put(act: NewAct): Promise<ActEnd> {
    const others = this.acts.filter(({ key }) => key !== act.key);
    const ended = new Promise<ActEnd>((resolve) => this.awaited.set(act.key, resolve));
    this.set([...others, { ...act, at: this.ports.now(), state: { is: 'WAITING', offline: false } }]);
    void this.flush();
    return ended;
  }

  /** Takes an act back that has not left yet; false when it is being sent or was answered. */
  cancel(key: string): boolean {
    const act = this.acts.find((one) => one.key === key);
    if (act?.state.is !== 'WAITING') return false;
    this.set(this.acts.filter((one) => one.key !== key));
    this.end(key, { is: 'CANCELLED' });
    return true;
  }

  /** Removes a finished act from sight. */
  forget(key: string): void {
    this.set(this.acts.filter((one) => one.key !== key || !isFinished(one)));
  }

  /** Sends what waits; also called when the connection returns. */
  async flush(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let act = this.next(); act; act = this.next()) if (!(await this.sendOne(act))) return;
    } finally {
      this.busy = false;
    }
  }

  private next(): Act | undefined {
    return this.acts.find((act) => act.state.is === 'WAITING');
  }

  /** False: the server could not be asked, and the rest waits, too. */
  private async sendOne(act: Act): Promise<boolean> {
    this.change(act.key, { is: 'SENDING' });
    const reply = await this.ports.send(act.document, act.variables);
    if (reply.is === 'NO_CONNECTION' || (reply.is === 'ERROR' && PASSING.has(reply.code))) {
      this.change(act.key, { is: 'WAITING', offline: true });
      this.ports.later(RETRY_DELAYS_MS[Math.min(this.attempts, RETRY_DELAYS_MS.length - 1)] ?? 0, () => {
        void this.flush();
      });
      this.attempts += 1;
      return false;
    }
    this.attempts = 0;
    const end = endOf(reply, this.ports.now());
    this.change(act.key, end);
    this.end(act.key, end);
    return true;
  }

  private end(key: string, end: ActEnd): void {
    this.awaited.get(key)?.(end);
    this.awaited.delete(key);
  }

  private change(key: string, state: ActState): void {
    this.set(this.acts.map((act) => (act.key === key ? { ...act, state } : act)));
  }

  private set(acts: readonly Act[]): void {
    const surplus = acts.filter(isFinished).length - MAX_FINISHED;
    const old = new Set(acts.filter(isFinished).slice(0, Math.max(0, surplus)));
    this.acts = acts.filter((act) => !old.has(act));
    this.ports.save(JSON.stringify(this.acts.filter((act) => !isFinished(act))));
    for (const listener of this.listeners) listener();
  }
}

export function isFinished(act: Act): boolean {
  return act.state.is === 'DONE' || act.state.is === 'FAILED';
}

/** Acts that were being sent when the tab was closed are sent again: the key makes that harmless. */
function restored(saved: string | null): readonly Act[] {
  if (saved === null) return [];
  const acts: unknown = JSON.parse(saved);
  if (!Array.isArray(acts)) return [];
  return (acts as Act[]).map((act) => ({ ...act, isRestored: true, state: { is: 'WAITING', offline: true } }));
}

/** A mutation answers one root field: a change, a refusal of the rules, or a list of both. */
export function endOf(
  reply: Exclude<Reply, { is: 'NO_CONNECTION' }>,
  at: number,
): Extract<ActState, { is: 'DONE' | 'FAILED' }> {
  if (reply.is === 'ERROR') {
    const { is: _is, ...failure } = reply;
    return { is: 'FAILED', at, ...failure };
  }
  const result = Object.values(reply.data)[0];
  if (typeof result !== 'object' || result === null) return { is: 'FAILED', at, code: 'INTERNAL', message: '' };
  const { __typename, version } = result as Readonly<Record<string, unknown>>;
  if (__typename === 'Refusal') return { is: 'FAILED', at, ...failureOfRefusal(result as RefusalAnswer) };
  return { is: 'DONE', at, version: Number(version ?? 0), data: result };
}
