import { compact } from '@otklik/kernel';
import { createHmac } from 'node:crypto';
import { anyone } from '@otklik/tenancy';
import { identifiedBy, type Identity } from '../identity/identity.js';
import { seal, unseal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import type { Session, Sessions } from './sessions.js';
import type { SignedIn } from './sign-in-provider.js';

const PROFILE = 'resident';

export interface ResidentSessionOptions {
  readonly sessions: Sessions;
  /** Apart from the officials': who works at the desk may be a resident, too. */
  readonly cookie: SealedCookie;
  /** Seals the profile, and hashes the subject in the table. */
  readonly key: Buffer;
  readonly issuer: URL;
}

interface Profile {
  readonly subject: string;
  readonly name?: string;
}

/**
 * Sessions of residents who signed in. The table holds neither subject nor name in the clear. Such a session has no
 * rights.
 */
export class ResidentSessions {
  constructor(private readonly options: ResidentSessionOptions) {}

  /** A new session under a new secret; the one that the browser had ends. Answers the `Set-Cookie` header. */
  async begin(before: string | undefined, { subject, name }: SignedIn, sealedIdToken: string): Promise<string> {
    const { sessions, cookie, key } = this.options;
    const secret = cookie.read(before);
    if (secret !== undefined) await sessions.end(secret);
    const profile: Profile = compact({ subject, name });
    const opened = await sessions.open({
      subject: createHmac('sha256', key).update(subject).digest('base64url'),
      isResident: true,
      idToken: sealedIdToken,
      profile: seal(key, PROFILE, JSON.stringify(profile)),
    });
    return cookie.set(opened);
  }

  /** Undefined without the cookie of a resident. */
  async identity(cookies: string | undefined, { active }: { readonly active: boolean }): Promise<Identity | undefined> {
    const { sessions, cookie, issuer } = this.options;
    const secret = cookie.read(cookies);
    if (secret === undefined) return undefined;
    const session = await sessions.find(secret, { active });
    const profile = session && this.profileOf(session);
    if (!session || !profile) return { actor: anyone };
    const identified = identifiedBy(issuer.href, profile.subject, profile.name);
    return { actor: { kind: 'anyone', identified }, expiresAt: sessions.endOf(session) };
  }

  /** Answers the session that ended. */
  async end(cookies: string | undefined): Promise<Session | undefined> {
    const { sessions, cookie } = this.options;
    const secret = cookie.read(cookies);
    if (secret === undefined) return undefined;
    const session = await sessions.find(secret, { active: true });
    await sessions.end(secret);
    return session;
  }

  private profileOf({ isResident, profile }: Session): Profile | undefined {
    if (!isResident || profile === null) return undefined;
    const text = unseal(this.options.key, PROFILE, profile);
    return text === undefined ? undefined : (JSON.parse(text) as Profile);
  }
}
