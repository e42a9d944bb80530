/** Wrong attempts to open a follow-up, counted in a time window. */
export abstract class OpenAttempts {
  /** Counts an attempt; false beyond the limit. `at`: ISO 8601. */
  abstract begin(district: number, number: string, at: string): Promise<boolean>;
  /** Removes expired windows. */
  abstract sweep(district: number, at: string): Promise<void>;
}
