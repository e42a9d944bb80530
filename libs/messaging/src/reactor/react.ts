import type { PublicEvent } from '@otklik/contracts/envelope';
import type { CommandSet } from '@otklik/event-store';
import { Refusal } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { logBlocked } from '../blocked-keys.js';
import { causedBy } from '../caused-by.js';
import { PrerequisiteMissing, type Consumer } from '../messaging.js';
import { isOutage } from '../outage.js';
import type { CaseRows, KnownCase, LoadedCases } from './case-rows.js';
import { HandlerConcerns } from './handler-concerns.js';
import type { CommandTo, Reaction, ReactorOptions } from './reactor.js';
import { WaitingConcerns } from './waiting-concerns.js';

interface Reactor<State, Command> extends ReactorOptions<State, Command> {
  readonly service: string;
  readonly rows: CaseRows<State>;
  readonly concerns: NonNullable<ReactorOptions<State, Command>['concerns']>;
  readonly handlers: readonly Consumer[];
}

/** What a concern answers to an event. */
interface Answer<State, Command> {
  readonly concern: string;
  readonly event: PublicEvent;
  readonly known: KnownCase<State>;
  /** Throws what the reaction has thrown. */
  readonly commands: () => readonly CommandTo<Command>[];
}

/**
 * Folds the events into their cases and does what the concerns answer; answers how many events wait for concerns. An event that
 * cannot be folded fails the batch.
 */
export async function reactToBatch<State, Command>(
  reactor: Reactor<State, Command>,
  events: readonly PublicEvent[],
  tx: Transaction,
  scope: readonly number[],
): Promise<number> {
  const { rows, state, service, logger } = reactor;
  const hearing = hearers(reactor.concerns);
  const handled = new HandlerConcerns<State>(reactor.handlers);
  const heard = (event: PublicEvent) => [
    ...(hearing.get(versioned(event))?.map(([concern]) => concern) ?? []),
    ...handled.hearing(event),
  ];
  const cases = await rows.load(tx, events, heard);
  const waiting = new WaitingConcerns<State>();
  const touched = new Set<KnownCase<State>>();
  const answers: Answer<State, Command>[] = [];
  for (const event of events) {
    const known = cases.of(event);
    if (!advance(state, known, event)) continue;
    touched.add(known);
    for (const [concern, reaction] of hearing.get(versioned(event)) ?? []) {
      if (cases.settled(concern, event)) continue;
      answers.push({ concern, event, known, commands: reacted(reaction, known.state, event) });
    }
    handled.add(cases, event);
  }
  const set = answers.length > 0 ? reactor.commands!(tx) : undefined;
  if (set) await carryOut(reactor, set, answers, waiting);
  await rows.save(tx, [...touched]);
  await set?.append();
  await handled.run(waiting, tx, scope, logger);
  await waiting.store(tx, service, (concern, event, block) => logBlocked(logger, concern, event, event.id, block));
  return waiting.events;
}

/** Does what the concern answers to events that waited; the case has them already. Throws what made the event wait. */
export async function reactToBlocked<State, Command>(
  reactor: Reactor<State, Command>,
  concern: string,
  events: readonly PublicEvent[],
  tx: Transaction,
): Promise<void> {
  const cases: LoadedCases<State> = await reactor.rows.load(tx, events, () => [concern]);
  const set = reactor.commands!(tx);
  for (const event of events) {
    const known = cases.of(event);
    const reactions = reactor.concerns[concern]!.filter(({ subscribesTo }) => subscribesTo.includes(versioned(event)));
    if (cases.settled(concern, event)) continue;
    for (const { react } of reactions) {
      const commands = react(known.state, event);
      const answer = { concern, event, known, commands: () => commands };
      await set.load(streamsOf([answer]));
      await obey(reactor, set, answer);
    }
  }
  await set.append();
}

/** False for an event that was applied before. */
function advance<State>(fold: ReactorOptions<State, unknown>['state'], known: KnownCase<State>, event: PublicEvent) {
  if (event.version <= (known.versions.get(event.stream) ?? 0)) return false;
  if (fold.erases?.(event)) known.erased = true;
  known.state = known.erased ? fold.initial : fold.evolve(known.state, event);
  known.versions.set(event.stream, event.version);
  return true;
}

/** The reaction to the case as it is now; in a batch it goes on meanwhile. */
function reacted<State, Command>(
  { react }: Reaction<State, Command>,
  state: State,
  event: PublicEvent,
): () => readonly CommandTo<Command>[] {
  try {
    const commands = react(state, event);
    return () => commands;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** In memory, in order; a concern that begins to wait takes back what this event made it do. */
async function carryOut<State, Command>(
  reactor: Reactor<State, Command>,
  set: CommandSet<unknown, Command>,
  answers: readonly Answer<State, Command>[],
  waiting: WaitingConcerns<State>,
): Promise<void> {
  await set.load(streamsOf(answers));
  for (const answer of answers) {
    const { known, concern, event } = answer;
    if (waiting.isBlocked(known, concern)) {
      waiting.queue(concern, event);
      continue;
    }
    try {
      await obey(reactor, set, answer);
    } catch (error) {
      if (isOutage(error)) throw error;
      waiting.block(known, concern, event, error);
    }
  }
}

async function obey<State, Command>(
  { now, logger }: Reactor<State, Command>,
  set: CommandSet<unknown, Command>,
  { concern, event, commands }: Answer<State, Command>,
): Promise<void> {
  const unit = set.begin();
  for (const { stream, command, step, needs } of commands()) {
    try {
      await unit.handle(causedBy(event, concern, now(), step), stream, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (needs !== undefined && error.code === 'NOT_FOUND') throw new PrerequisiteMissing(needs);
      logger.info('event refused by the domain and acknowledged', {
        consumer: concern,
        event: event.id,
        district: event.district,
        appeal: event.appeal,
        code: error.code,
      });
      break;
    }
  }
  unit.keep();
}

function streamsOf<State>(answers: readonly Answer<State, unknown>[]) {
  return answers.flatMap(({ event, commands }) => {
    try {
      return commands().map(({ stream }) => ({ district: event.district, stream }));
    } catch {
      return [];
    }
  });
}

function versioned({ type, schema }: PublicEvent): string {
  return `${type}@${schema}`;
}

/** By version of an event: the concerns that hear it. */
function hearers<State, Command>(concerns: Reactor<State, Command>['concerns']) {
  const all = new Map<string, [concern: string, reaction: Reaction<State, Command>][]>();
  for (const [concern, reactions] of Object.entries(concerns))
    for (const reaction of reactions)
      for (const name of reaction.subscribesTo) all.set(name, [...(all.get(name) ?? []), [concern, reaction]]);
  return all;
}
