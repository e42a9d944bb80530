/** Keys of keyed hashes: follow-up codes, fingerprints, cursors, resident tokens. */
export abstract class Secrets {
  /** 32 bytes of its own for each purpose (HKDF by name). */
  abstract of(purpose: string): Buffer;
}
