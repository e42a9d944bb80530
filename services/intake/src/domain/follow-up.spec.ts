import { expect, it } from '@jest/globals';
import { base32, normalCode, receiptNumber } from './follow-up.js';

it('encodes bits in Crockford’s base32', () => {
  const bytes = Uint8Array.from([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
  expect(base32(bytes, 16)).toBe('0123456789ABCDEF');
  expect(base32(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff]), 8)).toBe('ZZZZZZZZ');
  expect(base32(Uint8Array.from([0x08, 0x40]), 3)).toBe('110');
});

it('normalises a typed code', () => {
  expect(normalCode(' vbk1-za5z gnfp–sven ')).toBe('VBK1ZA5ZGNFPSVEN');
  expect(normalCode('IlO0')).toBe('1100');
});

it('derives the receipt number from the appeal’s id', () => {
  expect(receiptNumber('8a47a229-093c-5ce4-b46a-972b4bc3d7f9')).toBe('PHN9E-ATBRF');
});
