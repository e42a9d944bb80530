import type { it as jestIt } from '@jest/globals';

/** Of Jest's globals: benches load this package too, without Jest, and `@jest/globals` cannot be loaded there. */
const theIt = () => (globalThis as unknown as { readonly it: typeof jestIt }).it;

/**
 * Specs that need what this machine may lack. Then they are skipped, loudly, and with `CI=true` they fail: a skipped
 * spec must not count as run. `missing`: what it is and how to get it.
 */
export function needing(missing: string | undefined, specs: () => void): void {
  if (missing === undefined) return specs();
  console.warn(`SKIPPED: ${missing}`);
  const it = theIt();
  if (process.env['CI'] === 'true') it(missing, () => Promise.reject(new Error(missing)));
  else it.skip(missing, () => undefined);
}

/** Specs that need minutes and a server of their own: `command` runs them, every other run skips them, loudly. */
export function onlyBy(command: string, isIt: boolean, specs: () => void): void {
  if (isIt) return specs();
  console.warn(`SKIPPED: ${command} runs it`);
  theIt().skip(`${command} runs it`, () => undefined);
}
