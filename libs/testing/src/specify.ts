import { AssertionError, deepStrictEqual } from 'node:assert';
import { fold, Refusal, type Decider } from '@otklik/kernel';

/** What a command must lead to. The verbs are not `then`: an object with that method is a promise to JavaScript. */
export interface Expectation<Event> {
  /**
   * Exactly these facts, in this order; and the same command again, on the state that they lead to, records nothing.
   * A command that is meant to repeat (a second note) carries its own id, so that even it is safe to send again.
   */
  records(...expected: readonly [Event, ...Event[]]): void;
  /** It was true already. */
  recordsNothing(): void;
  /** The rules say no; with `details`, for exactly these reasons. */
  refuses(code: string, details?: Readonly<Record<string, string | number>>): void;
}

export interface Specification<Command, Event> {
  /** What has happened, oldest first. */
  given(...events: readonly Event[]): { when(command: Command): Expectation<Event> };
}

/** `specify(appeal).given(received).when(takeUp).records(takenUp)` */
export function specify<State, Command, Event>(decider: Decider<State, Command, Event>): Specification<Command, Event> {
  return {
    given: (...events) => ({
      when: (command) => {
        const state = fold(decider, events);
        const decided = () => decider.decide(command, state);
        return {
          records: (...expected) => {
            deepStrictEqual(decided(), expected);
            demandSilence(decider, command, fold(decider, [...events, ...expected]));
          },
          recordsNothing: () => deepStrictEqual(decided(), []),
          refuses: (code, details) => demandRefusal(decided, code, details),
        };
      },
    }),
  };
}

function demandSilence<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  command: Command,
  state: State,
): void {
  let again: readonly Event[];
  try {
    again = decider.decide(command, state);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw failed(`the same command again must record nothing, but it was refused with ${error.code}`);
  }
  deepStrictEqual(again, [], 'the same command again must record nothing');
}

function demandRefusal(
  decided: () => readonly unknown[],
  code: string,
  details: Readonly<Record<string, string | number>> | undefined,
): void {
  let events: readonly unknown[];
  try {
    events = decided();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    deepStrictEqual(error.code, code);
    if (details) deepStrictEqual(error.details, details);
    return;
  }
  throw failed(`expected the refusal ${code}, but it recorded ${JSON.stringify(events)}`);
}

function failed(message: string): AssertionError {
  return new AssertionError({ message });
}
