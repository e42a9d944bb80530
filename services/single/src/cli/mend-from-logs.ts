import { mendHistory } from '@otklik/read-models';
import type { Composition } from '../composition.js';
import { caughtUp } from './caught-up.js';
import type { Report } from './command.js';
import { searchOf } from './operations.js';
import { ownerLogs } from './owner-logs.js';

/** False when the consumers do not catch up: what is on its way would be taken for missing. */
export async function mendFromLogs(composition: Composition, report: Report, signal: AbortSignal): Promise<boolean> {
  const logs = await ownerLogs(composition);
  if (!(await caughtUp(composition, report, signal))) {
    report.warn('The history was not compared with the logs: events wait to be consumed, see: otklik status');
    return false;
  }
  const { events, appeals } = await mendHistory(searchOf(composition).history(), logs, (done, total) =>
    report.progress(done, total, 'positions of the logs'),
  );
  report.print(`The history was made what the logs say: ${events} event(s) of ${appeals} appeal(s) differed.`);
  return true;
}
