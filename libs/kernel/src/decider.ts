/**
 * The shape of every aggregate: what may happen (`decide`) and what it means (`evolve`), both pure.
 * Time, chance and facts of other services arrive in the command.
 */
export interface Decider<State, Command, Event> {
  readonly initialState: State;
  /** The facts that the command makes true; none when they are true already. Throws `Refusal` when the rules say no. */
  decide(command: Command, state: State): readonly Event[];
  /** The state after the fact. Never throws: a recorded fact is beyond argument. */
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

/** A fact, or another case, of a type that this build does not know: a newer one wrote it. */
export class UnknownType extends TypeError {
  override readonly name = 'UnknownType';
}

/** For the `default` of an exhaustive switch: stops the build where a new case is not handled. Throws `UnknownType`. */
export function assertNever(value: never): never {
  // Its type alone: what else it holds may be personal.
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
