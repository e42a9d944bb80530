import type { DemoActions } from './demo-actions.js';
import type { DemoAppeal } from './demo-appeal.js';

/**
 * Makes the appeals one after the other, each step by the right role, as far as its `until` says. Idempotent: run again after
 * an interruption, it goes on.
 */
export async function makeDemoWorld(actions: DemoActions, appeals: readonly DemoAppeal[]): Promise<void> {
  for (const appeal of appeals) {
    const { consistencyToken } = await actions.submit(appeal);
    for (let consistentWith: string | null = consistencyToken; ;) {
      const step = await actions.next(appeal, consistentWith);
      if (step === 'done') break;
      consistentWith = await actions.perform(appeal, step);
    }
  }
}
