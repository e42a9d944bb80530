import type { CodeSeals, LoggedCodes } from './code-seal.js';
import type { FollowedAppeal } from '../store/follow-up-codes.js';

/** A stored hash beside what the log says of it. */
export interface LoggedCode extends Omit<FollowedAppeal, 'person'>, LoggedCodes {}

export interface VerifiedCodes {
  readonly codes: number;
  /** Those that have nothing to be compared with. */
  readonly notSealed: number;
  /** The hash is not that of a code which the appeal was given. */
  readonly replaced: readonly { readonly district: number; readonly appeal: string }[];
}

/** Compares the stored hashes of follow-up codes with the log. */
export async function verifyCodes(seals: CodeSeals, kept: AsyncIterable<LoggedCode>): Promise<VerifiedCodes> {
  let codes = 0;
  let notSealed = 0;
  const replaced: { readonly district: number; readonly appeal: string }[] = [];
  for await (const { district, appeal, hash, ...logged } of kept) {
    codes += 1;
    const verdict = seals.verdict({ district, appeal, hash }, logged);
    if (verdict === 'NOT_SEALED') notSealed += 1;
    if (verdict === 'REPLACED') replaced.push({ district, appeal });
  }
  return { codes, notSealed, replaced };
}
