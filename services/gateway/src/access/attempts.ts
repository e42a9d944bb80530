import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@otklik/host';
import { Fault, type RateLimit } from '@otklik/host/graphql';
import { sameShape } from '@otklik/kernel';
import type { GatewayConfig } from '../config.js';

export type AttemptLimits = Pick<GatewayConfig, 'perAddress' | 'overall' | 'codeTries' | 'allCodeTries' | 'linkTries'>;

/** Limits on operations without an account, in memory of each process. Throws `Fault('RATE_LIMITED')`. */
export interface AttemptLimiter {
  /** Counts an operation. Those of the process itself have no address and are not counted. */
  countOperation(address: string | undefined): Promise<void>;
  /** Counts a request for a link in place of a lost code. */
  countLink(address: string | undefined): Promise<void>;
  /** Counts a wrong follow-up code; `target` names the appeal. */
  countWrongCode(target: string): Promise<void>;
}

/**
 * Applies the limits to operations without an account. Of attempts at a code only the wrong ones count, and the right one opens
 * whatever others have tried: a code has 80 bits, and a lock would be in the hands of whoever knows a number.
 */
export function limitAttempts(limiter: AttemptLimiter): RateLimit {
  return async ({ field, args, address }, run) => {
    await limiter.countOperation(address);
    if (field === 'requestFollowUpLink') await limiter.countLink(address);
    if (field !== 'openAppeal') return run();
    // As intake finds it: another way to type the same number gives no new tries.
    const wrong = () => limiter.countWrongCode(`${args['district']}/${sameShape(String(args['number']))}`);
    const answer = await run().catch(async (error: unknown) => {
      await wrong();
      throw error;
    });
    if ((answer as { readonly failed?: boolean } | null)?.failed === true) await wrong();
    return answer;
  };
}

const MINUTE_S = 60;
const QUARTER_HOUR_S = 15 * MINUTE_S;

export function openAttemptLimiter(limits: AttemptLimits): AttemptLimiter {
  const byAddress = limiter(limits.perAddress, MINUTE_S);
  const total = limiter(limits.overall, MINUTE_S);
  const byNumber = limiter(limits.codeTries, QUARTER_HOUR_S);
  const links = limiter(limits.linkTries, QUARTER_HOUR_S);
  const allNumbers = limiter(limits.allCodeTries, MINUTE_S);
  return {
    countOperation: async (address) => {
      if (address === undefined) return;
      await consume(byAddress, networkOf(address));
      await consume(total, 'all');
    },
    countLink: async (address) => (address === undefined ? undefined : consume(links, networkOf(address))),
    countWrongCode: async (target) => {
      await consume(byNumber, hashed(target));
      await consume(allNumbers, 'all');
    },
  };
}

function limiter(points: number, duration: number): RateLimiterMemory | undefined {
  return points === 0 ? undefined : new RateLimiterMemory({ points, duration });
}

async function consume(limiter: RateLimiterMemory | undefined, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Fault('RATE_LIMITED');
    throw error;
  }
}

/** Bounds the size of a key: the input is the client's. */
function hashed(target: string): string {
  return createHash('sha256').update(target).digest('base64url');
}
