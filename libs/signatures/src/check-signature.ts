import { GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime, fromBER } from 'asn1js';
import { Certificate, ContentInfo, SignedData, type IssuerAndSerialNumber, type SignerInfo } from 'pkijs';
import { hex, sameBytes } from './bytes.js';
import { describeCertificate, type SigningCertificate } from './certificate.js';
import { isFrom, isInTerm } from './chain.js';
import { algorithmName, digestBy, isSignedBy } from './signed-by-key.js';

/**
 * INTACT: by a certificate that is known here, or whose chain ends with one. UNKNOWN_CHAIN: unchanged, but who issued the certificate is not known here.
 * EXPIRED: unchanged, outside the certificate's term. BROKEN: of other bytes, changed, or no signature at all. NOT_CHECKED: an algorithm that cannot
 * be computed here: nothing is said.
 */
export type SignatureVerdict = 'INTACT' | 'BROKEN' | 'UNKNOWN_CHAIN' | 'EXPIRED' | 'NOT_CHECKED';

/** Why: of BROKEN and NOT_CHECKED. */
export type SignatureFault = 'NO_SIGNATURE' | 'OTHER_BYTES' | 'CHANGED' | 'ALGORITHM';

export interface CheckedSignature {
  readonly verdict: SignatureVerdict;
  readonly fault?: SignatureFault;
  readonly certificate?: SigningCertificate;
  readonly algorithm?: string;
  /** What the signer says, ISO 8601 UTC: no proof of the time. */
  readonly signedAt?: string;
}

export interface CheckedAgainst {
  /** When its certificate must be in its term. */
  readonly at: Date;
  /** Certificates (DER) that are known: the signer's own, or those of authorities at the end of its chain. */
  readonly known?: readonly Uint8Array[];
}

const MAX_BYTES = 2_000_000;
const LIMITS = { maxDepth: 40, maxNodes: 20_000 };
const MAX_SIGNERS = 4;
const OID = {
  signedData: '1.2.840.113549.1.7.2',
  digest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const NONE: CheckedSignature = { verdict: 'BROKEN', fault: 'NO_SIGNATURE' };

/** Whether `signature` (CMS, detached; DER, base64 or PEM) covers exactly `bytes`. Never throws, whatever it is given. */
export async function checkSignature(
  bytes: Uint8Array,
  signature: Uint8Array,
  against: CheckedAgainst,
): Promise<CheckedSignature> {
  try {
    const data = signature.length > MAX_BYTES ? undefined : signedData(signature);
    const signers = data?.signerInfos ?? [];
    if (!data || signers.length === 0 || signers.length > MAX_SIGNERS) return NONE;
    const checked = await Promise.all(signers.map((signer) => checkSigner(bytes, data, signer, against)));
    return checked.find(({ verdict }) => verdict === 'BROKEN') ?? worst(checked);
  } catch {
    return NONE;
  }
}

const ORDER: readonly SignatureVerdict[] = ['BROKEN', 'NOT_CHECKED', 'EXPIRED', 'UNKNOWN_CHAIN', 'INTACT'];

function worst(checked: readonly CheckedSignature[]): CheckedSignature {
  return ORDER.map((verdict) => checked.find((one) => one.verdict === verdict)).find((one) => one) ?? NONE;
}

function signedData(signature: Uint8Array): SignedData | undefined {
  const der = Uint8Array.from(derOf(signature));
  const { offset, result } = fromBER(der.buffer, LIMITS);
  if (offset === -1) return undefined;
  const content = new ContentInfo({ schema: result });
  return content.contentType === OID.signedData ? new SignedData({ schema: content.content }) : undefined;
}

const DER_SEQUENCE = 0x30;

function derOf(signature: Uint8Array): Uint8Array {
  // The text «0…» of base64 would begin with this byte, too; CMS in base64 begins with M.
  if (signature[0] === DER_SEQUENCE) return signature;
  const text = new TextDecoder('latin1').decode(signature).replaceAll(/-----[A-Z0-9 ]+-----|\s/g, '');
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function checkSigner(
  bytes: Uint8Array,
  data: SignedData,
  signer: SignerInfo,
  against: CheckedAgainst,
): Promise<CheckedSignature> {
  const certificate = certificateOf(data, signer);
  if (!certificate) return { verdict: 'NOT_CHECKED', fault: 'ALGORITHM' };
  const fault = await faultOf(bytes, signer, certificate);
  const verdict = fault === undefined ? await holds(certificate, data, against) : verdictOf(fault);
  return {
    verdict,
    ...(fault && { fault }),
    certificate: await describeCertificate(certificate),
    algorithm: algorithmName(certificate.subjectPublicKeyInfo),
    ...signedAt(signer),
  };
}

const verdictOf = (fault: SignatureFault): SignatureVerdict => (fault === 'ALGORITHM' ? 'NOT_CHECKED' : 'BROKEN');

/** Undefined: it covers exactly these bytes, and was made by the certificate's key. */
async function faultOf(
  bytes: Uint8Array,
  signer: SignerInfo,
  certificate: Certificate,
): Promise<SignatureFault | undefined> {
  const digest = signer.digestAlgorithm.algorithmId;
  const hash = await digestBy(digest, bytes);
  if (!hash) return 'ALGORITHM';
  const attributes = signer.signedAttrs;
  if (attributes && !sameBytes(hash, octets(signer, OID.digest))) return 'OTHER_BYTES';
  if (!(await namesCertificate(signer, certificate))) return 'CHANGED';
  const isSigned = await isSignedBy(certificate.subjectPublicKeyInfo, {
    algorithm: signer.signatureAlgorithm,
    digest,
    bytes: attributes ? new Uint8Array(attributes.encodedValue) : bytes,
    signature: signer.signature.valueBlock.valueHexView,
  }).catch(() => (isKnownKey(certificate) ? false : undefined));
  if (isSigned === undefined) return 'ALGORITHM';
  if (!isSigned) return attributes ? 'CHANGED' : 'OTHER_BYTES';
  return undefined;
}

async function holds(
  certificate: Certificate,
  { certificates = [] }: SignedData,
  { at, known = [] }: CheckedAgainst,
): Promise<SignatureVerdict> {
  if (!isInTerm(certificate, at)) return 'EXPIRED';
  const issuers = {
    known: known.map((one) => Certificate.fromBER(Uint8Array.from(one).buffer)),
    between: certificates.filter((one) => one instanceof Certificate),
    at,
  };
  return (await isFrom(certificate, issuers)) ? 'INTACT' : 'UNKNOWN_CHAIN';
}

/** Whose name is words: others have been named by their number. */
function isKnownKey(certificate: Certificate): boolean {
  return !/^[\d.]+$/.test(algorithmName(certificate.subjectPublicKeyInfo));
}

function certificateOf({ certificates = [] }: SignedData, { sid }: SignerInfo): Certificate | undefined {
  const all = certificates.filter((one) => one instanceof Certificate);
  if (!(sid as IssuerAndSerialNumber).serialNumber) {
    const wanted = hex((sid as OctetString).valueBlock.valueHexView);
    return all.find((one) => hex(keyIdentifier(one)) === wanted);
  }
  const { issuer, serialNumber } = sid as IssuerAndSerialNumber;
  return all.find((one) => one.issuer.isEqual(issuer) && one.serialNumber.isEqual(serialNumber));
}

function keyIdentifier({ extensions = [] }: Certificate): Uint8Array {
  const value = extensions.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue as unknown;
  return value instanceof OctetString ? value.valueBlock.valueHexView : new Uint8Array();
}

function attribute({ signedAttrs }: SignerInfo, oid: string): unknown {
  return signedAttrs?.attributes.find(({ type }) => type === oid)?.values[0];
}

function octets(signer: SignerInfo, oid: string): Uint8Array {
  const value = attribute(signer, oid);
  return value instanceof OctetString ? value.valueBlock.valueHexView : new Uint8Array();
}

function signedAt(signer: SignerInfo): { readonly signedAt?: string } {
  const value = attribute(signer, OID.signingTime);
  const isTime = value instanceof UTCTime || value instanceof GeneralizedTime;
  return isTime ? { signedAt: value.toDate().toISOString() } : {};
}

/**
 * Whether the certificate is the one that was signed with (signing-certificate-v2), where that is said: another with the same key and
 * number could name another person.
 */
async function namesCertificate(signer: SignerInfo, certificate: Certificate): Promise<boolean> {
  const said = attribute(signer, OID.signingCertificate);
  if (said === undefined) return true;
  const parts = child(child(child(said, 0), 0), undefined) as readonly unknown[];
  const hash = parts.find((part) => part instanceof OctetString);
  const named = parts[0] instanceof Sequence ? child(parts[0], 0) : undefined;
  const oid = hash === parts[0] ? OID.sha256 : named instanceof ObjectIdentifier ? named.getValue() : '';
  const expected = await digestBy(oid, new Uint8Array(certificate.toSchema().toBER()));
  return !!expected && !!hash && sameBytes(expected, hash.valueBlock.valueHexView);
}

function child(of: unknown, at: number | undefined): unknown {
  const value = of instanceof Sequence ? of.valueBlock.value : [];
  return at === undefined ? value : value[at];
}
