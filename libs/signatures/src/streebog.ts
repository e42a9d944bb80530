import { A, C, PI, TAU } from '@li0ard/streebog/dist/const.js';

/**
 * GOST R 34.11-2012 (RFC 6986) over the tables of `@li0ard/streebog`, whose own entry does not load as an ES module, and takes a
 * minute for 20 MB: substitution, permutation and multiplication are one look-up for each byte here.
 */

const BLOCK = 64;
const WORDS = BLOCK / 4;

/** For each of the eight rows of a block and each byte: what it adds to the row's two words, after substitution. */
const LOOKED_UP = Array.from({ length: 8 }, (_, row) => {
  const words = new Uint32Array(512);
  for (let byte = 0; byte < 256; byte += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      if (((PI[byte]! >> (7 - bit)) & 1) === 0) continue;
      const at = (row * 8 + bit) * 2;
      words[byte * 2]! ^= A[at]!;
      words[byte * 2 + 1]! ^= A[at + 1]!;
    }
  }
  return words;
});

/** Substitution, permutation and multiplication of a block. */
function mixed(block: Uint8Array): Uint8Array {
  const out = new Uint8Array(BLOCK);
  for (let row = 0; row < 8; row += 1) {
    let high = 0;
    let low = 0;
    for (let column = 0; column < 8; column += 1) {
      const at = block[TAU[row * 8 + column]!]! * 2;
      const words = LOOKED_UP[column]!;
      high ^= words[at]!;
      low ^= words[at + 1]!;
    }
    for (let byte = 0; byte < 4; byte += 1) {
      out[row * 8 + byte] = high >>> (24 - byte * 8);
      out[row * 8 + 4 + byte] = low >>> (24 - byte * 8);
    }
  }
  return out;
}

function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  const out = new Uint8Array(BLOCK);
  for (let at = 0; at < BLOCK; at += 1) out[at] = one[at]! ^ other[at]!;
  return out;
}

function compressed(count: Uint8Array, hash: Uint8Array, message: Uint8Array): Uint8Array {
  let key = mixed(xor(hash, count));
  let state = xor(key, message);
  for (const constant of C) {
    state = mixed(state);
    key = mixed(xor(key, constant));
    state = xor(state, key);
  }
  return xor(xor(state, hash), message);
}

/** Adds to a big-endian number of 512 bits, in place. */
function add(to: Uint8Array, what: Uint8Array): void {
  let carry = 0;
  for (let at = BLOCK - 1; at >= 0; at -= 1) {
    carry += to[at]! + what[at]!;
    to[at] = carry & 0xff;
    carry >>= 8;
  }
}

function bits(count: number): Uint8Array {
  const out = new Uint8Array(BLOCK);
  new DataView(out.buffer).setUint32((WORDS - 1) * 4, count);
  return out;
}

/** The hash of 256 or 512 bits, in the order of bytes of the standards of signatures. */
export function streebog(size: 256 | 512, bytes: Uint8Array): Uint8Array {
  const count = new Uint8Array(BLOCK);
  const sum = new Uint8Array(BLOCK);
  let hash = new Uint8Array(BLOCK).fill(size === 512 ? 0 : 1);
  const take = (block: Uint8Array, length: number): void => {
    hash = compressed(count, hash, block) as Uint8Array<ArrayBuffer>;
    add(count, bits(length * 8));
    add(sum, block);
  };
  let at = 0;
  for (; at + BLOCK <= bytes.length; at += BLOCK)
    take(Uint8Array.from(bytes.subarray(at, at + BLOCK)).reverse(), BLOCK);
  const rest = new Uint8Array(BLOCK);
  rest.set(bytes.subarray(at));
  rest[bytes.length - at] = 1;
  take(rest.reverse(), bytes.length - at);
  const none = new Uint8Array(BLOCK);
  const done = compressed(none, compressed(none, hash, count), sum).reverse();
  return size === 512 ? done : done.slice(BLOCK / 2);
}
