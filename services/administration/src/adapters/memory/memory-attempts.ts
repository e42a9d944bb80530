import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import {
  ATTEMPTS_PAUSE_MINUTES,
  Attempts,
  MAX_ATTEMPTS_OF_LOGIN,
  MAX_ATTEMPTS_OF_LOGIN_IN_ALL,
  MAX_ATTEMPTS_OF_NETWORK,
} from '../../application/attempts.js';

const duration = ATTEMPTS_PAUSE_MINUTES * 60;

/** In memory of each process, as the gateway's limits are. */
@Injectable()
export class MemoryAttempts extends Attempts {
  private readonly byLogin = new RateLimiterMemory({ points: MAX_ATTEMPTS_OF_LOGIN_IN_ALL, duration });
  private readonly byPlace = new RateLimiterMemory({ points: MAX_ATTEMPTS_OF_LOGIN, duration });
  private readonly byNetwork = new RateLimiterMemory({ points: MAX_ATTEMPTS_OF_NETWORK, duration });

  async take(login: string, network: string, place = network): Promise<number | undefined> {
    try {
      await this.byNetwork.consume(network);
      const { remainingPoints } = await this.byPlace.consume(placed(login, place));
      return Math.min(remainingPoints, (await this.byLogin.consume(keyOf(login))).remainingPoints);
    } catch (error) {
      if (error instanceof RateLimiterRes) return undefined;
      throw error;
    }
  }

  async forgive(login: string, network: string, place = network): Promise<void> {
    await this.byLogin.delete(keyOf(login));
    await this.byPlace.delete(placed(login, place));
    await this.byNetwork.reward(network);
  }
}

/** Bounds the key's size, and one login written in two ways is one. */
function keyOf(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url');
}

function placed(login: string, place: string): string {
  return `${keyOf(login)}/${place}`;
}
