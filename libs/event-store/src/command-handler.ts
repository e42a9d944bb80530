import type { EventActor } from '@otklik/contracts/envelope';
import { fold, IdempotencyKeyReused, uuidv5, VersionConflict, type Decider } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Vault } from '@otklik/vault';
import type { AppendRequest, EventStore, NewEvent, RecordedEvent } from './event-store.js';

/** The metadata of a command: who, when, where and its ids. */
export interface CommandContext {
  readonly district: number;
  readonly actor: EventActor;
  /** UUID. Of a client: uuidv5 of (district, actor, operation, key); of a consumer: uuidv5 of (consumer, source event id). */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** Server clock, ISO 8601 UTC. */
  readonly at: string;
  /**
   * Keyed hash of the client's input; with it the command is remembered, also when it has no events. A refused command is not
   * remembered, so that the sender may retry once the state allows it. Consumers have their inbox instead.
   */
  readonly fingerprint?: string;
}

export interface Handled<State, Event> {
  readonly state: State;
  /** The stream's version after the command, with `state` as of it; 0 when there is still no stream. */
  readonly version: number;
  /** The correlation id of all events of the stream: the appeal that they are about. */
  readonly correlationId: string;
  /** The new events as recorded, personal fields sealed; empty when there was nothing to change or the command was repeated. */
  readonly events: readonly Event[];
  readonly repeated: boolean;
}

export interface HandleOptions {
  /** The version that the caller saw, required by every mutation on an existing stream. Throws `VersionConflict`. */
  readonly expectedVersion?: number;
  /** Append inside this transaction. */
  readonly tx?: Transaction;
}

/** What is declared of an event (libs/contracts): the schema version that is written, the fields that are sealed. */
export interface StoredForm {
  readonly schema: number;
  /** Names of fields, each a string or absent. */
  readonly personal: readonly string[];
}

/** How the personal fields of an aggregate's events are sealed before they are stored. */
export interface Sealing<State, Event> extends Pick<Vault, 'seal'> {
  /** The person whose key seals the event; `state` is the one before it. */
  personOf(state: State, event: Event): string;
}

/** What a domain event looks like: its type beside its data. Stored, the type leaves the data and joins the envelope. */
export interface DomainEvent {
  readonly type: string;
}

export interface HandlerDependencies<State, Command, Event extends DomainEvent> {
  readonly store: EventStore;
  readonly decider: Decider<State, Command, Event>;
  /** The aggregate's name: `Appeal`, `Question`, … */
  readonly streamType: string;
  readonly events: Readonly<Record<Event['type'], StoredForm>>;
  /** Types of facts that change nothing about which a command is given: who did not see them yet may act all the same. */
  readonly advisory?: readonly Event['type'][];
  /** Needed once an event has personal fields. */
  readonly sealing?: Sealing<State, Event>;
}

const MAX_ATTEMPTS = 3;

/** A stream's events and its state. States hold texts as sealed, so a destroyed key does not prevent a command. */
interface Loaded<State> {
  readonly recorded: readonly RecordedEvent[];
  readonly state: State;
  readonly version: number;
}

/** The command handler of one aggregate. */
export class CommandHandler<State, Command, Event extends DomainEvent> {
  constructor(private readonly dependencies: HandlerDependencies<State, Command, Event>) {}

  /**
   * Load → evolve → decide → seal → append. A race that is lost without `expectedVersion`, or to an advisory fact, is retried,
   * three attempts in all.
   * Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`.
   */
  async handle(
    context: CommandContext,
    stream: string,
    command: Command,
    options: HandleOptions = {},
  ): Promise<Handled<State, Event>> {
    for (let left = MAX_ATTEMPTS; ; left -= 1) {
      try {
        return await handleOnce(this.dependencies, context, stream, command, options);
      } catch (error) {
        const again = error instanceof VersionConflict && mayRetry(this.dependencies, options) && left > 1;
        if (!again) throw error;
      }
    }
  }
}

/** A command that was decided on a version which the caller did not see finds the same conflict again. */
function mayRetry(
  { advisory = [] }: Pick<HandlerDependencies<unknown, unknown, DomainEvent>, 'advisory'>,
  { expectedVersion }: HandleOptions,
): boolean {
  return expectedVersion === undefined || advisory.length > 0;
}

async function handleOnce<State, Command, Event extends DomainEvent>(
  dependencies: HandlerDependencies<State, Command, Event>,
  context: CommandContext,
  stream: string,
  command: Command,
  options: HandleOptions,
): Promise<Handled<State, Event>> {
  const [recorded, earlier] = await Promise.all([
    dependencies.store.read(context.district, stream, 0, options),
    earlierVersion(dependencies.store, context, stream),
  ]);
  const known = earlier ?? recorded.findLast((event) => event.commandId === context.commandId)?.version;
  if (known !== undefined) return firstOutcome(dependencies, context, stream, known, options.tx);
  const loaded = load(dependencies, recorded);
  demandSeen(loaded.recorded, options.expectedVersion, dependencies.advisory);
  const decided = dependencies.decider.decide(command, loaded.state);
  if (decided.length === 0) return rememberSilent(dependencies, context, stream, loaded, options.tx);
  return append(dependencies, context, stream, loaded, decided, options.tx);
}

/** Throws `VersionConflict` where the caller has not seen what happened since, advisory facts apart. */
export function demandSeen(
  recorded: readonly Pick<RecordedEvent, 'version' | 'type'>[],
  expected: number | undefined,
  advisory: readonly string[] = [],
): void {
  const version = recorded.at(-1)?.version ?? 0;
  if (expected === undefined || expected === version) return;
  const unseen = recorded.filter((event) => event.version > expected);
  const isKnown = unseen.length > 0 && unseen.length < recorded.length;
  if (!isKnown || unseen.some(({ type }) => !advisory.includes(type))) throw new VersionConflict(expected, version);
}

/** The version that a remembered command led to. Throws `IdempotencyKeyReused` when its id belongs to another command. */
async function earlierVersion(store: EventStore, context: CommandContext, stream: string): Promise<number | undefined> {
  if (context.fingerprint === undefined) return undefined;
  const memory = await store.remembered(context.district, context.commandId);
  if (memory && (memory.fingerprint !== context.fingerprint || memory.stream !== stream))
    throw new IdempotencyKeyReused('this command id was used for another command');
  return memory?.version;
}

function load<State, Command, Event extends DomainEvent>(
  dependencies: HandlerDependencies<State, Command, Event>,
  recorded: readonly RecordedEvent[],
): Loaded<State> {
  const state = fold(dependencies.decider, recorded.map(domainEvent<Event>));
  return { recorded, state, version: recorded.at(-1)?.version ?? 0 };
}

/** The result that a repeated command had the first time, whatever happened to the stream since. */
async function firstOutcome<State, Command, Event extends DomainEvent>(
  dependencies: HandlerDependencies<State, Command, Event>,
  context: CommandContext,
  stream: string,
  version: number,
  tx: Transaction | undefined,
): Promise<Handled<State, Event>> {
  const recorded = await dependencies.store.read(context.district, stream, 0, tx ? { tx } : {});
  const loaded = load(
    dependencies,
    recorded.filter((event) => event.version <= version),
  );
  return { state: loaded.state, version, correlationId: correlationOf(loaded, context), events: [], repeated: true };
}

/** The command has no events, because its effect is already in place. */
async function rememberSilent<State, Command, Event extends DomainEvent>(
  dependencies: HandlerDependencies<State, Command, Event>,
  context: CommandContext,
  stream: string,
  loaded: Loaded<State>,
  tx: Transaction | undefined,
): Promise<Handled<State, Event>> {
  const { district, commandId, fingerprint } = context;
  const { state, version } = loaded;
  if (fingerprint !== undefined) {
    const command = { district, commandId, stream, version, fingerprint };
    const result = await (tx ? dependencies.store.remember(command, { tx }) : dependencies.store.remember(command));
    if (result.repeated) return firstOutcome(dependencies, context, stream, result.version, tx);
  }
  return { state, version, correlationId: correlationOf(loaded, context), events: [], repeated: false };
}

async function append<State, Command, Event extends DomainEvent>(
  dependencies: HandlerDependencies<State, Command, Event>,
  context: CommandContext,
  stream: string,
  loaded: Loaded<State>,
  decided: readonly Event[],
  tx: Transaction | undefined,
): Promise<Handled<State, Event>> {
  const correlationId = correlationOf(loaded, context);
  const before = { state: loaded.state, version: loaded.version, correlationId };
  const { request, facts, state } = await prepareAppend(dependencies, context, stream, before, decided, tx);
  const { fingerprint } = context;
  const remembered = { ...request, ...(fingerprint !== undefined && { idempotency: { fingerprint } }) };
  const result = tx ? await dependencies.store.append(remembered, { tx }) : await dependencies.store.append(remembered);
  if (result.repeated) return firstOutcome(dependencies, context, stream, result.version, tx);
  return { state, version: result.version, correlationId, events: facts, repeated: false };
}

/** All events of a stream carry the correlation id of its first event. */
function correlationOf({ recorded }: Pick<Loaded<unknown>, 'recorded'>, context: CommandContext): string {
  return recorded[0]?.correlationId ?? context.correlationId;
}

/** The stream at which a command was decided. */
export interface StreamBefore<State> {
  readonly state: State;
  /** 0: there is no stream yet. */
  readonly version: number;
  readonly correlationId: string;
}

/** One decided command, ready to be appended. */
export interface DecidedAppend<State, Event> {
  readonly request: AppendRequest;
  /** The events as they are stored: personal fields sealed. */
  readonly facts: readonly Event[];
  /** The stream's state after them. */
  readonly state: State;
}

/** Names the events after their command, seals every personal field, and makes the append request of them. */
export async function prepareAppend<State, Command, Event extends DomainEvent>(
  dependencies: Pick<HandlerDependencies<State, Command, Event>, 'decider' | 'events' | 'sealing' | 'streamType'>,
  { fingerprint: _, ...context }: CommandContext,
  stream: string,
  before: StreamBefore<State>,
  decided: readonly Event[],
  tx?: Transaction,
): Promise<DecidedAppend<State, Event>> {
  let { state } = before;
  const events: NewEvent[] = [];
  const facts: Event[] = [];
  for (const [index, event] of decided.entries()) {
    const id = uuidv5(context.commandId, String(index));
    const form = dependencies.events[event.type as Event['type']];
    const fact = await sealEvent(dependencies.sealing, form, { district: context.district, id, tx }, state, event);
    const { type, ...data } = fact;
    events.push({ id, type, schema: form.schema, data });
    facts.push(fact);
    state = dependencies.decider.evolve(state, fact);
  }
  const { version, correlationId } = before;
  const expected = version === 0 ? 'none' : version;
  return {
    request: { ...context, correlationId, stream, streamType: dependencies.streamType, expected, events },
    facts,
    state,
  };
}

async function sealEvent<State, Event extends DomainEvent>(
  sealing: Sealing<State, Event> | undefined,
  { personal }: StoredForm,
  { district, id, tx }: { readonly district: number; readonly id: string; readonly tx: Transaction | undefined },
  state: State,
  event: Event,
): Promise<Event> {
  const data = event as Readonly<Record<string, unknown>>;
  const present = personal.filter((field) => data[field] !== undefined && data[field] !== null);
  if (present.length === 0) return event;
  if (!sealing) throw new TypeError(`${event.type} has personal fields, and nothing to seal them with`);
  const person = sealing.personOf(state, event);
  const sealed: Record<string, string> = {};
  // One after another: a transaction has one connection.
  for (const field of present) {
    const text = data[field];
    if (typeof text !== 'string') throw new TypeError(`${event.type}.${field} is to be sealed, so it must be a text`);
    sealed[field] = await sealing.seal(district, person, id, field, text, tx);
  }
  return { ...event, ...sealed };
}

/** The domain's view of a stored event. */
export function domainEvent<Event extends DomainEvent>(event: RecordedEvent): Event {
  return { ...(event.data as object), type: event.type } as Event;
}
