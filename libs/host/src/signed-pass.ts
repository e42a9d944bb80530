import { createHmac, timingSafeEqual } from 'node:crypto';

/* What a service permits an official after an opening is on record, which others honour without asking it. */

interface Dated {
  /** When it was made: ISO 8601 UTC. */
  readonly at: string;
}

const TERM_MS = 10 * 60_000;

export function signPass(key: Buffer, pass: Dated): string {
  const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
  return `${body}.${macOf(key, body).toString('base64url')}`;
}

/** Undefined: not of this installation, or too old. */
export function readPass<Pass extends Dated>(key: Buffer, text: string, now: string): Pass | undefined {
  const [body = '', mac = ''] = text.split('.');
  const [given, expected] = [Buffer.from(mac, 'base64url'), macOf(key, body)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const pass = JSON.parse(Buffer.from(body, 'base64url').toString()) as Pass;
  return Date.parse(now) - Date.parse(pass.at) > TERM_MS ? undefined : pass;
}

function macOf(key: Buffer, body: string): Buffer {
  return createHmac('sha256', key).update(body).digest();
}

/** The purpose of the key of an `InWorkPass` (`Secrets`). */
export const IN_WORK_PASS = 'in-work-pass';

/** How many open questions had which setting of a district, by code: what is not there may be removed from its file. */
export interface InWorkPass
  extends Dated, Record<'departments' | 'topics' | 'settlements', Readonly<Record<string, number>>> {
  readonly district: number;
}

/** The purpose of the key of a `PrintPass` (`Secrets`). */
export const PRINT_PASS = 'print-pass';

/** Names of a print of letters are opened, and on record with the letters: no other record of the same press. */
export interface PrintPass extends Dated {
  readonly district: number;
  readonly official: string;
  /** The id of the record in search, and the notices that it names. */
  readonly opening: string;
  readonly letters: readonly string[];
}
