import { BasicConstraints, type Certificate } from 'pkijs';
import { sameBytes } from './bytes.js';
import { isSignedBy } from './signed-by-key.js';

const MAX_ISSUERS = 4;
const BASIC_CONSTRAINTS = '2.5.29.19';

export interface Issuers {
  readonly known: readonly Certificate[];
  /** That came with the signature: they may stand between, and prove nothing by themselves. */
  readonly between: readonly Certificate[];
  /** All of the chain must be in their term then. */
  readonly at: Date;
}

const der = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema().toBER());

export function isInTerm({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return at >= notBefore.value && at <= notAfter.value;
}

/** Whether it is known, or its chain of issuers ends with one that is. */
export async function isFrom(certificate: Certificate, issuers: Issuers, left = MAX_ISSUERS): Promise<boolean> {
  const { known, between, at } = issuers;
  if (known.some((one) => isSame(one, certificate))) return true;
  if (left === 0) return false;
  const ends = known.filter((one) => isAuthority(one) !== false);
  for (const one of ends) if (await hasIssued(one, certificate, at)) return true;
  const others = between.filter((one) => isAuthority(one) === true && !isSame(one, certificate));
  for (const one of others)
    if ((await hasIssued(one, certificate, at)) && (await isFrom(one, issuers, left - 1))) return true;
  return false;
}

const isSame = (one: Certificate, other: Certificate): boolean => sameBytes(der(one), der(other));

/** Undefined: it does not say; certificates of former versions have no place for it. */
function isAuthority({ extensions = [] }: Certificate): boolean | undefined {
  const constraints = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue as unknown;
  return constraints instanceof BasicConstraints ? constraints.cA : undefined;
}

async function hasIssued(issuer: Certificate, certificate: Certificate, at: Date): Promise<boolean> {
  if (!isInTerm(issuer, at) || !issuer.subject.isEqual(certificate.issuer)) return false;
  const signed = await isSignedBy(issuer.subjectPublicKeyInfo, {
    algorithm: certificate.signatureAlgorithm,
    digest: '',
    bytes: certificate.tbsView,
    signature: certificate.signatureValue.valueBlock.valueHexView,
  }).catch(() => false);
  return signed === true;
}
