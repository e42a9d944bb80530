import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Credentials, type Account } from './credentials.js';
import { ANYWHERE, Attempts } from './attempts.js';
import { verifyPassword } from './passwords.js';
import { SecondFactor, type SetUp } from './second-factor.js';

export type CredentialsAnswer =
  | { readonly outcome: 'SIGNED_IN'; readonly login: string }
  /** The password was right; a code is needed. */
  | { readonly outcome: 'CODE'; readonly proven: Proven }
  /** The password was right; the official has to set up the second factor first. */
  | { readonly outcome: 'SET_UP'; readonly proven: Proven }
  /** The password has to be proven anew: it was changed since, or the second factor set up elsewhere. */
  | { readonly outcome: 'OVER' }
  | { readonly outcome: 'WRONG'; readonly left: number }
  | { readonly outcome: 'PAUSED' };

/** The password of a login that was shown; it says nothing once there is another. */
export interface Proven {
  readonly login: string;
  /** Of the stored form of the password, whose salt is new with each one. */
  readonly password: string;
}

/** Checks passwords and codes. Unknown logins get the same answers, after the same time, as known ones. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly credentials: Credentials,
    private readonly attempts: Attempts,
    private readonly secondFactor: SecondFactor,
    private readonly clock: Clock,
  ) {}

  async password(given: string, password: string, network: string): Promise<CredentialsAnswer> {
    const login = given.trim();
    const left = await this.attempts.take(login, network);
    if (left === undefined) return { outcome: 'PAUSED' };
    const account = await this.credentials.find(login);
    const isRight = await verifyPassword(password, account?.password ?? undefined);
    if (!account || !isRight) return { outcome: 'WRONG', left };
    await this.attempts.forgive(login, network);
    const proven = { login, password: fingerprint(account) };
    if (account.totp !== null) return { outcome: 'CODE', proven };
    if (this.secondFactor.isDemanded(login)) return { outcome: 'SET_UP', proven };
    return this.signedIn(account);
  }

  code(proven: Proven, code: string, network: string): Promise<CredentialsAnswer> {
    return this.checked(proven, network, async (account) =>
      (await this.secondFactor.check(account, code)) ? 'DONE' : 'WRONG',
    );
  }

  setUp(proven: Proven, secret: string, code: string, network: string): Promise<CredentialsAnswer> {
    return this.checked(proven, network, (account) => this.secondFactor.setUp(account, secret, code));
  }

  private async checked(
    { login, password }: Proven,
    network: string,
    check: (account: Account) => Promise<SetUp>,
  ): Promise<CredentialsAnswer> {
    const left = await this.attempts.take(`${login} code`, network, ANYWHERE);
    if (left === undefined) return { outcome: 'PAUSED' };
    const account = await this.credentials.find(login);
    if (!account || fingerprint(account) !== password) return { outcome: 'OVER' };
    const outcome = await check(account);
    if (outcome === 'WRONG') return { outcome, left };
    if (outcome === 'OVER') return { outcome };
    await this.attempts.forgive(`${login} code`, network, ANYWHERE);
    return this.signedIn(account);
  }

  private async signedIn(account: Account): Promise<CredentialsAnswer> {
    const isCurrent = await this.credentials.signedIn(account, new Date(this.clock.now()));
    return isCurrent ? { outcome: 'SIGNED_IN', login: account.login } : { outcome: 'OVER' };
  }
}

function fingerprint({ password }: Account): string {
  return createHash('sha256')
    .update(password ?? '')
    .digest('base64url');
}
