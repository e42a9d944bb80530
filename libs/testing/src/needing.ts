import { it } from '@jest/globals';

/**
 * Specs that need what this machine may lack. Where it does they are skipped, loudly, and with `CI=true` they fail: nobody
 * shall take it for tested. `missing`: what it is and how to get it.
 */
export function needing(missing: string | undefined, specs: () => void): void {
  if (missing === undefined) return specs();
  console.warn(`SKIPPED: ${missing}`);
  if (process.env['CI'] === 'true') it(missing, () => Promise.reject(new Error(missing)));
  else it.skip(missing, () => undefined);
}

/** Specs that need minutes and a server of their own: `command` runs them, every other run skips them, loudly. */
export function onlyBy(command: string, isIt: boolean, specs: () => void): void {
  if (isIt) return specs();
  console.warn(`SKIPPED: ${command} runs it`);
  it.skip(`${command} runs it`, () => undefined);
}
