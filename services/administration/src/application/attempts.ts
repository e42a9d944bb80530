/** Tries of one kind, counted by a key. */
export abstract class Attempts {
  /** Counts a try. Answers how many are left; undefined when there was none left. */
  abstract take(login: string, network: string): Promise<number | undefined>;
  /** The try was right: it and those before it do not count. */
  abstract forgive(login: string, network: string): Promise<void>;
}

export const MAX_ATTEMPTS_OF_LOGIN = 5;
export const MAX_ATTEMPTS_OF_NETWORK = 50;
export const ATTEMPTS_PAUSE_MINUTES = 15;
