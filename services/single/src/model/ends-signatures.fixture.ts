import { checkSignature, ownKey, type SignatureVerdict } from '@otklik/signatures';
import type { Demanded } from './ends-world.fixture.js';

/*
 * What persons give as signatures of letters: made by keys of three signers over sheets of letters, and checked as the service checks
 * them. Made once, as an attack signs thousands of letters.
 */

/** Something that is given as the signature over a sheet. */
export interface Signed {
  readonly name: string;
  /** Of which sheet it is given as the signature. */
  readonly sheet: number;
  /** What it truly is. */
  readonly verdict: SignatureVerdict;
}

const SHEETS = 3;
const AT = new Date('2026-01-12T02:00:00.000Z');
/** Two years ago: outside the term of its certificate. */
const FORMER_YEAR = 2024;

/** By sheet. The first signer's certificate is known here, the second's is not, the third's is over; each signs other sheets, too. */
export async function givenSignatures(): Promise<readonly (readonly Signed[])[]> {
  const [known, unknown, former] = [keyOf('known'), keyOf('unknown'), keyOf('known', FORMER_YEAR)];
  const sheets = Array.from({ length: SHEETS }, (_, sheet) => new TextEncoder().encode(`letter ${sheet}`));
  const signers = Object.entries({ known, unknown, former });
  const check = (over: number, signer: string, by: number): Promise<Signed> =>
    checkSignature(sheets[over]!, signers.find(([name]) => name === signer)![1].sign(sheets[by]!, AT), {
      at: AT,
      known: [known.certificate, former.certificate],
    }).then(({ verdict }) => ({ name: `${signer} over ${by} for ${over}`, sheet: over, verdict }));
  const all = sheets.map((_, over) => signers.flatMap(([name]) => sheets.map((__, by) => check(over, name, by))));
  const checked = await Promise.all(all.map((of) => Promise.all(of)));
  // An algorithm that is not computed here: nothing is known of it.
  return checked.map((of, sheet) => [...of, { name: `other for ${sheet}`, sheet, verdict: 'NOT_CHECKED' }]);
}

function keyOf(signer: string, year = AT.getUTCFullYear()) {
  return ownKey(new TextEncoder().encode(signer.padEnd(32, '.')), signer, year);
}

/** Whether it is the signature that is demanded. */
export function isEnough({ verdict }: Signed, demanded: Demanded): boolean {
  return verdict === 'INTACT' || (verdict === 'UNKNOWN_CHAIN' && demanded !== 'TRUSTED');
}
