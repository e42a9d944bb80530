import { Refusal, type Decider } from '@otklik/kernel';
import { strictEqual } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface WithStatus {
  readonly status: string;
}

interface WithType {
  readonly type: string;
}

/** At least one sample of every command; a command without one stops the build. */
export type Samples<Command extends WithType> = {
  readonly [Type in Command['type']]: readonly [
    Extract<Command, { readonly type: Type }>,
    ...Extract<Command, { readonly type: Type }>[],
  ];
};

export interface StateChart<State extends WithStatus, Command extends WithType, Event> {
  readonly decider: Decider<State, Command, Event>;
  readonly samples: Samples<Command>;
  /** Statuses that nothing leaves any more. Any other without a way out fails. */
  readonly ends: readonly State['status'][];
  /**
   * Parts of a state that do not bear on one another: every value of each is tried in every status, and not every combination
   * of them, whose number multiplies. Absent: the whole state is one part.
   */
  readonly parts?: (state: State) => readonly unknown[];
}

/** By status and command: the statuses that follow, and the codes of the refusals. */
type Outcomes = Map<string, Map<string, { readonly next: Set<string>; readonly refused: Set<string> }>>;

/** In place of the next status: the command records nothing. */
const NOTHING = '–';

/** More states than this mean that the samples never stop changing the state. */
const MAX_STATES = 50_000;

/**
 * Compares the chart with the committed document, so that a change of any edge or non-edge is seen in the diff.
 * `npm run state-charts` (OTKLIK_WRITE_CHARTS=yes) writes it. Throws an AssertionError when they differ.
 */
export function demandStateChart<State extends WithStatus, Command extends WithType, Event>(
  title: string,
  document: URL,
  chart: StateChart<State, Command, Event>,
): void {
  const text = stateChart(title, chart);
  const path = fileURLToPath(document);
  if (process.env['OTKLIK_WRITE_CHARTS'] === 'yes') writeFileSync(path, text);
  strictEqual(existsSync(path) ? readFileSync(path, 'utf8') : '', text, 'npm run state-charts');
}

/** Markdown: a diagram (Mermaid) of the edges, and a table of every status × every command. */
export function stateChart<State extends WithStatus, Command extends WithType, Event>(
  title: string,
  { decider, samples, ends, parts = (state) => [state] }: StateChart<State, Command, Event>,
): string {
  const outcomes = explore(decider, Object.values<readonly Command[]>(samples).flat(), parts);
  demandWaysOut(outcomes, ends);
  const commands = Object.keys(samples);
  return [
    `# ${title}`,
    'Written by `npm run state-charts` from the decider, by every sample command in every state that they reach.',
    diagram(outcomes),
    'Bold: the status that follows. “Stays”: something is recorded in the same status. A dash: there is nothing to record. A code: the refusal. Several: it depends on the rest of the state or on the command.',
    table(outcomes, commands),
    '',
  ].join('\n\n');
}

/** Breadth first from the initial state, over states of different identity, of which the chart shows the status. */
function explore<State extends WithStatus, Command extends WithType, Event>(
  { initialState, decide, evolve }: Decider<State, Command, Event>,
  commands: readonly Command[],
  parts: (state: State) => readonly unknown[],
): Outcomes {
  const outcomes: Outcomes = new Map();
  const known = new Set<string>();
  const found = [initialState];
  for (const state of found) {
    if (found.length > MAX_STATES) throw new RangeError(`More than ${MAX_STATES} states: give the samples fixed ids`);
    for (const command of commands) {
      const outcome = cell(outcomes, state.status, command.type);
      try {
        const events = decide(command, state);
        const next = events.reduce(evolve, state);
        outcome.next.add(events.length === 0 ? NOTHING : next.status);
        if (isNew(next, parts, known)) found.push(next);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcome.refused.add(error.code);
      }
    }
  }
  return outcomes;
}

/** It has a part that was not seen in its status. */
function isNew<State extends WithStatus>(
  state: State,
  parts: (state: State) => readonly unknown[],
  known: Set<string>,
): boolean {
  const before = known.size;
  parts(state).forEach((part, at) => known.add(`${state.status} ${at} ${JSON.stringify(part)}`));
  return known.size > before;
}

function cell(outcomes: Outcomes, status: string, command: string) {
  const row = outcomes.get(status) ?? new Map();
  outcomes.set(status, row);
  const outcome = row.get(command) ?? { next: new Set<string>(), refused: new Set<string>() };
  row.set(command, outcome);
  return outcome as { readonly next: Set<string>; readonly refused: Set<string> };
}

function demandWaysOut(outcomes: Outcomes, ends: readonly string[]): void {
  const stuck = [...outcomes]
    .filter(
      ([status, row]) => ![...row.values()].some(({ next }) => [...next].some((to) => to !== status && to !== NOTHING)),
    )
    .map(([status]) => status);
  strictEqual(stuck.sort().join(' '), [...ends].sort().join(' '), 'statuses that nothing leaves');
}

function diagram(outcomes: Outcomes): string {
  const edges = new Map<string, string[]>();
  for (const [status, row] of outcomes)
    for (const [command, { next }] of row)
      for (const to of next) {
        if (to === status || to === NOTHING) continue;
        const edge = `${status === 'NONE' ? '[*]' : status} --> ${to}`;
        edges.set(edge, [...(edges.get(edge) ?? []), command]);
      }
  const lines = [...edges].map(([edge, commands]) => `  ${edge}: ${commands.join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

function table(outcomes: Outcomes, commands: readonly string[]): string {
  const statuses = [...outcomes.keys()];
  const head = `| Command | ${statuses.join(' | ')} |\n|---|${'---|'.repeat(statuses.length)}`;
  const rows = commands.map((command) => {
    const cells = statuses.map((status) => words(status, outcomes.get(status)!.get(command)!));
    return `| ${command} | ${cells.join(' | ')} |`;
  });
  return [head, ...rows].join('\n');
}

function words(
  status: string,
  { next, refused }: { readonly next: ReadonlySet<string>; readonly refused: ReadonlySet<string> },
): string {
  const to = [...next].map((each) => (each === status ? 'stays' : each === NOTHING ? NOTHING : `**${each}**`));
  return [...to, ...refused].join(', ');
}
