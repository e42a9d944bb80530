import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { EqualDefects } from '../equal-defects.js';
import { attempt, handleAll } from '../handling.js';
import { beginOf, PrerequisiteMissing, type BatchHandler, type Consumer, type KnownOf } from '../messaging.js';
import { isOutage } from '../outage.js';
import type { CaseRows, KnownCase, LoadedCases } from './case-rows.js';
import type { WaitingConcerns } from './waiting-concerns.js';

interface Consumed<State> {
  readonly known: KnownCase<State>;
  readonly event: PublicEvent;
  /** The case with the event; in a batch it goes on meanwhile. */
  readonly state: State;
}

/** What the concerns with handlers consumed in one batch. */
export class HandlerConcerns<State> {
  /** By version of an event. */
  private readonly heard = new Map<string, Consumer[]>();
  private readonly todo = new Map<string, Consumed<State>[]>();

  constructor(private readonly handlers: readonly Consumer[]) {
    for (const handler of handlers)
      for (const versioned of handler.subscribesTo)
        this.heard.set(versioned, [...(this.heard.get(versioned) ?? []), handler]);
  }

  /** Names of those that hear the event. */
  hearing(event: PublicEvent): readonly string[] {
    return this.hearers(event).map(({ name }) => name);
  }

  add(cases: LoadedCases<State>, event: PublicEvent): void {
    for (const handler of this.hearers(event)) {
      const concern = handler.name;
      if (cases.settled(concern, event)) continue;
      if (beginOf(handler, event.type) === 'NOW' && cases.isPast(event)) continue;
      const todo = this.todo.get(concern) ?? [];
      this.todo.set(concern, todo);
      const known = cases.of(event);
      todo.push({ known, event, state: known.state });
    }
  }

  private hearers({ type, schema }: PublicEvent): readonly Consumer[] {
    return this.heard.get(`${type}@${schema}`) ?? [];
  }

  /**
   * What fails is tried event by event: a defect blocks its key for its concern alone. Throws `BuildDefect` when key after
   * key fails alike.
   */
  async run(waiting: WaitingConcerns<State>, tx: Transaction, scope: readonly number[], logger: Logger): Promise<void> {
    for (const handler of this.handlers) {
      const heard = this.todo.get(handler.name) ?? [];
      for (const { known, event } of heard)
        if (waiting.isBlocked(known, handler.name)) waiting.queue(handler.name, event);
      const free = heard.filter(({ known }) => !waiting.isBlocked(known, handler.name));
      if (free.length > 0) await handOver(handler, free, waiting, tx, scope, logger);
    }
  }
}

async function handOver<State>(
  handler: Consumer,
  heard: readonly Consumed<State>[],
  waiting: WaitingConcerns<State>,
  tx: Transaction,
  scope: readonly number[],
  logger: Logger,
): Promise<void> {
  const states = new Map(heard.map(({ event, state }) => [event.id, state]));
  const knowing = toldOf(handler, ({ id }) => states.get(id));
  const handled = (events: readonly PublicEvent[]) => attempt(tx, () => handleAll(knowing, events, tx, scope, logger));
  const whole = await handled(heard.map(({ event }) => event));
  if (whole === undefined) return;
  if (isOutage(whole)) throw whole;
  const defects = new EqualDefects();
  for (const { known, event } of heard) {
    if (waiting.isBlocked(known, handler.name)) {
      waiting.queue(handler.name, event);
      continue;
    }
    const error = await handled([event]);
    if (error !== undefined && isOutage(error)) throw error;
    defects.count(error, 1);
    if (error !== undefined) waiting.block(known, handler.name, event, error);
  }
}

interface Reactor<State> {
  readonly rows: CaseRows<State>;
  readonly logger: Logger;
}

/** Hands events that waited to the concern's handlers. Throws what made an event wait. */
export async function handleBlocked<State>(
  { rows, logger }: Reactor<State>,
  handler: Consumer,
  events: readonly PublicEvent[],
  tx: Transaction,
  scope: readonly number[],
): Promise<void> {
  const cases = await rows.load(tx, events, () => [handler.name]);
  const left = events.filter((event) => !cases.settled(handler.name, event));
  // It waited in the consumer before the reactor, which learns the case first.
  const ahead = left.find((event) => event.version > (cases.of(event).versions.get(event.stream) ?? 0));
  if (ahead) throw new PrerequisiteMissing(`${ahead.type} ${ahead.id} in its case`);
  const states = new Map(left.map((event) => [event.id, cases.of(event).state]));
  const knowing = toldOf(handler, ({ id }) => states.get(id));
  await handleAll(knowing, left, tx, scope, logger);
}

/** One handler of several types stays one: its events come in one call. */
function toldOf({ handle, batchHandlers = {}, ...handler }: Consumer, knownOf: KnownOf): Consumer {
  const told = new Map(
    Object.values(batchHandlers).map((batch): [BatchHandler, BatchHandler] => [
      batch,
      (events, tx) => batch(events, tx, knownOf),
    ]),
  );
  return {
    ...handler,
    handle: typeof handle === 'function' ? (event, tx) => handle(event, tx, knownOf) : handle,
    batchHandlers: Object.fromEntries(Object.entries(batchHandlers).map(([type, batch]) => [type, told.get(batch)!])),
  };
}
