import { setTimeout as sleep } from 'node:timers/promises';
import { field, idOf } from '../receiving/fields.js';
import type { VkCall } from './vk-channel.js';

const TOO_MANY_PER_SECOND = '6';
const A_SECOND_MS = 1_000;
const TRIES = 3;

/** Too many calls in this second say nothing of the account: each is made again in the next one. */
export function unhurried(call: VkCall): VkCall {
  return async (...asked) => {
    for (let left = TRIES - 1; ; left -= 1) {
      const answer = await call(...asked);
      const error = answer.kind === 'answered' ? field(answer.body, 'error') : undefined;
      if (left === 0 || idOf(field(error, 'error_code')) !== TOO_MANY_PER_SECOND) return answer;
      await sleep(A_SECOND_MS);
    }
  };
}
