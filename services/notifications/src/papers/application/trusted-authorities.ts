import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CERTIFICATE_FILE = /\.(cer|crt|pem|der)$/i;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Certificates (DER) of the authorities whose signatures this installation takes as TRUSTED: the operator loads those of the list of
 * accredited ones. What became of their accreditation since is not looked at.
 */
export abstract class TrustedAuthorities {
  abstract readonly certificates: readonly Uint8Array[];
}

/** Each file: one certificate (DER or base64), or several (PEM). Throws on what is none, so that a start tells of it. */
export function authoritiesIn(folder: string | undefined): TrustedAuthorities {
  if (folder === undefined) return { certificates: [] };
  const files = readdirSync(folder).filter((name) => CERTIFICATE_FILE.test(name));
  return { certificates: files.sort().flatMap((name) => certificatesIn(join(folder, name))) };
}

function certificatesIn(file: string): readonly Uint8Array[] {
  const bytes = readFileSync(file);
  const several = bytes.toString('latin1').match(PEM);
  try {
    return (several ?? [derOf(bytes)]).map((one) => new Uint8Array(new X509Certificate(one).raw));
  } catch {
    throw new Error(`${file} holds no certificate`);
  }
}

const DER_SEQUENCE = 0x30;

function derOf(bytes: Buffer): Buffer {
  return bytes[0] === DER_SEQUENCE ? bytes : Buffer.from(bytes.toString('latin1'), 'base64');
}
