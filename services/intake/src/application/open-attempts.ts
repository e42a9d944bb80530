/** Tries to open a follow-up, counted within a window of time. */
export abstract class OpenAttempts {
  /** Counts a try before it is judged; false when it may not be judged any more. `at`: ISO 8601. */
  abstract begin(district: number, number: string, at: string): Promise<boolean>;
  /** Takes the try back: the code fitted. */
  abstract succeeded(district: number, number: string): Promise<void>;
  /** Removes windows that are over. */
  abstract sweep(district: number, at: string): Promise<void>;
}
