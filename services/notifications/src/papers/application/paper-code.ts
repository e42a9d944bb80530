import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '@otklik/vault';

/** Crockford's: none of its characters is read as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The short code of a sheet: 60 bits that no one guesses, the same for a letter whenever its sheet is made. */
@Injectable()
export class PaperCodes {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.of('paper-code');
  }

  of(district: number, notice: string): string {
    const bits = createHmac('sha256', this.key).update(`${district}|${notice}`).digest();
    return Array.from(bits.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  }
}

/** `XXXX-XXXX-XXXX`, as it is printed. */
export function shownCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** As it is kept; undefined for what is no code. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (one) => READ_AS[one]!);
  return code.length === LENGTH && [...code].every((one) => ALPHABET.includes(one)) ? code : undefined;
}
