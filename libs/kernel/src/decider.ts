/**
 * The shape of every aggregate: what may happen (`decide`) and what it means (`evolve`), both pure.
 * Time, randomness and facts of other services arrive in the command.
 */
export interface Decider<State, Command, Event> {
  readonly initialState: State;
  /** The events of the command; none when its effect is already in place. Throws `Refusal` when the rules forbid it. */
  decide(command: Command, state: State): readonly Event[];
  /** The state after the event. Never throws, because a recorded event cannot be rejected. */
  evolve(state: State, event: Event): State;
}

/** The state after all `events`, oldest first. */
export function fold<State, Event>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  events: Iterable<Event>,
): State {
  let state = decider.initialState;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

/** A value of a type that this build does not know, written by a newer build. */
export class UnknownType extends TypeError {
  override readonly name = 'UnknownType';
}

/** For the `default` of an exhaustive switch: stops the build where a new case is not handled. Throws `UnknownType`. */
export function assertNever(value: never): never {
  // Only the type, because other fields may be personal data.
  const { type } = Object(value) as { readonly type?: unknown };
  throw new UnknownType(`Unhandled case: ${String(type ?? value)}`);
}

/** What each command may lead to, by the command's type. */
export type Rules<State, Command extends { readonly type: string }, Event> = {
  readonly [Type in Command['type']]: (
    command: Extract<Command, { readonly type: Type }>,
    state: State,
  ) => readonly Event[];
};

/** The `decide` of a table of rules. */
export function decideBy<State, Command extends { readonly type: string }, Event>(
  rules: Rules<State, Command, Event>,
): (command: Command, state: State) => readonly Event[] {
  type Rule = (command: Command, state: State) => readonly Event[];
  return (command, state) => (rules[command.type as Command['type']] as unknown as Rule)(command, state);
}
