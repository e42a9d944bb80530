import { setTimeout as sleep } from 'node:timers/promises';
import { compact, VersionConflict } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { InitialRowsConflict, checkInitialRows } from './initial-rows.js';
import { answerOf, firstResult, isRemembered } from './command-memory.js';
import {
  streamName,
  type AppendRequest,
  type AppendResult,
  type InitialRowValues,
  type EventLog,
  type EventStore,
  type RecordedEvent,
  type RememberedCommand,
  type SilentCommand,
  type Upcasters,
} from './event-store.js';
import { upcast } from './upcast.js';

/** Event store in memory, for tests: it keeps the same guarantees and passes the same contract suite. */
export interface MemoryEventStore extends EventStore {
  readonly log: EventLog;
  /** Appends made with this transaction are committed together when `work` resolves, and dropped when it throws. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
}

interface Staged {
  readonly requests: AppendRequest[];
  readonly silent: SilentCommand[];
}

/** `insertRows` writes the initial rows of a stream and answers false when they exist already; without it no append may have any. */
export function memoryEventStore(
  service: string,
  upcasters: Upcasters = {},
  insertRows?: (district: number, values: InitialRowValues) => boolean,
): MemoryEventStore {
  const log: RecordedEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const commands = new Map<string, RememberedCommand>();
  const transactions = new WeakMap<Transaction, Staged>();
  const listeners = new Set<() => void>();

  const stream = (district: number, id: string) => streams.get(`${district}/${id}`) ?? [];

  function commit(request: AppendRequest): AppendResult {
    const events = stream(request.district, request.stream);
    const earlier = answered(request, events, commands.get(`${request.district}/${request.commandId}`));
    if (earlier) return earlier;
    if (request.initialRows && !insertRows!(request.district, request.initialRows))
      throw new InitialRowsConflict('the initial rows of this stream exist already');
    const appended = request.events.map((_, index) => record(request, index, events.length, log.length));
    log.push(...appended);
    streams.set(`${request.district}/${request.stream}`, [...events, ...appended]);
    const version = events.length + appended.length;
    if (isRemembered(request))
      commands.set(`${request.district}/${request.commandId}`, {
        fingerprint: request.idempotency?.fingerprint ?? '',
        stream: request.stream,
        version,
      });
    for (const listener of listeners) listener();
    return { version, repeated: false };
  }

  function remember(command: SilentCommand): AppendResult {
    const key = `${command.district}/${command.commandId}`;
    const { fingerprint, stream: id, version } = command;
    const earlier = commands.get(key);
    if (earlier) return firstResult(command, earlier);
    commands.set(key, { fingerprint, stream: id, version });
    return { version, repeated: false };
  }

  function stageSilent(command: SilentCommand, staged: Staged): AppendResult {
    const { district, commandId, version } = command;
    const earlier =
      commands.get(`${district}/${commandId}`) ??
      staged.silent.find((other) => other.district === district && other.commandId === commandId);
    if (earlier) return firstResult(command, earlier);
    staged.silent.push(command);
    return { version, repeated: false };
  }

  function commitAll({ requests, silent }: Staged): void {
    const before = { length: log.length, streams: [...streams], commands: [...commands] };
    try {
      requests.forEach(commit);
      silent.forEach(remember);
    } catch (error) {
      log.length = before.length;
      streams.clear();
      commands.clear();
      for (const [key, events] of before.streams) streams.set(key, events);
      for (const [key, command] of before.commands) commands.set(key, command);
      throw error;
    }
  }

  function stage(request: AppendRequest, staged: Staged): AppendResult {
    const earlierAppends = staged.requests.filter(
      (other) => other.district === request.district && other.stream === request.stream,
    );
    const events = [...stream(request.district, request.stream)];
    for (const other of earlierAppends)
      events.push(...other.events.map((_, index) => record(other, index, events.length, log.length)));
    const earlier = answered(request, events, commands.get(`${request.district}/${request.commandId}`));
    if (earlier) return earlier;
    staged.requests.push(request);
    return { version: events.length + request.events.length, repeated: false };
  }

  async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const staged: Staged = { requests: [], silent: [] };
    const tx: Transaction = { query: () => Promise.reject(new Error('The memory store has no tables.')) };
    transactions.set(tx, staged);
    const result = await work(tx);
    commitAll(staged);
    return result;
  }

  return {
    async append(request: AppendRequest, options?: { readonly tx: Transaction }) {
      await Promise.resolve();
      const staged = options && transactions.get(options.tx);
      checkInitialRows(request, insertRows && !options ? { columns: {} } : undefined);
      return staged ? stage(request, staged) : commit(request);
    },
    async read(district, id, after = 0, options) {
      await Promise.resolve();
      const staged = options?.tx && transactions.get(options.tx);
      const events = [...stream(district, id)];
      for (const request of staged?.requests ?? [])
        if (request.district === district && request.stream === id)
          events.push(...request.events.map((_, index) => record(request, index, events.length, log.length)));
      return events.slice(after).map((event) => upcast(event, upcasters));
    },
    async readAll(streams, { tx }) {
      const found = new Map<string, readonly RecordedEvent[]>();
      for (const key of streams) {
        const events = await this.read(key.district, key.stream, 0, { tx });
        if (events.length > 0) found.set(streamName(key), events);
      }
      return found;
    },
    async appendAll(requests, { tx }) {
      await Promise.resolve();
      const staged = transactions.get(tx)!;
      return requests.map((request) => {
        try {
          return stage(request, staged);
        } catch (error) {
          if (error instanceof VersionConflict) return undefined;
          throw error;
        }
      });
    },
    remembered: (district, commandId) => Promise.resolve(commands.get(`${district}/${commandId}`)),
    async remember(command, options) {
      await Promise.resolve();
      const staged = options?.tx && transactions.get(options.tx);
      return staged ? stageSilent(command, staged) : remember(command);
    },
    close: () => Promise.resolve(),
    transaction,
    log: {
      service,
      read: (after, limit) => Promise.resolve(log.slice(after, after + limit).map((event) => logged(event, upcasters))),
      async wait(after, signal) {
        while (log.length <= after && !signal.aborted) {
          await new Promise<void>((woken) => {
            const wake = () => {
              listeners.delete(wake);
              signal.removeEventListener('abort', wake);
              woken();
            };
            listeners.add(wake);
            signal.addEventListener('abort', wake);
          });
        }
        await sleep(0);
      },
      head: () => Promise.resolve(log.length),
      newest: () => Promise.resolve(log.length),
      close: () => Promise.resolve(),
    },
  };
}

function answered(
  request: AppendRequest,
  events: readonly RecordedEvent[],
  remembered: RememberedCommand | undefined,
): AppendResult | undefined {
  const ofCommand = events.filter((event) => event.commandId === request.commandId);
  const [first, last] = [ofCommand[0], ofCommand.at(-1)];
  return answerOf(request, {
    version: events.length,
    ofCommand: first && last && { first: first.version, last: last.version },
    remembered,
  });
}

function record(request: AppendRequest, index: number, version: number, position: number): RecordedEvent {
  const event = request.events[index]!;
  return {
    position: position + index + 1,
    id: event.id,
    type: event.type,
    schema: event.schema,
    district: request.district,
    stream: request.stream,
    version: version + index + 1,
    at: request.at,
    recordedAt: new Date().toISOString(),
    actor: request.actor,
    commandId: request.commandId,
    correlationId: request.correlationId,
    ...compact({ causationId: request.causationId, traceparent: request.traceparent }),
    data: JSON.parse(JSON.stringify(event.data)) as unknown,
  };
}

function logged(event: RecordedEvent, upcasters: Upcasters): RecordedEvent {
  try {
    return upcast(event, upcasters);
  } catch (error) {
    return { ...event, data: null, unreadable: error as Error };
  }
}
