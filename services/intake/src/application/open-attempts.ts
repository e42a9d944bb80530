/** Attempts to open a follow-up, counted in a time window. */
export abstract class OpenAttempts {
  /** Counts an attempt before the code is compared; false beyond the limit. `at`: ISO 8601. */
  abstract begin(district: number, number: string, at: string): Promise<boolean>;
  /** Takes the attempt back: the code was right. */
  abstract succeeded(district: number, number: string): Promise<void>;
  /** Removes expired windows. */
  abstract sweep(district: number, at: string): Promise<void>;
}
