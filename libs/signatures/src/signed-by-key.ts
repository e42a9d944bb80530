import { Integer, ObjectIdentifier, OctetString, Sequence, fromBER } from 'asn1js';
import { type AlgorithmIdentifier, RSASSAPSSParams, type PublicKeyInfo } from 'pkijs';
import { verifyGost } from './gost-signature.js';
import { streebog } from './streebog.js';

/** SHA-1 and older ones are not here: a forger can choose two files with one hash. */
const SHA: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const STREEBOG: Readonly<Record<string, 256 | 512>> = {
  '1.2.643.7.1.1.2.2': 256,
  '1.2.643.7.1.1.2.3': 512,
};
/** Of keys; of signatures with a hash, the hash. */
const GOST: Readonly<Record<string, 256 | 512>> = {
  '1.2.643.7.1.1.1.1': 256,
  '1.2.643.7.1.1.1.2': 512,
  '1.2.643.7.1.1.3.2': 256,
  '1.2.643.7.1.1.3.3': 512,
};
const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const RSA_WITH: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};
const EC_KEY = '1.2.840.10045.2.1';
const ECDSA_WITH: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};
const CURVES: Readonly<Record<string, { readonly namedCurve: string; readonly size: number }>> = {
  '1.2.840.10045.3.1.7': { namedCurve: 'P-256', size: 32 },
  '1.3.132.0.34': { namedCurve: 'P-384', size: 48 },
  '1.3.132.0.35': { namedCurve: 'P-521', size: 66 },
};

const own = <Value>(of: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(of, key) ? of[key] : undefined;

/** Undefined: the algorithm is not known here. */
export async function digestBy(oid: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const size = own(STREEBOG, oid);
  if (size) return streebog(size, bytes);
  const name = own(SHA, oid);
  return name === undefined ? undefined : new Uint8Array(await crypto.subtle.digest(name, Uint8Array.from(bytes)));
}

/** A signature over `bytes`. */
export interface OverBytes {
  readonly algorithm: AlgorithmIdentifier;
  /** Identifier of the hash, where the algorithm names none. */
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Whether it was made by this key; undefined: cannot be said here. Throws on what is no key or signature at all. */
export async function isSignedBy(key: PublicKeyInfo, signed: OverBytes): Promise<boolean | undefined> {
  const { algorithmId } = key.algorithm;
  if (own(GOST, algorithmId)) return byGost(key, signed);
  if (algorithmId === RSA) return byRsa(key, signed);
  return algorithmId === EC_KEY ? byEcdsa(key, signed) : undefined;
}

/** What is written for people. */
export function algorithmName(key: PublicKeyInfo): string {
  const { algorithmId } = key.algorithm;
  const size = own(GOST, algorithmId);
  if (size) return `GOST R 34.10-2012 (${size})`;
  if (algorithmId === RSA) return 'RSA';
  return algorithmId === EC_KEY ? 'ECDSA' : algorithmId;
}

async function byGost(key: PublicKeyInfo, { algorithm, bytes, signature }: OverBytes): Promise<boolean | undefined> {
  const size = own(GOST, key.algorithm.algorithmId)!;
  const curve: unknown = (key.algorithm.algorithmParams as Sequence | undefined)?.valueBlock.value[0];
  if (own(GOST, algorithm.algorithmId) !== size || !(curve instanceof ObjectIdentifier)) return undefined;
  const inside = fromBER(Uint8Array.from(key.subjectPublicKey.valueBlock.valueHexView).buffer).result;
  if (!(inside instanceof OctetString)) return false;
  return verifyGost(curve.getValue(), inside.valueBlock.valueHexView, streebog(size, bytes), signature);
}

const spki = (key: PublicKeyInfo): ArrayBuffer => key.toSchema().toBER();

async function byRsa(key: PublicKeyInfo, signed: OverBytes): Promise<boolean | undefined> {
  const { algorithmId, algorithmParams } = signed.algorithm;
  const verify = async (name: string, hash: string | undefined, saltLength?: number) => {
    if (hash === undefined) return undefined;
    const imported = await crypto.subtle.importKey('spki', spki(key), { name, hash }, false, ['verify']);
    const how = saltLength === undefined ? { name } : { name, saltLength };
    return crypto.subtle.verify(how, imported, Uint8Array.from(signed.signature), Uint8Array.from(signed.bytes));
  };
  if (algorithmId === RSA_PSS) {
    const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithmParams as Sequence });
    return verify('RSA-PSS', own(SHA, hashAlgorithm.algorithmId), saltLength);
  }
  return verify('RSASSA-PKCS1-v1_5', hashOf(signed, RSA, RSA_WITH));
}

async function byEcdsa(key: PublicKeyInfo, signed: OverBytes): Promise<boolean | undefined> {
  const hash = hashOf(signed, EC_KEY, ECDSA_WITH);
  const named: unknown = key.algorithm.algorithmParams;
  const curve = named instanceof ObjectIdentifier ? own(CURVES, named.getValue()) : undefined;
  if (hash === undefined || !curve) return undefined;
  const name = 'ECDSA';
  const imported = await crypto.subtle.importKey('spki', spki(key), { name, ...curve }, false, ['verify']);
  const raw = rawSignature(signed.signature, curve.size);
  return crypto.subtle.verify({ name, hash }, imported, raw, Uint8Array.from(signed.bytes));
}

function hashOf(
  { algorithm, digest }: OverBytes,
  plain: string,
  combined: Readonly<Record<string, string>>,
): string | undefined {
  return algorithm.algorithmId === plain ? own(SHA, digest) : own(combined, algorithm.algorithmId);
}

/** The two numbers of a signature, as WebCrypto wants them: side by side. */
function rawSignature(der: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const both = fromBER(Uint8Array.from(der).buffer).result as Sequence;
  const raw = new Uint8Array(2 * size);
  for (const [index, one] of both.valueBlock.value.slice(0, 2).entries()) {
    const bytes = (one as Integer).valueBlock.valueHexView;
    const number = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
    raw.set(number, (index + 1) * size - number.length);
  }
  return raw;
}
