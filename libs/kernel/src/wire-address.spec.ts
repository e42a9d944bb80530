import { expect, it } from '@jest/globals';
import { isAddress, wireAddress } from './mail.js';

it('names a host beyond ASCII as mail servers do', () => {
  expect(wireAddress('ivan@алдан.рф')).toBe('ivan@xn--80aal1am.xn--p1ai');
  expect(isAddress(wireAddress('ivan@алдан.рф'))).toBe(true);
  for (const text of [
    'ivan@aldan.example',
    'иван@aldan.example',
    'ivan@%65.example',
    'ivan',
    'a@б, eve@other.example',
  ]) {
    expect(wireAddress(text)).toBe(text);
  }
});
