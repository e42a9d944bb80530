import { failureOfRefusal, type Failure, type RefusalAnswer } from './failure.js';

/** An official's command on its way to the server. The idempotency key is in the variables: a repeat changes nothing. */
export interface Command {
  /** The idempotency key. */
  readonly key: string;
  /** The screen that shows it: a worklist's code or a folder of src/desk. */
  readonly list: string;
  /** Id of the row that it changes. */
  readonly item: string;
  /** The row's number and what was done to it, as people read it. */
  readonly label: string;
  readonly done: string;
  /** It takes an earlier command back, and cannot be undone itself. */
  readonly undoes?: boolean;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** An earlier page left it unsent: no code of this page waits for its end. */
  readonly isRestored?: boolean;
  readonly state: CommandState;
}

export type CommandState =
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

/** What became of a command: the server's word, or that it was taken back before it left. */
export type CommandEnd = Extract<CommandState, { readonly is: 'DONE' | 'FAILED' }> | { readonly is: 'CANCELLED' };

export type NewCommand = Omit<Command, 'at' | 'state' | 'isRestored'>;

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
  readonly save: (commands: string) => void;
}

const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Errors that say nothing of the command itself. UNAUTHENTICATED: the official signs in again and the command goes out. */
const PASSING: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'OVERLOADED',
  'TIMED_OUT',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
]);
/** Finished commands that stay to be shown beside the queue. */
const MAX_FINISHED = 50;

/**
 * Sends commands one after another in the order in which they were done; those without an answer stay, survive a reload and
 * are repeated with the same key. It is a store for `useSyncExternalStore`: `commands` changes identity with each change.
 */
export class Outbox {
  commands: readonly Command[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly awaited = new Map<string, (end: CommandEnd) => void>();
  private attempts = 0;
  private busy = false;

  constructor(private readonly ports: OutboxPorts) {
    this.commands = restored(ports.load());
    if (this.next()) void this.flush();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Command[] => this.commands;

  /** Resolves when the command has ended, however long that takes; the same key again is the same command, sent once more. */
  put(command: NewCommand): Promise<CommandEnd> {
    const others = this.commands.filter(({ key }) => key !== command.key);
    const ended = new Promise<CommandEnd>((resolve) => this.awaited.set(command.key, resolve));
    this.set([...others, { ...command, at: this.ports.now(), state: { is: 'WAITING', offline: false } }]);
    void this.flush();
    return ended;
  }

  /** Takes a command back that has not left yet; false when it is being sent or was answered. */
  cancel(key: string): boolean {
    const command = this.commands.find((one) => one.key === key);
    if (command?.state.is !== 'WAITING') return false;
    this.set(this.commands.filter((one) => one.key !== key));
    this.end(key, { is: 'CANCELLED' });
    return true;
  }

  /** Removes a finished command from sight. */
  forget(key: string): void {
    this.set(this.commands.filter((one) => one.key !== key || !isFinished(one)));
  }

  /** Sends what waits; also called when the connection returns. */
  async flush(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let command = this.next(); command; command = this.next()) if (!(await this.sendOne(command))) return;
    } finally {
      this.busy = false;
    }
  }

  private next(): Command | undefined {
    return this.commands.find((command) => command.state.is === 'WAITING');
  }

  /** False: the server could not be asked, and the rest waits, too. */
  private async sendOne(command: Command): Promise<boolean> {
    this.change(command.key, { is: 'SENDING' });
    const reply = await this.ports.send(command.document, command.variables);
    if (reply.is === 'NO_CONNECTION' || (reply.is === 'ERROR' && PASSING.has(reply.code))) {
      this.change(command.key, { is: 'WAITING', offline: true });
      this.ports.later(RETRY_DELAYS_MS[Math.min(this.attempts, RETRY_DELAYS_MS.length - 1)] ?? 0, () => {
        void this.flush();
      });
      this.attempts += 1;
      return false;
    }
    this.attempts = 0;
    const end = endOf(reply, this.ports.now());
    this.change(command.key, end);
    this.end(command.key, end);
    return true;
  }

  private end(key: string, end: CommandEnd): void {
    this.awaited.get(key)?.(end);
    this.awaited.delete(key);
  }

  private change(key: string, state: CommandState): void {
    this.set(this.commands.map((command) => (command.key === key ? { ...command, state } : command)));
  }

  private set(commands: readonly Command[]): void {
    const surplus = commands.filter(isFinished).length - MAX_FINISHED;
    const old = new Set(commands.filter(isFinished).slice(0, Math.max(0, surplus)));
    this.commands = commands.filter((command) => !old.has(command));
    this.ports.save(JSON.stringify(this.commands.filter((command) => !isFinished(command))));
    for (const listener of this.listeners) listener();
  }
}

export function isFinished(command: Command): boolean {
  return command.state.is === 'DONE' || command.state.is === 'FAILED';
}

/** Commands that were being sent when the tab was closed are sent again: the key makes that harmless. */
function restored(saved: string | null): readonly Command[] {
  if (saved === null) return [];
  const commands: unknown = JSON.parse(saved);
  if (!Array.isArray(commands)) return [];
  return (commands as Command[]).map((command) => ({
    ...command,
    isRestored: true,
    state: { is: 'WAITING', offline: true },
  }));
}

/** A mutation answers one root field: a change, a refusal of the rules, or a list of both. */
export function endOf(
  reply: Exclude<Reply, { is: 'NO_CONNECTION' }>,
  at: number,
): Extract<CommandState, { is: 'DONE' | 'FAILED' }> {
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
