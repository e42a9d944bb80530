import type { SimulatedClock } from '../simulated-clock.js';
import type { DemoActions } from './demo-actions.js';
import type { Step } from './next-step.js';
import type { PlannedAppeal } from './quarter-plan.js';

export interface QuarterOptions {
  readonly actions: DemoActions;
  readonly clock: SimulatedClock;
  readonly appeals: readonly PlannedAppeal[];
  /** Acts of later instants have not happened. */
  readonly end: string;
  readonly progress: (done: number, total: number) => void;
}

interface Due {
  readonly at: string;
  readonly planned: PlannedAppeal;
  /** Absent: it is submitted. */
  readonly step?: Step;
}

/** Acts of the same few hours go on side by side: their order does not matter, and a quarter has more than a thousand of them. */
const SIDE_BY_SIDE_MS = 3 * 3_600_000;
const MAX_SIDE_BY_SIDE = 12;

/** Performs each act at its planned instant of the simulated clock. Idempotent, as the acts are. */
export async function makeQuarter({ actions, clock, appeals, end, progress }: QuarterOptions): Promise<void> {
  let due: Due[] = appeals.filter(({ sentAt }) => sentAt <= end).map((planned) => ({ at: planned.sentAt, planned }));
  let ended = 0;
  const total = due.length;
  while (due.length > 0) {
    due.sort((a, b) => a.at.localeCompare(b.at));
    const until = new Date(Date.parse(due[0]!.at) + SIDE_BY_SIDE_MS).toISOString();
    const batch = due.filter(({ at }, index) => at <= until && index < MAX_SIDE_BY_SIDE);
    clock.set(batch.at(-1)!.at);
    const next = await Promise.all(batch.map((one) => act(actions, one)));
    const going = next.filter((one) => one !== undefined && one.at <= end) as Due[];
    ended += batch.length - going.length;
    due = [...due.slice(batch.length), ...going];
    progress(ended, total);
  }
}

/** Answers the appeal's next act. */
async function act(actions: DemoActions, { planned, step }: Due): Promise<Due | undefined> {
  const { appeal, actAt } = planned;
  const consistentWith = step ? await actions.perform(appeal, step) : (await actions.submit(appeal)).consistencyToken;
  if (step?.mutation === 'rateAppeal' && appeal.reopening !== undefined)
    await actions.requestReopening(appeal, appeal.reopening);
  const next = await actions.next(appeal, consistentWith);
  return next === 'done' ? undefined : { at: actAt[next.mutation]!, planned, step: next };
}
