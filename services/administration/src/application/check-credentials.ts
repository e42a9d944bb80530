import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { type Account, Credentials } from '../store/credentials.js';
import { ANYWHERE, Attempts } from './attempts.js';
import { PasswordAttempts, type PasswordOrigin } from './password-attempts.js';
import { verifyPassword } from './passwords.js';
import { SecondFactor, type SetUp } from './second-factor.js';
import { WorkChallenges, type WorkChallenge } from './work-challenges.js';

export type CredentialsAnswer =
  | { readonly outcome: 'SIGNED_IN'; readonly login: string }
  /** The password was right; a code is needed. */
  | { readonly outcome: 'CODE'; readonly proven: Proven }
  /** The password was right; the official has to set up the second factor first. */
  | { readonly outcome: 'SET_UP'; readonly proven: Proven }
  /** The password has to be proven again: it was changed since, or the second factor set up elsewhere. */
  | { readonly outcome: 'OVER' }
  /** `challenge`: what the next try of a password needs. */
  | { readonly outcome: 'WRONG'; readonly left: number; readonly challenge?: WorkChallenge | undefined }
  /** The password was not looked at: too many were tried, and the next try costs work. */
  | { readonly outcome: 'WORK'; readonly challenge: WorkChallenge }
  | { readonly outcome: 'PAUSED' };

/** The password of a login that was shown; it says nothing once there is another. */
export interface Proven {
  readonly login: string;
  /** Of the stored form of the password, whose salt is new with each one. */
  readonly password: string;
}

/** What the form of the password holds. */
export interface Shown {
  readonly login: string;
  readonly password: string;
  readonly work: { readonly token: string; readonly answer: string };
}

/** Checks passwords and codes. Unknown logins get the same answers, after the same time, as known ones. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly credentials: Credentials,
    private readonly attempts: Attempts,
    private readonly passwordAttempts: PasswordAttempts,
    private readonly work: WorkChallenges,
    private readonly secondFactor: SecondFactor,
    private readonly clock: Clock,
  ) {}

  async password({ login: given, password, work }: Shown, origin: PasswordOrigin): Promise<CredentialsAnswer> {
    const login = given.trim();
    const workBits = this.work.take(login, work.token, work.answer);
    const taken = await this.passwordAttempts.take(login, origin, workBits);
    if ('zeroBits' in taken) return { outcome: 'WORK', challenge: this.work.challenge(login, taken.zeroBits) };
    const account = await this.credentials.find(login);
    const isRight = await verifyPassword(password, account?.password ?? undefined);
    if (!account || !isRight) return this.wrong(login, origin, taken.left);
    await this.passwordAttempts.forgive(login, origin);
    const proven = { login, password: fingerprint(account) };
    if (account.totp !== null) return { outcome: 'CODE', proven };
    if (this.secondFactor.isDemanded(login)) return { outcome: 'SET_UP', proven };
    return this.signedIn(account);
  }

  private async wrong(login: string, origin: PasswordOrigin, left: number): Promise<CredentialsAnswer> {
    const zeroBits = await this.passwordAttempts.zeroBits(login, origin);
    const challenge = zeroBits === 0 ? undefined : this.work.challenge(login, zeroBits);
    return { outcome: 'WRONG', left, challenge };
  }

  code(proven: Proven, code: string, origin: PasswordOrigin): Promise<CredentialsAnswer> {
    return this.checked(proven, origin, async (account) =>
      (await this.secondFactor.check(account, code)) ? 'DONE' : 'WRONG',
    );
  }

  setUp(proven: Proven, secret: string, code: string, origin: PasswordOrigin): Promise<CredentialsAnswer> {
    return this.checked(proven, origin, (account) => this.secondFactor.setUp(account, secret, code));
  }

  private async checked(
    { login, password }: Proven,
    { network, device }: PasswordOrigin,
    check: (account: Account) => Promise<SetUp>,
  ): Promise<CredentialsAnswer> {
    // One who has stolen the password does not use up the tries of the owner's device.
    const place = device === undefined ? ANYWHERE : `device ${device}`;
    const from = device === undefined ? network : place;
    const left = await this.attempts.take(`${login} code`, from, place);
    if (left === undefined) return { outcome: 'PAUSED' };
    const account = await this.credentials.find(login);
    if (!account || fingerprint(account) !== password) return { outcome: 'OVER' };
    const outcome = await check(account);
    if (outcome === 'WRONG') return { outcome, left };
    if (outcome === 'OVER') return { outcome };
    await this.attempts.forgive(`${login} code`, from, place);
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
