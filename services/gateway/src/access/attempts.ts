import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@otklik/host';
import { Fault, type RateLimit } from '@otklik/host/graphql';
import type { GatewayConfig } from '../config.js';

export type AttemptLimits = Pick<GatewayConfig, 'perAddress' | 'overall' | 'codeTries' | 'allCodeTries'>;

/** How often those without an account may ask. In memory: each process counts its own. Throws `Fault('RATE_LIMITED')`. */
export interface Attempts {
  /** A submission or another act without an account. The process's own operations have no address and are not counted. */
  act(address: string | undefined): Promise<void>;
  /** A follow-up code is tried; `target` names the appeal. */
  code(target: string): Promise<void>;
  /** The code fitted: its try does not count against the number. */
  fitted(target: string): Promise<void>;
}

/**
 * Puts the limits before what is done without an account. An answer that says `failed`, or an error, is a try that counts.
 */
export function rateLimitBy(attempts: Attempts): RateLimit {
  return async ({ field, args, address }, run) => {
    await attempts.act(address);
    if (field !== 'openAppeal') return run();
    const target = `${args['district']}/${String(args['number']).trim().toUpperCase()}`;
    await attempts.code(target);
    const answer = await run();
    if ((answer as { readonly failed?: boolean } | null)?.failed !== true) await attempts.fitted(target);
    return answer;
  };
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;

export function attempts(limits: AttemptLimits): Attempts {
  const byAddress = limiter(limits.perAddress, MINUTE);
  const overall = limiter(limits.overall, MINUTE);
  const byNumber = limiter(limits.codeTries, QUARTER);
  const numbers = limiter(limits.allCodeTries, MINUTE);
  return {
    act: async (address) => {
      if (address === undefined) return;
      await take(byAddress, networkOf(address));
      await take(overall, 'all');
    },
    code: async (target) => {
      await take(byNumber, hashed(target));
      await take(numbers, 'all');
    },
    fitted: async (target) => {
      await byNumber?.reward(hashed(target));
      await numbers?.reward('all');
    },
  };
}

function limiter(points: number, duration: number): RateLimiterMemory | undefined {
  return points === 0 ? undefined : new RateLimiterMemory({ points, duration });
}

async function take(limiter: RateLimiterMemory | undefined, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Fault('RATE_LIMITED');
    throw error;
  }
}

/** Long or strange input must not grow the table of keys. */
function hashed(target: string): string {
  return createHash('sha256').update(target).digest('base64url');
}
