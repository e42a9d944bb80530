import { gostCurve } from './gost-curves.js';
import { hex } from './bytes.js';

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x0${hex(bytes)}`);
const reversed = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes).reverse();

/** What is not a signature on this curve at all. */
export class NotOnCurve extends Error {
  override readonly name = 'NotOnCurve';
}

/**
 * GOST R 34.10-2012 (RFC 7091): whether `signature` (s, then r) is of this hash by the key (x, then y, each with its last byte first).
 * Undefined: the curve is not known here.
 */
export function verifyGost(
  curveOid: string,
  publicKey: Uint8Array,
  hash: Uint8Array,
  signature: Uint8Array,
): boolean | undefined {
  const curve = gostCurve(curveOid);
  if (!curve) return undefined;
  const { size, Point } = curve;
  if (publicKey.length !== 2 * size || signature.length !== 2 * size || hash.length !== size) throw new NotOnCurve();
  const Fn = Point.Fn;
  const s = numberOf(signature.subarray(0, size));
  const r = numberOf(signature.subarray(size));
  if (![s, r].every((one) => one > 0n && one < Fn.ORDER)) return false;
  const key = Point.fromAffine({
    x: numberOf(reversed(publicKey.subarray(0, size))),
    y: numberOf(reversed(publicKey.subarray(size))),
  });
  key.assertValidity();
  const inverse = Fn.inv(Fn.create(numberOf(reversed(hash))) || 1n);
  const z1 = Fn.mul(s, inverse);
  const z2 = Fn.neg(Fn.mul(r, inverse));
  const point = Point.BASE.multiplyUnsafe(z1).add(key.multiplyUnsafe(z2));
  return !point.is0() && Fn.create(point.toAffine().x) === r;
}
