import { startPostgres, type RunningPostgres } from '../../../../deploy/postgres/embedded-postgres.mjs';

/** Hours of log may have to be replayed. */
const TIMEOUT_MS = 3_600_000;
const ENDS_BEFORE = 'recovery ended before configured recovery target was reached';

/**
 * Starts the server on an unpacked set: it replays the log up to `until`, else all of it, and goes on from there on a timeline
 * of its own.
 */
export async function recover(dataDir: string, until: Date | undefined): Promise<RunningPostgres> {
  const settings = {
    // The whole log is in the folder already.
    restore_command: 'false',
    recovery_target_timeline: 'current',
    recovery_target_action: 'promote',
    hot_standby: 'off',
  };
  const start = (more: Readonly<Record<string, string>>) =>
    startPostgres({ dataDir, settings: { ...settings, ...more }, timeoutMs: TIMEOUT_MS });
  if (until === undefined) return start({});
  try {
    return await start({ recovery_target_time: timeOf(until) });
  } catch (error) {
    // Nothing was committed between that moment and the end of the archive, which is known to be later.
    if (!String((error as { log?: string }).log).includes(ENDS_BEFORE)) throw error;
    return start({});
  }
}

/** The server does not know `Z` before it has read its time zones. */
function timeOf(moment: Date): string {
  return moment.toISOString().replace('T', ' ').replace('Z', '+00');
}
