import type { SignatureLevel } from '@otklik/contracts/enumerations';
import type { AttachSignature } from './notice.signature.js';

/** A signature of a level; one of another level is another one. */
export function signatureSample(level: SignatureLevel): AttachSignature['signed'] {
  return {
    level,
    sheet: 'a1'.repeat(32),
    signature: level.padEnd(64, '0'),
    algorithm: 'GOST R 34.10-2012 (256)',
    certificate: {
      number: '01d7',
      thumbprint: 'b2'.repeat(32),
      from: '2026-01-01T00:00:00.000Z',
      until: '2027-04-01T00:00:00.000Z',
    },
    signer: 'Петров Павел Павлович',
    issuer: 'УЦ района',
    signedAt: '2026-11-24T03:00:00.000Z',
  };
}
