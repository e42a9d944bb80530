import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@otklik/host';
import { Fault, type RateLimit } from '@otklik/host/graphql';
import type { GatewayConfig } from '../config.js';

export type AttemptLimits = Pick<GatewayConfig, 'perAddress' | 'overall' | 'codeTries' | 'allCodeTries' | 'linkTries'>;

/** Limits on operations without an account, in memory of each process. Throws `Fault('RATE_LIMITED')`. */
export interface AttemptLimiter {
  /** Counts an operation. Those of the process itself have no address and are not counted. */
  countOperation(address: string | undefined): Promise<void>;
  /** Counts a request for a link in place of a lost code. */
  countLink(address: string | undefined): Promise<void>;
  /** Counts an attempt at a follow-up code; `target` names the appeal. */
  countCodeAttempt(target: string): Promise<void>;
  /** Takes the attempt back: the code was right. */
  forgiveCodeAttempt(target: string): Promise<void>;
}

/**
 * Applies the limits to operations without an account. An attempt at a code counts unless it succeeds: no error, not `failed`.
 */
export function limitAttempts(limiter: AttemptLimiter): RateLimit {
  return async ({ field, args, address }, run) => {
    await limiter.countOperation(address);
    if (field === 'requestFollowUpLink') await limiter.countLink(address);
    if (field !== 'openAppeal') return run();
    const target = `${args['district']}/${String(args['number']).trim().toUpperCase()}`;
    await limiter.countCodeAttempt(target);
    const answer = await run();
    if ((answer as { readonly failed?: boolean } | null)?.failed !== true) await limiter.forgiveCodeAttempt(target);
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
    countCodeAttempt: async (target) => {
      await consume(byNumber, hashed(target));
      await consume(allNumbers, 'all');
    },
    forgiveCodeAttempt: async (target) => {
      await byNumber?.reward(hashed(target));
      await allNumbers?.reward('all');
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
