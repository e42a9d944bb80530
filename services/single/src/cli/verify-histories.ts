import { verifyHistory, type HistoryDifference, type OwnerLog } from '@otklik/read-models';
import type { Composition } from '../composition.js';
import type { Report } from './command.js';
import { searchOf } from './operations.js';

const MAX_PRINTED = 1_000;

/**
 * The history of `search` against the owners' logs. `isCaughtUp`: everything in them has been consumed; else what is on its
 * way would be taken for missing.
 */
export async function verifyHistories(
  composition: Composition,
  logs: readonly OwnerLog[],
  isCaughtUp: boolean,
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  if (!isCaughtUp) {
    report.warn(`${'search'.padEnd(14)} history: not compared, events wait to be consumed: 1 DIFFERENCE(S)`);
    return 1;
  }
  const place = searchOf(composition).history();
  let all = 0;
  for (const log of logs) {
    signal.throwIfAborted();
    const printed: HistoryDifference[] = [];
    let differences = 0;
    const found = (difference: HistoryDifference): void => {
      differences += 1;
      if (printed.length < MAX_PRINTED) printed.push(difference);
    };
    const events = await verifyHistory(place, log, found, (done, total) =>
      report.progress(done, total, `positions of ${log.topic}`),
    );
    report.print(
      `${'search'.padEnd(14)} history: ${events} events of ${log.topic} against the log${verdict(differences)}`,
    );
    for (const one of printed) report.warn(`  ${describe(one)}`);
    all += differences;
  }
  return all;
}

function describe({ kind, topic, position, district, appeal, event, type }: HistoryDifference): string {
  const of = appeal === '' ? '' : `, appeal ${appeal}`;
  return `${kind} ${topic} position ${position}, district ${district}${of}, event ${event}, ${type}`;
}

export function verdict(differences: number): string {
  return differences === 0 ? ': whole' : `: ${differences} DIFFERENCE(S)`;
}
