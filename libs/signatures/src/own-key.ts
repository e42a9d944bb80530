import { p256 } from '@noble/curves/nist.js';
import {
  BitString,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as Asn1Set,
  UTCTime,
  Utf8String,
} from 'asn1js';
import { createHash, hkdfSync } from 'node:crypto';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  PublicKeyInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
} from 'pkijs';

/** The purpose of the derived secret (`Secrets`). */
export const LETTER_KEY = 'letter-signature';

/**
 * The key of a district for a year (ECDSA P-256), which proves what the installation made. It derives from the installation's secret, as
 * that of the chains does: it is in no table, and a restored backup has those of all years again.
 */
export interface OwnKey {
  /** Self-signed; the same bytes each time. */
  readonly certificate: Uint8Array;
  /** A detached CMS (CAdES-BES) over exactly these bytes. */
  readonly sign: (bytes: Uint8Array, at: Date) => Uint8Array;
}

const OID = {
  ecdsaSha256: '1.2.840.10045.4.3.2',
  ecKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
  sha256: '2.16.840.1.101.3.4.2.1',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
} as const;

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());

const SEED_BYTES = 48;
const SERIAL_BYTES = 16;
/** Letters of the last days of a year leave in the first of the next. */
const DAYS_AFTER = 31;
const DAY_MS = 86_400_000;

/** The key that signs at the instant (ISO 8601 UTC). `secret`: that of `LETTER_KEY`. */
export function ownKeyAt(secret: Uint8Array, district: string, at: string): OwnKey {
  return ownKey(secret, district, Number(at.slice(0, 4)));
}

/** `secret`: that of `LETTER_KEY`. */
export function ownKey(secret: Uint8Array, district: string, year: number): OwnKey {
  const seed = new Uint8Array(hkdfSync('sha256', secret, '', `${district} ${year}`, SEED_BYTES));
  const key = p256.utils.randomSecretKey(seed);
  const certificate = certify(key, district, year);
  return {
    certificate: new Uint8Array(certificate.toSchema().toBER()),
    sign: (bytes, at) => signWith(key, certificate, bytes, at),
  };
}

const signature = (key: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(p256.sign(bytes, key, { format: 'der', lowS: false }));

function certify(key: Uint8Array, district: string, year: number): Certificate {
  const publicKey = p256.getPublicKey(key, false);
  const certificate = new Certificate();
  certificate.version = 2;
  const serial = sha256(publicKey).slice(0, SERIAL_BYTES);
  serial[0]! &= 0x7f;
  serial[0]! |= 0x40;
  certificate.serialNumber = new Integer({ valueHex: serial.buffer as ArrayBuffer });
  for (const name of [certificate.issuer, certificate.subject])
    for (const [type, value] of [
      [OID.commonName, `Otklik ${district} ${year}`],
      [OID.organisation, `Otklik ${district}`],
    ] as const)
      name.typesAndValues.push(new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }));
  certificate.notBefore = new Time({ value: new Date(Date.UTC(year, 0, 1) - DAY_MS) });
  certificate.notAfter = new Time({ value: new Date(Date.UTC(year + 1, 0, 1) + DAYS_AFTER * DAY_MS) });
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({
    algorithm: new AlgorithmIdentifier({
      algorithmId: OID.ecKey,
      algorithmParams: new ObjectIdentifier({ value: OID.p256 }),
    }),
    subjectPublicKey: new BitString({ valueHex: Uint8Array.from(publicKey).buffer }),
  });
  const digitalSignature = new BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 });
  certificate.extensions = [
    new Extension({ extnID: OID.basicConstraints, critical: true, extnValue: new Sequence().toBER() }),
    new Extension({ extnID: OID.keyUsage, critical: true, extnValue: digitalSignature.toBER() }),
  ];
  certificate.signature = new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 });
  certificate.signatureAlgorithm = certificate.signature;
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.signatureValue = new BitString({ valueHex: signature(key, certificate.tbsView).buffer });
  return certificate;
}

function signWith(key: Uint8Array, certificate: Certificate, bytes: Uint8Array, at: Date): Uint8Array {
  const octets = (value: Uint8Array) => new OctetString({ valueHex: Uint8Array.from(value).buffer });
  const thumbprint = octets(sha256(new Uint8Array(certificate.toSchema().toBER())));
  // SigningCertificateV2 ⊃ certs ⊃ ESSCertIDv2, whose hash is SHA-256 where it names none.
  const signed = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [thumbprint] })] })],
  });
  const values = [
    [OID.contentType, new ObjectIdentifier({ value: OID.data })],
    [OID.signingTime, new UTCTime({ valueDate: at })],
    [OID.messageDigest, octets(sha256(bytes))],
    [OID.signingCertificate, signed],
  ] as const;
  const attributes = values.map(([type, value]) => new Attribute({ type, values: [value] }));
  // DER orders the members of a set by their bytes.
  attributes.sort((one, other) => Buffer.compare(der(one), der(other)));
  const covered = new Asn1Set({ value: attributes.map((one) => one.toSchema()) }).toBER();
  const digest = new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: digest,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signature: octets(signature(key, new Uint8Array(covered))),
  });
  const data = new SignedData({
    version: 1,
    digestAlgorithms: [digest],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate],
    signerInfos: [signer],
  });
  const content = new ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

function der(attribute: Attribute): Buffer {
  return Buffer.from(attribute.toSchema().toBER());
}
