/**
 * `UNSCANNABLE`: the scanner cannot see what is inside, which is locked with a password or nested too deep. `NOT_SCANNED`: there
 * is no scanner, or it did not answer.
 */
export type Verdict = 'CLEAN' | 'INFECTED' | 'UNSCANNABLE' | 'NOT_SCANNED';

/** Looks for viruses. Never rejects: a scanner that is away scans nothing. */
export abstract class VirusScanner {
  /** False where none is configured. */
  abstract readonly isThere: boolean;
  abstract verdict(bytes: Buffer): Promise<Verdict>;
}

export const noScanner: VirusScanner = { isThere: false, verdict: async () => 'NOT_SCANNED' };
