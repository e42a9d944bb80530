import { checkSignature } from '@otklik/signatures/check';
import { EsiaRefusal } from './esia-refusal.js';

/** The information system as it is registered at ЕСИА. */
export interface RegisteredSystem {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** DER. */
  readonly certificate: Uint8Array;
  readonly certificateHash: string;
  readonly scopes: readonly string[];
}

const MAX_AGE_MS = 5 * 60_000;
/** In the order in which they are signed. */
const SIGNED = ['client_id', 'scope', 'scope_org', 'timestamp', 'state', 'redirect_uri', 'code'] as const;

/** What the requests for a code and for a token have in common. Throws `EsiaRefusal`. */
export async function checkRequest(sent: URLSearchParams, system: RegisteredSystem, now: Date): Promise<void> {
  demand(
    [...new Set(sent.keys())].every((name) => sent.getAll(name).length === 1),
    'PARAMETER',
  );
  demand(sent.get('client_id') === system.clientId, 'CLIENT');
  demand(system.redirectUris.includes(sent.get('redirect_uri') ?? ''), 'REDIRECT');
  const scopes = (sent.get('scope') ?? '').split(' ');
  demand(scopes.includes('openid') && scopes.every((scope) => system.scopes.includes(scope)), 'SCOPE');
  demand(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(sent.get('state') ?? ''), 'PARAMETER');
  demand(Math.abs(now.getTime() - timeOf(sent.get('timestamp') ?? '')) <= MAX_AGE_MS, 'TIME');
  demand(sent.get('client_certificate_hash') === system.certificateHash, 'SIGNATURE');
  const text = SIGNED.map((name) => sent.get(name) ?? '').join('');
  const signature = Buffer.from(sent.get('client_secret') ?? '', 'base64url');
  const { verdict } = await checkSignature(Buffer.from(text), signature, { at: now, known: [system.certificate] });
  demand(verdict === 'INTACT', 'SIGNATURE');
}

export function demand(isRight: boolean, refusal: EsiaRefusal['refusal']): void {
  if (!isRight) throw new EsiaRefusal(refusal);
}

/** `2026.12.03 05:30:00 +0900`; NaN for anything else. */
function timeOf(timestamp: string): number {
  const found = /^(\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(timestamp);
  if (!found) return NaN;
  const [, year, month, day, time, hours, minutes] = found;
  return Date.parse(`${year}-${month}-${day}T${time}${hours}:${minutes}`);
}
