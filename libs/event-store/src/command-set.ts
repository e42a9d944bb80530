import { fold, rounds } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import {
  domainEvent,
  prepareAppend,
  type CommandContext,
  type DomainEvent,
  type HandlerDependencies,
  type StreamBefore,
} from './command-handler.js';
import { streamName, type AppendRequest, type RecordedEvent, type StreamKey } from './event-store.js';

/** Another transaction appended to a stream after this one had read it. Nothing may be committed; the batch is tried again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** What became of a command in a set. */
export interface HandledInSet<State> {
  readonly state: State;
  /** 0 when there is still no stream. */
  readonly version: number;
  /** `NONE`: there was nothing to change. */
  readonly effect: 'NONE' | 'DONE' | 'REPEATED';
}

/** Commands that take effect together or not at all. */
export interface CommandUnit<State, Command> {
  /** Decides in memory, by all that was decided before. A command that the stream knows already has no effect. Throws `Refusal`. */
  handle(context: CommandContext, stream: string, command: Command): Promise<HandledInSet<State>>;
  /** From now on the unit is part of the set. */
  keep(): void;
}

/** The commands of many streams in one transaction: streams are read in one statement and appended to in another. */
export interface CommandSet<State, Command> {
  load(streams: readonly StreamKey[]): Promise<void>;
  begin(): CommandUnit<State, Command>;
  /** Stores what was kept. Throws `Overtaken`. */
  append(): Promise<void>;
}

interface Loaded<State> extends StreamBefore<State> {
  /** Ids of the commands that are recorded in the stream. */
  readonly commands: readonly string[];
}

/** Makes the sets of one aggregate's commands. They expect no version and have no fingerprint: a consumer's events name them. */
export function commandSets<State, Command, Event extends DomainEvent>(
  dependencies: HandlerDependencies<State, Command, Event>,
): (tx: Transaction) => CommandSet<State, Command> {
  const { store, decider } = dependencies;

  function loaded(recorded: readonly RecordedEvent[]): Loaded<State> {
    return {
      state: fold(decider, recorded.map(domainEvent<Event>)),
      version: recorded.at(-1)?.version ?? 0,
      correlationId: recorded[0]?.correlationId ?? '',
      commands: recorded.map((event) => event.commandId),
    };
  }

  return (tx) => {
    const streams = new Map<string, Loaded<State>>();
    const requests: AppendRequest[] = [];

    function begin(): CommandUnit<State, Command> {
      const changed = new Map<string, Loaded<State>>();
      const decidedRequests: AppendRequest[] = [];
      return {
        async handle(context, stream, command) {
          const name = streamName({ district: context.district, stream });
          const before = changed.get(name) ?? streams.get(name) ?? loaded([]);
          if (before.commands.includes(context.commandId)) return { ...before, effect: 'REPEATED' };
          const decided = decider.decide(command, before.state);
          if (decided.length === 0) return { ...before, effect: 'NONE' };
          const correlationId = before.version === 0 ? context.correlationId : before.correlationId;
          const at = { state: before.state, version: before.version, correlationId };
          const { request, state } = await prepareAppend(dependencies, context, stream, at, decided, tx);
          decidedRequests.push(request);
          const version = before.version + decided.length;
          const after = { state, version, correlationId, commands: [...before.commands, context.commandId] };
          changed.set(name, after);
          return { ...after, effect: 'DONE' };
        },
        keep() {
          for (const [name, after] of changed) streams.set(name, after);
          requests.push(...decidedRequests);
        },
      };
    }

    return {
      async load(wanted) {
        const missing = new Map(
          wanted.filter((key) => !streams.has(streamName(key))).map((key) => [streamName(key), key]),
        );
        if (missing.size === 0) return;
        const found = await store.readAll([...missing.values()], { tx });
        for (const name of missing.keys()) streams.set(name, loaded(found.get(name) ?? []));
      },
      begin,
      async append() {
        // A statement appends once to a stream: the second commands of streams follow in the second round.
        for (const round of rounds(requests.splice(0), streamName)) {
          const results = await store.appendAll(round, { tx });
          if (results.some((result) => !result)) throw new Overtaken('another writer was first');
        }
      },
    };
  };
}
