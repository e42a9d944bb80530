import { signIds, verifyIds } from './signed-ids.js';

/** What a signed address names: a thing of a district. */
export interface Addressed {
  readonly district: number;
  /** UUID. */
  readonly id: string;
}

/** How many characters of the local part leave room for `+<tag>.<token>`, with a tag of one letter (RFC 5321: 64 in all). */
export const MAX_LOCAL_PART = 19;

const DISTRICT_BYTES = 2;
const ID_BYTES = 16;
/** Half of a link's MAC: the length of an address leaves no room for more. */
const MAC_BYTES = 8;
const BYTES = DISTRICT_BYTES + ID_BYTES + MAC_BYTES;
const DIGITS = Math.ceil((BYTES * 8) / 5);
const RADIX = 32;

/**
 * A token that fits into an address and cannot be forged. Digits to the base of 32, since mail servers change the case.
 */
export function addressToken(key: Buffer, { district, id }: Addressed): string {
  const place = Buffer.alloc(DISTRICT_BYTES);
  place.writeUInt16BE(district);
  const token = Buffer.concat([place, signIds(key, district, [id], MAC_BYTES)]);
  return BigInt(`0x${token.toString('hex')}`)
    .toString(RADIX)
    .padStart(DIGITS, '0');
}

/** What a token names; undefined for everything that was not made by this key. */
export function readAddressToken(key: Buffer, digits: string): Addressed | undefined {
  const token = bytesOf(digits.toLowerCase());
  if (!token) return undefined;
  const district = token.readUInt16BE();
  const id = verifyIds(key, district, token.subarray(DISTRICT_BYTES), MAC_BYTES)?.[0];
  return id === undefined ? undefined : { district, id };
}

/** `<local>+<tag>.<token>@<domain>` of a bare address. */
export function signedAddress(address: string, tag: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${tag}.${token}${address.slice(at)}`;
}

/** The token of an address that `signedAddress` made of this bare address and tag; undefined for every other address. */
export function tokenOf(address: string, of: string, tag: string): string | undefined {
  const given = address.toLowerCase();
  const [start, end] = signedAddress(of.toLowerCase(), tag, '\n').split('\n') as [string, string];
  if (!given.startsWith(start) || !given.endsWith(end) || given.length <= start.length + end.length) return undefined;
  return given.slice(start.length, given.length - end.length);
}

function bytesOf(digits: string): Buffer | undefined {
  if (!/^[0-9a-v]+$/.test(digits) || digits.length !== DIGITS) return undefined;
  const value = [...digits].reduce((sum, digit) => sum * BigInt(RADIX) + BigInt(parseInt(digit, RADIX)), 0n);
  const hex = value.toString(16).padStart(BYTES * 2, '0');
  return hex.length === BYTES * 2 ? Buffer.from(hex, 'hex') : undefined;
}
