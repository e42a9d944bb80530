/** What an official signs in with at the embedded provider. Rights are not in it: the directory has them. */
export interface Account {
  readonly login: string;
  /** argon2id; absent until the invitation is used. */
  readonly password: string | null;
  /** Secret of the second factor, sealed; absent until the official has set one up. */
  readonly totp: string | null;
}

export abstract class Credentials {
  abstract find(login: string): Promise<Account | undefined>;
  /** The login of an invitation that is neither used nor past its end at `now`. */
  abstract invited(invitation: string, now: Date): Promise<string | undefined>;
  /** Uses the invitation, sets the password, and ends all that the login is signed in to, all or nothing. Answers the login; undefined when it is not open. */
  abstract accept(invitation: string, password: string, now: Date): Promise<string | undefined>;
  /**
   * Takes up a second factor and the time step of its first code. False, and nothing is changed, when the account has one already
   * or its password is no longer `account.password`.
   */
  abstract setSecondFactor(account: Account, totp: string, timeStep: number): Promise<boolean>;
  /** False when a code of this or a later time step was used before. */
  abstract useCode(login: string, timeStep: number): Promise<boolean>;
  /** False when the password is no longer `account.password`. */
  abstract signedIn(account: Account, at: Date): Promise<boolean>;
}
