import { numberKey } from '../../fulltext/domain/number-key.js';

/** An appeal by whose number the server may name it. */
export interface NumberedAppeal {
  readonly id: string;
  /** Of the register. */
  readonly number: string | undefined;
  /** Of the letters with which bodies sent it on: by the first of them the file names it. */
  readonly ofBodies: readonly string[];
}

/**
 * The appeal that has the number: as it is written before another spelling of it, one of the register before one of a body. Numbers of
 * bodies may be alike: SEVERAL appeals have it.
 */
export function appealOf(appeals: readonly NumberedAppeal[], typed: string): NumberedAppeal | 'NONE' | 'SEVERAL' {
  for (const spelling of [asWritten, spelledAnyhow])
    for (const numbersOf of [ofRegister, ofBodies]) {
      const wanted = spelling(typed);
      const [found, ...more] = appeals.filter((one) => numbersOf(one).some((number) => spelling(number) === wanted));
      if (found) return more.length === 0 ? found : 'SEVERAL';
    }
  return 'NONE';
}

function ofRegister({ number }: NumberedAppeal): readonly string[] {
  return number === undefined ? [] : [number];
}

function ofBodies(appeal: NumberedAppeal): readonly string[] {
  return appeal.ofBodies;
}

function asWritten(number: string): string {
  return number.normalize('NFC').trim().toLowerCase();
}

/** A number of a body need have no letter: it is then as it is written. */
function spelledAnyhow(number: string): string {
  return numberKey(number) ?? asWritten(number);
}
