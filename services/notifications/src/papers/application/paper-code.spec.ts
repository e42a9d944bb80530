import { expect, it } from '@jest/globals';
import { Secrets } from '@otklik/vault';
import { PaperCodes, readCode, shownCode } from './paper-code.js';

const codes = new PaperCodes({ of: (purpose: string) => Buffer.from(purpose.padEnd(32)) } as Secrets);

it('gives a letter the same code whenever it is asked, and another letter or district another', () => {
  const code = codes.of(1, 'a');
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  expect(codes.of(1, 'a')).toBe(code);
  expect(new Set([code, codes.of(1, 'b'), codes.of(2, 'a')]).size).toBe(3);
});

it('reads a code as people type it', () => {
  const code = codes.of(1, 'a');
  expect(shownCode(code)).toMatch(/^.{4}-.{4}-.{4}$/);
  expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
  expect(readCode('OIL0-1234-5678')).toBe('011012345678');
});

it.each(['', 'abc', 'UUUU-UUUU-UUUU', '0'.repeat(13), '<script>!!!!'])('reads no code in %j', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});
