import { expect, it } from '@jest/globals';
import { isRedirect } from './public-client.js';

it.each(['https://app.example/back', 'https://app.example:8443/back?of=1', 'http://localhost:5173/'])(
  'registers %s',
  (address) => expect(isRedirect(address)).toBe(true),
);

it.each([
  ['http on another machine', 'http://app.example/back'],
  ['a fragment', 'https://app.example/back#part'],
  ['a user', 'https://user@app.example/back'],
  ['a wildcard', 'https://*.example/back'],
  ['a host that ends a directive of the page’s policy', 'https://a;b.example/back'],
  ['a host that ends the policy', 'https://a,b.example/back'],
  ['another spelling', 'https://APP.example/back'],
  ['no address', 'back'],
])('refuses %s', (_, address) => expect(isRedirect(address)).toBe(false));
