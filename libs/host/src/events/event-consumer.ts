import { noCase, type Case } from '@otklik/case/case';
import { Injectable, SetMetadata } from '@nestjs/common';
import { versionedType, type DataOf } from '@otklik/contracts/declare-event';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { CommandContext } from '@otklik/event-store';
import { compact, Refusal, type Clock } from '@otklik/kernel';
import {
  PrerequisiteMissing,
  causedBy,
  type BatchHandler,
  type Consumer,
  type KnownOf,
  withoutInbox,
} from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';

export const EVENT_CONSUMER = Symbol('EVENT_CONSUMER');
const CONCERN = Symbol('CONCERN');
const HANDLERS = Symbol('HANDLERS');
const EVERY = Symbol('EVERY');

interface ConsumerOptions {
  /** Unique in the platform: `routing.intake`. */
  readonly name: string;
  readonly topics: readonly Topic[];
  readonly atOnce?: number;
  /** Events of all topics in one batch. */
  readonly together?: boolean;
  /** What it does may be done again: rows become the same, commands have the same ids. It needs no inbox. */
  readonly repeatable?: boolean;
  readonly begins?: Exclude<Consumer['begins'], undefined>;
}

/**
 * A class whose `@On(…)` methods are a concern of the service's reactor: its commands' ids derive from the name and the event.
 * `begins`: of what no release consumed under this name (`src/released` of the product lists what was consumed).
 */
export function Concern(name: string, begins?: Consumer['begins']): ClassDecorator {
  return (target) => {
    Injectable()(target);
    SetMetadata(CONCERN, { name, topics: [], ...(begins && { begins }) } satisfies ConsumerOptions)(target);
  };
}

/** Any declared event. */
export type Declared = Parameters<typeof versionedType>[0] & { readonly data: unknown };

/** A published event of a declared type, with its data. */
export type EventOf<Schema> = Omit<PublicEvent, 'data'> & { readonly data: DataOf<Schema> };

/** Context of a handler. */
export interface Reaction {
  /** For the one command that follows; its id derives from consumer and event, so a redelivery repeats it. */
  readonly command: CommandContext;
  /** For one of several commands that follow, distinguished by `step`. */
  commandFor(step: string): CommandContext;
  /** The consumer's transaction: inbox row, effect and checkpoint commit together. */
  readonly tx: Transaction;
}

/** Of a concern that receives the case: what the service's reactor knows of it, with the event. */
export interface ReactionWithCase extends Reaction {
  readonly known: Case;
}

interface Handler {
  readonly method: string;
  readonly schemas: readonly Declared[];
  readonly batch: boolean;
  /** Where the reactor keeps nothing of a case, there is none to receive. */
  readonly isToldCase: boolean;
}

interface EveryHandler {
  readonly method: string;
  readonly subscribesTo: readonly string[];
  readonly everythingBut: readonly string[];
}

interface Method<Given extends readonly unknown[]> {
  readonly value?: ((...given: Given) => Promise<unknown>) | undefined;
}
type Handles<Given extends readonly unknown[]> = (target: object, method: string, descriptor: Method<Given>) => void;

/** A class whose `@On(…)` methods handle events of the topics. */
export function EventConsumer(options: ConsumerOptions): ClassDecorator {
  return (target) => {
    Injectable()(target);
    SetMetadata(EVENT_CONSUMER, options)(target);
  };
}

/** The method handles each event of these types. */
export function On<Schemas extends readonly Declared[]>(
  ...schemas: Schemas
): Handles<[event: EventOf<Schemas[number]>, reaction: Reaction]> {
  return handles(schemas, { batch: false, isToldCase: false });
}

/** As `On`, with the case. For concerns of a reactor that keeps one. */
export function OnCase<Schemas extends readonly Declared[]>(
  ...schemas: Schemas
): Handles<[event: EventOf<Schemas[number]>, reaction: ReactionWithCase]> {
  return handles(schemas, { batch: false, isToldCase: true });
}

/** Contexts of the commands that follow from one event of a batch. */
export type CommandsOf = (event: Omit<PublicEvent, 'data'>) => Pick<Reaction, 'command' | 'commandFor'>;

/** What the service's reactor knows of the case, with the event. */
export type CaseWith = (event: Pick<PublicEvent, 'id'>) => Case;

/** The method takes batches of events of these types: of one district, mixed, in order per key. */
export function OnBatch<Schemas extends readonly Declared[]>(
  ...schemas: Schemas
): Handles<[events: readonly EventOf<Schemas[number]>[], tx: Transaction, commandsOf: CommandsOf]> {
  return handles(schemas, { batch: true, isToldCase: false });
}

/** As `OnBatch`, with the case of each. For concerns of a reactor that keeps one. */
export function OnCases<Schemas extends readonly Declared[]>(
  ...schemas: Schemas
): Handles<[events: readonly EventOf<Schemas[number]>[], tx: Transaction, commandsOf: CommandsOf, caseOf: CaseWith]> {
  return handles(schemas, { batch: true, isToldCase: true });
}

/**
 * The method stores every event, mixed, in their order: of these types (`<type>@<schema>`), and of types that only a later
 * build knows; not of `except`. The class has no other handler.
 */
export function OnEvery(
  subscribesTo: readonly string[],
  except: readonly string[],
): Handles<[events: readonly PublicEvent[], tx: Transaction]> {
  return (target, method) =>
    Reflect.defineMetadata(EVERY, { method, subscribesTo, everythingBut: except } satisfies EveryHandler, target);
}

function handles(schemas: readonly Declared[], how: Pick<Handler, 'batch' | 'isToldCase'>) {
  return (target: object, method: string): void => {
    const known = (Reflect.getMetadata(HANDLERS, target) as readonly Handler[] | undefined) ?? [];
    Reflect.defineMetadata(HANDLERS, [...known, { method, schemas, ...how }], target);
  };
}

type Bound = Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>;

/** The handlers of a class with `@Concern`. */
export function toConcern(instance: object, clock: Clock): Consumer {
  return made(instance, clock, CONCERN);
}

/** The consumer of a class with `@EventConsumer`. */
export function toConsumer(instance: object, clock: Clock, logger: Logger): Consumer {
  const consumer = made(instance, clock, EVENT_CONSUMER);
  const { repeatable } = Reflect.getMetadata(EVENT_CONSUMER, instance.constructor) as ConsumerOptions;
  return repeatable ? withoutInbox(consumer, logger) : consumer;
}

function made(instance: object, clock: Clock, key: symbol): Consumer {
  const {
    name,
    topics,
    atOnce,
    begins,
    together = false,
  } = Reflect.getMetadata(key, instance.constructor) as ConsumerOptions;
  const bound = instance as Bound;
  const every = Reflect.getMetadata(EVERY, instance) as EveryHandler | undefined;
  if (every) {
    const batch = async (events: readonly PublicEvent[], tx: Transaction): Promise<void> =>
      void (await bound[every.method]!(events, tx));
    const { subscribesTo, everythingBut } = every;
    return { name, topics, together, subscribesTo, everythingBut, handle: { batch } };
  }
  const handlers = Reflect.getMetadata(HANDLERS, instance) as readonly Handler[];
  const commandsOf: CommandsOf = (event) => {
    const commandFor = (step?: string) => causedBy(event, name, clock.now(), step);
    return { command: commandFor(), commandFor };
  };
  const methods = new Map(handlers.filter(({ batch }) => !batch).flatMap(byType));
  const batchHandlers = Object.fromEntries(
    handlers
      .filter(({ batch }) => batch)
      .flatMap(({ method, schemas }) => {
        const handler: BatchHandler = async (events, tx, knownOf) =>
          void (await bound[method]!(events, tx, commandsOf, casesOf(knownOf)));
        return schemas.map(({ type }): [string, BatchHandler] => [type, handler]);
      }),
  );
  return {
    name,
    topics,
    subscribesTo: handlers.flatMap(({ schemas }) => schemas.map(versionedType)),
    batchHandlers,
    ...compact({ atOnce }),
    ...(begins && { begins }),
    ...(handlers.some(({ isToldCase }) => isToldCase) && { isToldCase: true }),
    handle: async (event, tx, knownOf) => {
      const method = methods.get(event.type);
      if (method === undefined) return;
      await bound[method]!(event, { ...commandsOf(event), tx, known: casesOf(knownOf)(event) });
    },
  };
}

function casesOf(knownOf: KnownOf = () => undefined): CaseWith {
  return (event) => (knownOf(event) as Case | undefined) ?? noCase;
}

function byType({ schemas, method }: Handler): readonly [type: string, method: string][] {
  return schemas.map(({ type }) => [type, method]);
}

/** A refusal NOT_FOUND of `work` means that a prerequisite event is not consumed yet: the key waits for it. */
export async function waitUntilFound<Result>(prerequisite: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') throw new PrerequisiteMissing(prerequisite);
    throw error;
  }
}
