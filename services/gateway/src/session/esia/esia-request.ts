import { compact } from '@otklik/kernel';

/** The parameters that ЕСИА's signature covers; the order of their names in `SIGNED` is the order of the signed text. */
export interface SignedParameters {
  readonly clientId: string;
  readonly scope: string;
  readonly timestamp: string;
  readonly state: string;
  readonly redirectUri: string;
  /** Of the request for the token alone. */
  readonly code?: string;
}

/** Rights of organisations are not asked for; the parameter is part of the signed text all the same. */
const SCOPE_ORG = '';

/** What is signed: the values one after the other, without a separator. */
export function signedText({ clientId, scope, timestamp, state, redirectUri, code = '' }: SignedParameters): string {
  return [clientId, scope, SCOPE_ORG, timestamp, state, redirectUri, code].join('');
}

/** The same parameters as they are sent, with the signature. */
export function sentParameters(
  { clientId, scope, timestamp, state, redirectUri, code }: SignedParameters,
  certificateHash: string,
  signature: Uint8Array,
): Readonly<Record<string, string>> {
  return compact({
    client_id: clientId,
    scope,
    scope_org: SCOPE_ORG,
    timestamp,
    state,
    redirect_uri: redirectUri,
    code,
    client_certificate_hash: certificateHash,
    client_secret: Buffer.from(signature).toString('base64url'),
  });
}

/** `2026.12.03 05:30:00 +0000`. */
export function requestTime(at: Date): string {
  const [day, time] = at.toISOString().split(/[T.]/);
  return `${day!.replaceAll('-', '.')} ${time} +0000`;
}
