import { describe, expect, it } from '@jest/globals';
import { outsideAddress } from './outside-address.js';

describe('outsideAddress', () => {
  it.each([
    ['https://hooks.example/otklik', 'https://hooks.example/otklik'],
    ['https://HOOKS.Example:443/a?b=c', 'https://hooks.example/a?b=c'],
    ['https://узел.рф/путь', 'https://xn--e1adn3a.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C'],
  ])('takes %s', (given, taken) => expect(outsideAddress(given, [])?.href).toBe(taken));

  it.each([
    'http://hooks.example/',
    'https://hooks.example:8443/',
    'https://user@hooks.example/',
    'https://:word@hooks.example/',
    'https://hooks.example/#part',
    'https://localhost/',
    'https://kafka/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://8.8.8.8/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[64:ff9b::7f00:1]/',
    'https://①②⑦.⓪.⓪.①/',
    'https://hooks.example./',
    'ftp://hooks.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'hooks.example',
    '',
    `https://hooks.example/${'a'.repeat(500)}`,
  ])('does not take %s', (given) => expect(outsideAddress(given, [])).toBeUndefined());

  it('takes what the operator allows, at that origin alone', () => {
    const allowed = ['http://127.0.0.1:4801'];
    expect(outsideAddress('http://127.0.0.1:4801/a', allowed)?.pathname).toBe('/a');
    expect(outsideAddress('http://127.0.0.1:4802/a', allowed)).toBeUndefined();
    expect(outsideAddress('https://127.0.0.1:4801/a', allowed)).toBeUndefined();
    expect(outsideAddress('http://user@127.0.0.1:4801/a', allowed)).toBeUndefined();
  });
});
