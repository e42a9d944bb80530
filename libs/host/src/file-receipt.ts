import { errors, jwtVerify, SignJWT } from 'jose';

/** What an official uploaded for an answer, as it is stored. */
export interface UploadedFile {
  readonly id: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly name?: string;
}

/** The answer that the file is for: its response, of one district. */
export interface ReceiptPlace {
  readonly district: number;
  readonly response: string;
}

const ALGORITHM = 'HS256';
const TYPE = 'file+jwt';
/** Shorter than the day after which an upload that nothing claimed is removed. */
const LIFETIME_S = 12 * 3_600;

/**
 * By a receipt the service that stores a file tells another one, through the client, that it has it: services never ask each other.
 * `key`: `Secrets.of('file-receipt')`. `at`: server clock, ISO 8601.
 */
export function signFileReceipt(
  key: Buffer,
  { district, response }: ReceiptPlace,
  file: UploadedFile,
  at: string,
): Promise<string> {
  const issuedAt = Math.floor(Date.parse(at) / 1000);
  return new SignJWT({ file })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setAudience(audienceOf(district, response))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_S)
    .sign(key);
}

/** Undefined for a receipt that is forged, too old, or of another place. */
export async function readFileReceipt(
  key: Buffer,
  { district, response }: ReceiptPlace,
  receipt: string,
  at: string,
): Promise<UploadedFile | undefined> {
  try {
    const { payload } = await jwtVerify<{ readonly file: UploadedFile }>(receipt, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      audience: audienceOf(district, response),
      requiredClaims: ['exp', 'iat', 'file'],
      clockTolerance: 30,
      currentDate: new Date(at),
    });
    return payload.file;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function audienceOf(district: number, response: string): string {
  return `${district}/${response.toLowerCase()}`;
}
