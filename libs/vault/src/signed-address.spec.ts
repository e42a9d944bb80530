import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { addressToken, MAX_LOCAL_PART, readAddressToken, signedAddress, tokenOf } from './signed-address.js';

const key = randomBytes(32);
const named = { district: 65_535, id: 'ffffffff-ffff-4fff-bfff-ffffffffffff' };

describe('a signed address', () => {
  it('names what it was made for, also after a server changed its case', () => {
    for (const one of [named, { district: 1, id: '00000000-0000-7000-8000-000000000000' }]) {
      const address = signedAddress('otvet@aldan.example', 'r', addressToken(key, one));
      const token = tokenOf(address.toUpperCase(), 'Otvet@Aldan.example', 'r');
      expect(readAddressToken(key, token!)).toEqual(one);
    }
  });

  it('fits into what RFC 5321 allows', () => {
    const address = signedAddress(`${'a'.repeat(MAX_LOCAL_PART)}@aldan.example`, 'r', addressToken(key, named));
    expect(address.indexOf('@')).toBe(64);
  });

  it('cannot be forged: another address, tag, domain or key, a changed letter', () => {
    const token = addressToken(key, named);
    const address = signedAddress('otvet@aldan.example', 'r', token);
    expect(tokenOf(address, 'otve@aldan.example', 'r')).toBeUndefined();
    expect(tokenOf(address, 'otvet@aldan.example', 'b')).toBeUndefined();
    expect(tokenOf(address, 'otvet@tompo.example', 'r')).toBeUndefined();
    expect(tokenOf('otvet@aldan.example', 'otvet@aldan.example', 'r')).toBeUndefined();
    expect(tokenOf('otvet+r.@aldan.example', 'otvet@aldan.example', 'r')).toBeUndefined();
    expect(readAddressToken(randomBytes(32), token)).toBeUndefined();
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === '0' ? '1' : '0') + token.slice(at + 1);
      expect(readAddressToken(key, changed)).toBeUndefined();
    }
    for (const junk of ['', 'x', `${token}0`, 'я'.repeat(token.length), 'v'.repeat(token.length)])
      expect(readAddressToken(key, junk)).toBeUndefined();
  });
});
