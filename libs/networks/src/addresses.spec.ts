import { describe, expect, it } from '@jest/globals';
import { isPublicAddress, ownAddress } from './addresses.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '87.240.132.72', '100.63.255.255', '172.32.0.1', '2a00:bdc0::1', '2606:4700::1111'])(
    'takes %s for public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::ffff:8.8.8.8',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '2002:a9fe:a9fe::1',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'fe80::1%eth0',
    '',
    'localhost',
    '2130706433',
    '0x7f.1',
    '08.8.8.8',
  ])('takes %s for an inner one, or none', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('ownAddress', () => {
  const hosts = ['userapi.com', 'okcdn.ru'];

  it.each(['https://userapi.com/a', 'https://sun9-1.userapi.com/a?b=c', 'https://SUN9-1.USERAPI.COM/a'])(
    'takes %s for an own one',
    (address) => expect(ownAddress(address, hosts)).toBeInstanceOf(URL),
  );

  it.each([
    'http://userapi.com/a',
    'https://userapi.com:8443/a',
    'https://user@userapi.com/a',
    'https://userapi.com.evil.example/a',
    'https://eviluserapi.com/a',
    'https://evil.example/userapi.com',
    'https://evil.example\\@userapi.com/a',
    'https://127.0.0.1/a',
    'https://2130706433/a',
    'https://[::1]/a',
    'file:///etc/passwd',
    'data:text/plain,a',
    'userapi.com/a',
    '',
  ])('takes %s for a foreign one', (address) => expect(ownAddress(address, hosts)).toBeUndefined());
});
