import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, provesWork } from '@otklik/kernel';
import { openTextBox, Secrets, sealTextBox } from '@otklik/vault';
import { LRUCache } from 'lru-cache';

/** The browser finds a number that proves work (`provesWork`). */
export interface WorkChallenge {
  readonly token: string;
  readonly seed: string;
  readonly zeroBits: number;
}

const VALID_MS = 15 * 60_000;
const MAX_REMEMBERED = 100_000;
const MAX_TOKEN_LENGTH = 200;
const CONTEXT = 'work';

/** Work that a browser does for one more try of a password. A challenge is of one login, and counts once. */
@Injectable()
export class WorkChallenges {
  private readonly key: Buffer;
  /** For as long as there is room: work that is over is refused by its own time. */
  private readonly taken = new LRUCache<string, true>({ max: MAX_REMEMBERED });

  constructor(
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('sign-in-work');
  }

  challenge(login: string, zeroBits: number): WorkChallenge {
    const until = Date.parse(this.clock.now()) + VALID_MS;
    const token = sealTextBox(this.key, CONTEXT, JSON.stringify({ login: ofLogin(login), zeroBits, until }));
    return { token, seed: seedOf(token), zeroBits };
  }

  /** The bits of the work that `n` proves for this login; 0 when it proves none. */
  take(login: string, token: string, n: string): number {
    if (token === '' || token.length > MAX_TOKEN_LENGTH || this.taken.has(token)) return 0;
    const asked = this.read(token);
    if (!asked || asked.login !== ofLogin(login) || Date.parse(this.clock.now()) >= asked.until) return 0;
    this.taken.set(token, true);
    return provesWork(seedOf(token), n, asked.zeroBits) ? asked.zeroBits : 0;
  }

  private read(token: string): Asked | undefined {
    try {
      return JSON.parse(openTextBox(this.key, CONTEXT, token)) as Asked;
    } catch {
      // Not made here.
      return undefined;
    }
  }
}

interface Asked {
  readonly login: string;
  readonly zeroBits: number;
  /** ms since 1970. */
  readonly until: number;
}

/** Short, so that a digest takes one block. */
function seedOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 22);
}

/** One login written in two ways is one. */
function ofLogin(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url').slice(0, 22);
}
