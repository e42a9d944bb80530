import { createHmac, timingSafeEqual } from 'node:crypto';

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
}

const TERM_MS = 10 * 60_000;

export function signEvidencePass(key: Buffer, pass: EvidencePass): string {
  const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
  return `${body}.${macOf(key, body).toString('base64url')}`;
}

/** Undefined: not of this installation, or too old. */
export function readEvidencePass(key: Buffer, text: string, now: string): EvidencePass | undefined {
  const [body = '', mac = ''] = text.split('.');
  const [given, expected] = [Buffer.from(mac, 'base64url'), macOf(key, body)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const pass = JSON.parse(Buffer.from(body, 'base64url').toString()) as EvidencePass;
  return Date.parse(now) - Date.parse(pass.at) > TERM_MS ? undefined : pass;
}

function macOf(key: Buffer, body: string): Buffer {
  return createHmac('sha256', key).update(body).digest();
}
