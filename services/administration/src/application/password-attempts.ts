import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import {
  ATTEMPTS_PAUSE_MINUTES,
  MAX_ATTEMPTS_OF_LOGIN,
  MAX_ATTEMPTS_OF_LOGIN_IN_ALL,
  MAX_ATTEMPTS_OF_NETWORK,
} from './attempts.js';

/** Where a password comes from. */
export interface PasswordOrigin {
  readonly network: string;
  /** Of a browser in which this login has signed in before; its tries count apart from those of strangers. */
  readonly device?: string | undefined;
}

/** `left`: further tries without work. `zeroBits`: a try needs work of this many zero bits. */
export type PasswordTry = { readonly left: number } | { readonly zeroBits: number };

/** A third of a second of a computer, seconds of a telephone. */
export const MIN_ZERO_BITS = 18;
/** Half a minute of a computer. */
export const MAX_ZERO_BITS = 24;
/** So many tries with work from one place cost the same, the next ones twice as much. */
const TRIES_PER_BIT = 5;

export function zeroBitsAfter(triesWithWork: number): number {
  return Math.min(MIN_ZERO_BITS + Math.floor(triesWithWork / TRIES_PER_BIT), MAX_ZERO_BITS);
}

const duration = ATTEMPTS_PAUSE_MINUTES * 60;
const WORK_DURATION_S = 3_600;
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/**
 * Tries of passwords. A stranger who knows a login leaves its owner all tries of the devices on which the owner signed
 * in before, and of other networks. Beyond the limits a try costs the browser work instead of being refused, so that
 * failed attempts of others lock no account, and the right password gets in.
 * What guessing costs: of a login 4,800 passwords a day are tried without work. Each further one costs 2¹⁸ digests,
 * from one network soon 2²⁴, 2 s of a core. No password that fewer than 10⁹ guesses find is accepted
 * (`common-passwords.ts`).
 * The counts are in memory of each process, as those of the gateway are.
 */
@Injectable()
export class PasswordAttempts {
  private readonly byLogin = new RateLimiterMemory({ points: MAX_ATTEMPTS_OF_LOGIN_IN_ALL, duration });
  private readonly byPlace = new RateLimiterMemory({ points: MAX_ATTEMPTS_OF_LOGIN, duration });
  private readonly byNetwork = new RateLimiterMemory({ points: MAX_ATTEMPTS_OF_NETWORK, duration });
  /** Those that cost work. */
  private readonly worked = new RateLimiterMemory({ points: UNLIMITED, duration: WORK_DURATION_S });

  /** Counts a try. `workBits`: what was done for it. */
  async take(login: string, origin: PasswordOrigin, workBits: number): Promise<PasswordTry> {
    const left = await this.withoutWork(login, origin);
    if (left !== undefined) return { left };
    const place = placeOf(login, origin);
    const zeroBits = await this.bitsOf(place);
    if (workBits < zeroBits) return { zeroBits };
    await this.worked.consume(place);
    return { left: 0 };
  }

  /** What the next try needs; 0: none. */
  async zeroBits(login: string, origin: PasswordOrigin): Promise<number> {
    const limits = this.limitsOf(login, origin);
    const counts = await Promise.all(limits.map(async ([limiter, key]) => (await limiter.get(key))?.remainingPoints));
    return counts.some((left) => left !== undefined && left <= 0) ? this.bitsOf(placeOf(login, origin)) : 0;
  }

  /** The try was right: it and those before it do not count. */
  async forgive(login: string, origin: PasswordOrigin): Promise<void> {
    const place = placeOf(login, origin);
    await this.byPlace.delete(place);
    await this.worked.delete(place);
    if (origin.device !== undefined) return;
    await this.byLogin.delete(hashed(login));
    await this.byNetwork.reward(origin.network);
  }

  /** A known device has tries of its own, whatever others do in its network. */
  private limitsOf(login: string, origin: PasswordOrigin): readonly (readonly [RateLimiterMemory, string])[] {
    const ofPlace = [this.byPlace, placeOf(login, origin)] as const;
    if (origin.device !== undefined) return [ofPlace];
    return [[this.byNetwork, origin.network], ofPlace, [this.byLogin, hashed(login)]];
  }

  /** How many are left after this one; undefined when there was none left. */
  private async withoutWork(login: string, origin: PasswordOrigin): Promise<number | undefined> {
    try {
      let left = UNLIMITED;
      for (const [limiter, key] of this.limitsOf(login, origin))
        left = Math.min(left, (await limiter.consume(key)).remainingPoints);
      return left;
    } catch (error) {
      if (error instanceof RateLimiterRes) return undefined;
      throw error;
    }
  }

  private async bitsOf(place: string): Promise<number> {
    return zeroBitsAfter((await this.worked.get(place))?.consumedPoints ?? 0);
  }
}

/** Bounds the key's size, and one login written in two ways is one. */
function hashed(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url');
}

function placeOf(login: string, { network, device }: PasswordOrigin): string {
  return `${hashed(login)}/${device === undefined ? network : `device ${device}`}`;
}
