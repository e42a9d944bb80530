import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUuid, uuidv5, uuidv7 } from './ids.js';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('uuidv5', () => {
  it('is that of RFC 9562, A.4', () => {
    expect(uuidv5(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is the same for the same name in any script, and another in another namespace', () => {
    const id = uuidv5(DNS, 'Өлүөхүмэ');
    expect(id).toBe(uuidv5(DNS, 'Өлүөхүмэ'));
    expect(uuidv5(id, 'Өлүөхүмэ')).not.toBe(id);
  });
});

describe('uuidv7', () => {
  it('is that of RFC 9562, A.6', () => {
    // 017F22E2-79B0-7CC3-98C4-DC0C0C07398F; the bits of version and variant are overwritten.
    const random = Buffer.from('0cc318c4dc0c0c07398f', 'hex');
    expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sorts by time for any random bytes', () =>
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(2 ** 40), fc.nat(2 ** 40)).filter(([a, b]) => a !== b),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        ([a, b], first, second) => {
          expect(uuidv7(a, first) < uuidv7(b, second)).toBe(a < b);
          expect(isUuid(uuidv7(a, first))).toBe(true);
        },
      ),
    ));
});

it('isUuid accepts UUIDs only', () => {
  expect(isUuid('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe(true);
  for (const text of ['', 'x', '017f22e279b07cc398c4dc0c0c07398f', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n']) {
    expect(isUuid(text)).toBe(false);
  }
});
