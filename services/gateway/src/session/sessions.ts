import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** One sign-in of one browser. */
export interface Session {
  /** Hash of the secret in the cookie: who reads the table cannot take over a session. */
  readonly id: string;
  /** An official's login at the OIDC provider, or the keyed hash of a resident's subject at the residents' provider. */
  readonly subject: string;
  /** Opened at the residents' provider. */
  readonly isResident: boolean;
  /** For the provider's sign-out, sealed. */
  readonly idToken: string | null;
  /** Subject and name of a resident, sealed. */
  readonly profile: string | null;
  readonly createdAt: Date;
  /** Last request, at most `SEEN_INTERVAL_MS` old. */
  readonly seenAt: Date;
  /** The absolute end. */
  readonly expiresAt: Date;
}

export interface SessionStore {
  add(session: Session): Promise<void>;
  find(id: string): Promise<Session | undefined>;
  see(id: string, at: Date): Promise<void>;
  remove(id: string): Promise<void>;
  removeAllOf(subject: string): Promise<void>;
  /** Sessions that ended by themselves: absolutely at `now`, or not seen since `idleSince`. */
  removeEnded(now: Date, idleSince: Date): Promise<void>;
}

export interface SessionLimits {
  readonly idleMs: number;
  readonly maxMs: number;
}

/** A sign-out in another replica, and a dismissal, take effect within this time and the directory's refresh. */
const CACHE_TTL_MS = 3_000;
const MAX_CACHED = 10_000;
const SEEN_INTERVAL_MS = 60_000;
const SECRET_BYTES = 32;

interface Cached {
  readonly session: Session | undefined;
}

/** Sessions of browsers. A secret names one; it is made at sign-in, never taken from the browser (session fixation). */
export class Sessions {
  private readonly cache = new LRUCache<string, Cached>({ max: MAX_CACHED, ttl: CACHE_TTL_MS });

  constructor(
    private readonly store: SessionStore,
    private readonly limits: SessionLimits,
    private readonly now: () => Date,
  ) {}

  /**
   * Answers the secret for the cookie. `authenticatedAt`: when the provider saw the password, in seconds since 1970; a session
   * counts from there, so that a password which is new since ends it.
   */
  async open(
    owner: Pick<Session, 'subject' | 'isResident' | 'idToken' | 'profile'>,
    authenticatedAt = Infinity,
  ): Promise<string> {
    const at = this.now();
    // Up to its last millisecond: who signs in within the second of a new password has shown the new one.
    const createdAt = new Date(Math.min(at.getTime(), authenticatedAt * 1_000 + 999));
    const { idleMs, maxMs } = this.limits;
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.store.removeEnded(at, new Date(at.getTime() - idleMs));
    const expiresAt = new Date(at.getTime() + maxMs);
    await this.store.add({ ...owner, id: idOf(secret), createdAt, seenAt: at, expiresAt });
    return secret;
  }

  /** The session that is valid now. `active`: this is an act of its owner, which restarts the idle time. */
  async find(secret: string, { active }: { readonly active: boolean }): Promise<Session | undefined> {
    const id = idOf(secret);
    const session = await this.read(id);
    const at = this.now();
    if (!session || this.endOf(session) <= at.getTime()) return undefined;
    if (active && at.getTime() - session.seenAt.getTime() >= SEEN_INTERVAL_MS) {
      await this.store.see(id, at);
      this.cache.set(id, { session: { ...session, seenAt: at } });
    }
    return session;
  }

  /** ms since 1970: what comes first, the idle or the absolute end. */
  endOf({ seenAt, expiresAt }: Session): number {
    return Math.min(seenAt.getTime() + this.limits.idleMs, expiresAt.getTime());
  }

  async end(secret: string): Promise<void> {
    const id = idOf(secret);
    await this.store.remove(id);
    this.cache.delete(id);
  }

  async endAllOf(subject: string): Promise<void> {
    await this.store.removeAllOf(subject);
    this.cache.clear();
  }

  private async read(id: string): Promise<Session | undefined> {
    const cached = this.cache.get(id);
    if (cached) return cached.session;
    const session = await this.store.find(id);
    this.cache.set(id, { session });
    return session;
  }
}

function idOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
