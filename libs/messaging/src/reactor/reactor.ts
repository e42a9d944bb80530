import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { CommandSet } from '@otklik/event-store';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { beginOf, type BatchHandling, type Consumer } from '../messaging.js';
import { serviceOf } from '../consumer-database.js';
import { caseRows } from './case-rows.js';
import { handleBlocked } from './handler-concerns.js';
import { reactToBatch, reactToBlocked } from './react.js';

/** What a service knows of a case from published facts. Pure. */
export interface CaseFold<State> {
  /** `<type>@<schema>` */
  readonly subscribesTo: readonly string[];
  readonly initial: State;
  evolve(state: State, event: PublicEvent): State;
  /** From this event on nothing may be kept of the case: its row is emptied, and stays empty. */
  erases?(event: PublicEvent): boolean;
}

/** A command to a stream of the service's own. */
export interface CommandTo<Command> {
  readonly stream: string;
  readonly command: Command;
  /** Distinguishes several commands of one event. */
  readonly step?: string;
  /** The key waits for this fact while the command is refused with NOT_FOUND: `Question 0192… opened`. */
  readonly needs?: string;
}

/** Pure. Throws `PrerequisiteMissing` to wait for an event of another topic. */
export interface Reaction<State, Command> {
  /** `<type>@<schema>` */
  readonly subscribesTo: readonly string[];
  /** `known`: the case with the event. */
  readonly react: (known: State, event: PublicEvent) => readonly CommandTo<Command>[];
}

export interface ReactorOptions<State, Command> {
  /** `<service>.case`: names its checkpoints, and the keys of which an event cannot be folded. */
  readonly name: string;
  readonly topics: readonly Topic[];
  readonly state: CaseFold<State>;
  /**
   * By name, `<service>.<what>`. A defect in one blocks its part of the key: the case is folded further, other concerns go on.
   * The ids of its commands derive from its name and the event.
   */
  readonly concerns?: Readonly<Record<string, readonly Reaction<State, Command>[]>>;
  /**
   * Concerns that write rows, or whose commands need more than the case: handlers of events, in sets and in the reactor's
   * transaction, after its commands. Of each only name, subscription and handlers count.
   */
  readonly handlers?: readonly Consumer[];
  /** Of what the concerns command. */
  readonly commands?: (tx: Transaction) => CommandSet<unknown, Command>;
  /** Server clock, ISO 8601 UTC. */
  readonly now: () => string;
  readonly logger: Logger;
}

/** Their transactions are longer than those of reactions alone. */
const MAX_HANDLED = 400;

/**
 * One consumer of a service for all that it hears. A batch is: one statement that loads the cases of all keys, the pure
 * reactions in order per key, one statement for the changed cases, one for the commands' streams, one for their events.
 * Case rows hold the version of each source stream that was applied last, so that a repeated event has no effect.
 */
export function reactor<State, Command>(given: ReactorOptions<State, Command>): Consumer {
  const { name, topics, state, concerns = {}, handlers = [] } = given;
  const service = serviceOf(name);
  const asking = handlers.find(({ isToldCase }) => isToldCase);
  if (asking && state.subscribesTo.length === 0) throw new TypeError(`${name} keeps no case for ${asking.name}`);
  const pure = Object.keys(concerns);
  const names = [...pure, ...handlers.map((one) => one.name)];
  const hasPast = handlers.some((one) => one.subscribesTo.some((type) => beginOf(one, type.split('@')[0]!) === 'NOW'));
  const rows = caseRows<State>({ service, reactor: name, concerns: names, initial: state.initial, hasPast });
  const options = { ...given, concerns, handlers, service, rows };
  const hears = (concern: string) => concerns[concern]!.flatMap(({ subscribesTo }) => subscribesTo);
  const concern = (of: string, subscribesTo: readonly string[], batch: BatchHandling['batch']): Consumer => ({
    name: of,
    topics,
    subscribesTo,
    handle: { batch, as: 'SERVICE' },
  });
  return {
    name,
    topics,
    together: true,
    ...(handlers.length > 0 && { atOnce: MAX_HANDLED }),
    subscribesTo: [
      ...new Set([
        ...state.subscribesTo,
        ...pure.flatMap(hears),
        ...handlers.flatMap(({ subscribesTo }) => subscribesTo),
      ]),
    ],
    handle: { batch: (events, tx, scope) => reactToBatch(options, events, tx, scope), as: 'SERVICE' },
    concerns: [
      ...pure.map((one) => concern(one, hears(one), (events, tx) => reactToBlocked(options, one, events, tx))),
      ...handlers.map((one) => ({
        ...concern(one.name, one.subscribesTo, (events, tx, scope) => handleBlocked(options, one, events, tx, scope)),
        ...(one.begins && { begins: one.begins }),
      })),
    ],
  };
}
