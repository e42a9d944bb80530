/** Tries of codes of the second factor, and of invitations. Those of passwords: `password-attempts.ts`. */
export abstract class Attempts {
  /**
   * Counts a try. Answers how many are left; undefined when there was none left. `place`: the network, unless all tries of the
   * login count together, as those of codes do, which only a holder of the password makes.
   */
  abstract take(login: string, network: string, place?: string): Promise<number | undefined>;
  /** The try was right: it and those before it do not count. */
  abstract forgive(login: string, network: string, place?: string): Promise<void>;
}

/** From one place. */
export const MAX_ATTEMPTS_OF_LOGIN = 5;
/** From all of them. */
export const MAX_ATTEMPTS_OF_LOGIN_IN_ALL = 50;
/** From one network, of all logins. */
export const MAX_ATTEMPTS_OF_NETWORK = 50;
export const ATTEMPTS_PAUSE_MINUTES = 15;
/** A place for tries that count together. */
export const ANYWHERE = 'anywhere';
