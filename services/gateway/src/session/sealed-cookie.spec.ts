import { expect, it } from '@jest/globals';
import { SealedCookie } from './sealed-cookie.js';

const key = Buffer.alloc(32, 1);
const https = new URL('https://otklik.example');
const pairOf = (header: string): string => header.split(';')[0]!;

it('is a __Host- cookie over https, which no other host and no plain connection gets', () => {
  const cookie = new SealedCookie(key, https);
  expect(cookie.set('value', 60)).toMatch(
    /^__Host-otklik=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=60$/,
  );
  expect(cookie.read(`other=1; ${pairOf(cookie.set('value'))}`)).toBe('value');
});

it('ends with the browser unless it has an age, and at once when it is cleared', () => {
  const cookie = new SealedCookie(key, https);
  expect(cookie.set('value')).toMatch(/; SameSite=Lax; Secure$/);
  expect(cookie.clear()).toBe('__Host-otklik=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
});

it('holds up to 4,096 characters, sealed', () => {
  const cookie = new SealedCookie(key, https);
  const sealedLength = (length: number) => pairOf(cookie.set('v'.repeat(length))).length - '__Host-otklik='.length;
  let most = 3_000;
  while (sealedLength(most + 1) <= 4_096) most += 1;
  expect(sealedLength(most)).toBe(4_096);
  const read = (length: number) => cookie.read(pairOf(cookie.set('v'.repeat(length))))?.length;
  expect([read(most), read(most + 1)]).toEqual([most, undefined]);
});

it('names its port over plain http, where ports share cookies', () => {
  expect(new SealedCookie(key, new URL('http://127.0.0.1:4001')).name).toBe('otklik-4001');
  const usual = new SealedCookie(key, new URL('http://otklik.local'));
  expect([usual.name, usual.set('value').includes('Secure')]).toEqual(['otklik-80', false]);
});

it('reads only what was sealed with its key under its name', () => {
  const cookie = new SealedCookie(key, https);
  const other = new SealedCookie(key, https, 'sign-in');
  const foreign = new SealedCookie(Buffer.alloc(32, 2), https);
  const renamed = pairOf(other.set('value')).replace(other.name, cookie.name);
  for (const header of [undefined, '', `${cookie.name}=`, renamed, pairOf(foreign.set('value'))])
    expect(cookie.read(header)).toBeUndefined();
});
