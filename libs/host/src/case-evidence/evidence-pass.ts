import { readPass, signPass } from '../signed-pass.js';

/** The purpose of its key (`Secrets`). */
export const EVIDENCE_PASS = 'evidence-pass';

/** What search permits an official after the opening is on record: to fetch each service's part of a case's evidence file. */
export interface EvidencePass {
  readonly district: number;
  /** The id of the appeal, and its number or that of its receipt. */
  readonly appeal: string;
  readonly number: string;
  /** Of the appeal, its questions, responses and notices. */
  readonly streams: readonly string[];
  /** The official, who fetches them alone. */
  readonly official: string;
  /** When it was made; all parts are of this moment. ISO 8601 UTC. */
  readonly at: string;
  /** The official may open name and contact; absent: they, and the letters on which they stand, are left out. */
  readonly withContacts?: boolean;
}

export function signEvidencePass(key: Buffer, pass: EvidencePass): string {
  return signPass(key, pass);
}

/** Undefined: not of this installation, or too old. */
export function readEvidencePass(key: Buffer, text: string, now: string): EvidencePass | undefined {
  return readPass<EvidencePass>(key, text, now);
}
