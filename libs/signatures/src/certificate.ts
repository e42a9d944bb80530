import type { Certificate, RelativeDistinguishedNames } from 'pkijs';
import { hex } from './bytes.js';

/** SHA-256 of the whole certificate (DER), hexadecimal: what tells it from another with the same name and number. */
export async function thumbprintOf(certificate: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(certificate))));
}

/** Of a certificate, what is said of who signed. Nothing else of its owner: numbers of persons stand in it, too. */
export interface SigningCertificate {
  readonly owner: string;
  readonly organisation?: string;
  readonly post?: string;
  readonly issuer: string;
  /** Hexadecimal; its issuer gives it, and a forger can give the same. */
  readonly number: string;
  /** See `thumbprintOf`. */
  readonly thumbprint: string;
  /** ISO 8601 UTC. */
  readonly from: string;
  readonly until: string;
}

const NAME = { common: '2.5.4.3', surname: '2.5.4.4', given: '2.5.4.42', organisation: '2.5.4.10', post: '2.5.4.12' };
const MAX_LENGTH = 200;
/** They would turn the words around them about. */
const NOT_SHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

export async function describeCertificate(certificate: Certificate): Promise<SigningCertificate> {
  const { subject, issuer, serialNumber, notBefore, notAfter } = certificate;
  const surname = part(subject, NAME.surname);
  const given = part(subject, NAME.given);
  const organisation = part(subject, NAME.organisation);
  const post = part(subject, NAME.post);
  return {
    owner: (surname && given ? `${surname} ${given}` : part(subject, NAME.common)) ?? '',
    ...(organisation && { organisation }),
    ...(post && { post }),
    issuer: part(issuer, NAME.common) ?? part(issuer, NAME.organisation) ?? '',
    number: hex(serialNumber.valueBlock.valueHexView).slice(0, MAX_LENGTH),
    thumbprint: await thumbprintOf(new Uint8Array(certificate.toSchema().toBER())),
    from: notBefore.value.toISOString(),
    until: notAfter.value.toISOString(),
  };
}

function part({ typesAndValues }: RelativeDistinguishedNames, type: string): string | undefined {
  const value: unknown = typesAndValues.find((one) => one.type === type)?.value.valueBlock.value;
  return typeof value === 'string' ? value.replaceAll(NOT_SHOWN, '').slice(0, MAX_LENGTH) : undefined;
}
