import type { ClosingGround } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';
import { questionId } from './open-question.js';
import type { HandleQuestion } from './routing-parts.js';

/**
 * Closes every question of an appeal in the caller's transaction. Ordinals have no gap, so the first id without a stream
 * ends them; an appeal that was never registered has none. `contextOf`: of the command to the question of that ordinal.
 */
export async function closeQuestions(
  handle: HandleQuestion,
  appeal: string,
  ground: ClosingGround,
  contextOf: (ordinal: number) => CommandContext,
  tx: Transaction,
): Promise<void> {
  for (let ordinal = 1; ; ordinal += 1) {
    const command = { type: 'CloseQuestion', ground } as const;
    const { version } = await handle(contextOf(ordinal), questionId(appeal, ordinal), command, { tx });
    if (version === 0) return;
  }
}
