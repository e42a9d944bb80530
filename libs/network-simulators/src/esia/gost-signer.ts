import { gostCurve, streebog } from '@otklik/signatures/gost';
import { BitString, Integer, ObjectIdentifier, OctetString, Sequence, Utf8String } from 'asn1js';
import { randomBytes } from 'node:crypto';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PublicKeyInfo,
  SignedData,
  SignerInfo,
  Time,
} from 'pkijs';

const OID = {
  key: '1.2.643.7.1.1.1.1',
  signature: '1.2.643.7.1.1.3.2',
  digest: '1.2.643.7.1.1.2.2',
  curve: '1.2.643.7.1.2.1.1.1',
  commonName: '2.5.4.3',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
} as const;
const SIZE = 32;
const YEAR_MS = 365 * 86_400_000;
const { Point } = gostCurve(OID.curve)!;

/**
 * An information system's GOST key with a self-signed certificate, as ЕСИА's test stand takes it, and the signer that makes a detached
 * PKCS#7 with it. For tests: no certified tool.
 */
export class GostSigner {
  private readonly key = numberOf(randomBytes(SIZE));
  private readonly certified: Certificate;
  readonly certificate: Uint8Array;

  constructor(name = 'OTKLIK01') {
    this.certified = this.certify(name);
    this.certificate = derOf(this.certified);
  }

  /** Of the certificate, as `cpverify` prints it. */
  get certificateHash(): string {
    return Buffer.from(streebog(256, this.certificate)).toString('hex').toUpperCase();
  }

  /** A detached PKCS#7, DER. */
  sign(bytes: Uint8Array): Uint8Array {
    const { issuer, serialNumber } = this.certified;
    const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: OID.digest });
    const signer = new SignerInfo({
      version: 1,
      sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
      digestAlgorithm,
      signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.signature }),
      signature: new OctetString({ valueHex: this.signature(bytes).buffer }),
    });
    const data = new SignedData({
      version: 1,
      digestAlgorithms: [digestAlgorithm],
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
      certificates: [this.certified],
      signerInfos: [signer],
    });
    return derOf(new ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) }));
  }

  /** RFC 7091: s, then r. */
  private signature(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const { Fn } = Point;
    const hash = Fn.create(numberOf(reversed(streebog(256, bytes)))) || 1n;
    const once = Fn.create(numberOf(randomBytes(SIZE)));
    const r = Fn.create(Point.BASE.multiply(once).toAffine().x);
    const s = Fn.add(Fn.mul(r, Fn.create(this.key)), Fn.mul(once, hash));
    return Uint8Array.from([...bytesOf(s), ...bytesOf(r)]);
  }

  private certify(name: string): Certificate {
    const certificate = new Certificate();
    certificate.version = 2;
    certificate.serialNumber = new Integer({ value: 1 });
    for (const one of [certificate.issuer, certificate.subject]) {
      const value = new Utf8String({ value: name });
      one.typesAndValues.push(new AttributeTypeAndValue({ type: OID.commonName, value }));
    }
    certificate.notBefore = new Time({ value: new Date(Date.now() - YEAR_MS) });
    certificate.notAfter = new Time({ value: new Date(Date.now() + YEAR_MS) });
    const { x, y } = Point.BASE.multiply(Point.Fn.create(this.key)).toAffine();
    const point = Uint8Array.from([...reversed(bytesOf(x)), ...reversed(bytesOf(y))]);
    certificate.subjectPublicKeyInfo = new PublicKeyInfo({
      algorithm: new AlgorithmIdentifier({
        algorithmId: OID.key,
        algorithmParams: new Sequence({
          value: [OID.curve, OID.digest].map((value) => new ObjectIdentifier({ value })),
        }),
      }),
      subjectPublicKey: new BitString({ valueHex: new OctetString({ valueHex: point.buffer }).toBER() }),
    });
    certificate.signature = new AlgorithmIdentifier({ algorithmId: OID.signature });
    certificate.signatureAlgorithm = certificate.signature;
    certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
    certificate.signatureValue = new BitString({ valueHex: this.signature(certificate.tbsView).buffer });
    return certificate;
  }
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function bytesOf(number: bigint): Uint8Array {
  return Buffer.from(number.toString(16).padStart(SIZE * 2, '0'), 'hex');
}

function reversed(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes).reverse();
}

function derOf(one: Certificate | ContentInfo): Uint8Array {
  return new Uint8Array(one.toSchema().toBER());
}
