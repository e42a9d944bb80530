import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Credentials } from './credentials.js';
import { ANYWHERE, Attempts } from './attempts.js';
import { verifyPassword } from './passwords.js';
import { SecondFactor } from './second-factor.js';

export type CredentialsAnswer =
  | { readonly outcome: 'SIGNED_IN'; readonly login: string }
  /** The password was right; a code is needed. */
  | { readonly outcome: 'CODE'; readonly login: string }
  /** The password was right; the official has to set up the second factor first. */
  | { readonly outcome: 'SET_UP'; readonly login: string }
  | { readonly outcome: 'WRONG'; readonly left: number }
  | { readonly outcome: 'PAUSED' };

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
    if (account.totp !== null) return { outcome: 'CODE', login };
    if (this.secondFactor.isDemanded(login)) return { outcome: 'SET_UP', login };
    return this.signedIn(login);
  }

  async code(login: string, code: string, network: string): Promise<CredentialsAnswer> {
    const left = await this.attempts.take(`${login} code`, network, ANYWHERE);
    if (left === undefined) return { outcome: 'PAUSED' };
    const account = await this.credentials.find(login);
    if (!account || !(await this.secondFactor.check(account, code))) return { outcome: 'WRONG', left };
    await this.attempts.forgive(`${login} code`, network, ANYWHERE);
    return this.signedIn(login);
  }

  async setUp(login: string, secret: string, code: string, network: string): Promise<CredentialsAnswer> {
    const left = await this.attempts.take(`${login} code`, network, ANYWHERE);
    if (left === undefined) return { outcome: 'PAUSED' };
    if (!(await this.secondFactor.setUp(login, secret, code))) return { outcome: 'WRONG', left };
    await this.attempts.forgive(`${login} code`, network, ANYWHERE);
    return this.signedIn(login);
  }

  private async signedIn(login: string): Promise<CredentialsAnswer> {
    await this.credentials.signedIn(login, new Date(this.clock.now()));
    return { outcome: 'SIGNED_IN', login };
  }
}
