import { WrongConfiguration } from '@otklik/host';
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { GatewayConfig } from '../../config.js';
import { requestSigner, type RequestSigner } from './request-signer.js';

export interface EsiaSettings {
  /** Where ЕСИА is reached. */
  readonly url: URL;
  /** `iss` of its tokens, which is no address to call. */
  readonly issuer: string;
  /** Мнемоника of the information system. */
  readonly clientId: string;
  /** GOST R 34.11-2012 (256) of the system's certificate (DER), hexadecimal. */
  readonly certificateHash: string;
  /** Keys with which ЕСИА signs tokens (RS256): the present one, and the next one while it changes them. */
  readonly tokenKeys: readonly KeyObject[];
  readonly signer: RequestSigner;
}

type EsiaConfig = Pick<
  GatewayConfig,
  | ('esiaClientId' | 'esiaUrl' | 'esiaIssuer' | 'esiaCertificateHash' | 'esiaTokenKeys')
  | ('esiaSigner' | 'esiaSignerToken' | 'residentIssuer')
>;

/** Undefined where residents do not sign in by ЕСИА. Throws `WrongConfiguration`. */
export function esiaSettings(config: EsiaConfig): EsiaSettings | undefined {
  const { esiaClientId: clientId, esiaCertificateHash: certificateHash, esiaTokenKeys, esiaSigner } = config;
  const isBegun = [certificateHash, esiaTokenKeys, esiaSigner].some((one) => one !== undefined);
  if (clientId === undefined && isBegun)
    throw new WrongConfiguration('OTKLIK_ESIA_CLIENT_ID: must be given with the other variables of OTKLIK_ESIA_');
  if (clientId === undefined) return undefined;
  if (config.residentIssuer !== undefined)
    throw new WrongConfiguration('OTKLIK_ESIA_CLIENT_ID: must not be given with OTKLIK_RESIDENT_ISSUER');
  if (certificateHash === undefined || esiaTokenKeys === undefined || esiaSigner === undefined)
    throw new WrongConfiguration(
      'OTKLIK_ESIA_CERTIFICATE_HASH, OTKLIK_ESIA_TOKEN_KEYS, OTKLIK_ESIA_SIGNER: must be given with OTKLIK_ESIA_CLIENT_ID',
    );
  if (!/^[\da-f]{64}$/i.test(certificateHash))
    throw new WrongConfiguration('OTKLIK_ESIA_CERTIFICATE_HASH: must be 64 hexadecimal digits');
  return {
    url: new URL(config.esiaUrl),
    issuer: config.esiaIssuer,
    clientId,
    certificateHash,
    tokenKeys: keysIn(esiaTokenKeys),
    signer: requestSigner(esiaSigner, config.esiaSignerToken),
  };
}

const PEM = /-----BEGIN (CERTIFICATE|PUBLIC KEY)-----[\s\S]+?-----END \1-----/g;
const MIN_RSA_BITS = 2_048;

function keysIn(text: string): readonly KeyObject[] {
  const keys = (text.match(PEM) ?? []).flatMap(rsaKey);
  if (keys.length > 0) return keys;
  throw new WrongConfiguration('OTKLIK_ESIA_TOKEN_KEYS: must be PEM of RSA certificates or public keys of ЕСИА');
}

function rsaKey(pem: string): readonly KeyObject[] {
  try {
    const key = createPublicKey(pem);
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS ? [key] : [];
  } catch (error) {
    throw new WrongConfiguration(`OTKLIK_ESIA_TOKEN_KEYS: cannot be read, ${(error as NodeJS.ErrnoException).code}`);
  }
}
