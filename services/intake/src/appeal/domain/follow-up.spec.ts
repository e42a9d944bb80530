import { expect, it } from '@jest/globals';
import { sameShape } from '@otklik/kernel';
import { base32, receiptNumber } from './follow-up.js';

it('encodes bits in Crockford’s base32', () => {
  const bytes = Uint8Array.from([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
  expect(base32(bytes, 16)).toBe('0123456789ABCDEF');
  expect(base32(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff]), 8)).toBe('ZZZZZZZZ');
  expect(base32(Uint8Array.from([0x08, 0x40]), 3)).toBe('110');
});

it('ignores letter case, blanks and dashes of a typed number or code', () => {
  expect(sameShape(' vbk1-za5z gnfp–sven ')).toBe('VBK1ZA5ZGNFPSVEN');
  expect(sameShape('IlO0')).toBe('1100');
  expect(sameShape(' алд–о — 2026-17 ')).toBe(sameShape('АЛД-О-2026-17'));
});

it.each([
  ['HMXDD-C09WM', 'НМХDD-С09WМ'],
  ['5N4J-N4JB-EKQX-EHNJ', '5N4J-N4JВ-ЕКQХ-ЕНNJ'],
  ['TOMP-0ABC', 'томр-оавс'],
  ['АЛД-С-2026-214', 'AЛД-C-2026-214'],
])('reads %s typed with look-alikes of the other alphabet as %s', (meant, typed) => {
  expect(sameShape(typed)).toBe(sameShape(meant));
});

it('keeps the characters of the code apart', () => {
  const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
  expect(new Set(alphabet.map(sameShape)).size).toBe(32);
});

it('derives the receipt number from the appeal’s id', () => {
  expect(receiptNumber('8a47a229-093c-5ce4-b46a-972b4bc3d7f9')).toBe('PHN9E-ATBRF');
});
