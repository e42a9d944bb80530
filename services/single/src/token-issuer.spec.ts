import { expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JWK } from 'jose';
import { openTokenIssuer } from './token-issuer.js';

const key = (): JWK => ({
  ...(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK),
  kid: 'one',
});

it('issues short-lived access tokens that only its own key set verifies', async () => {
  const issuer = await openTokenIssuer(key(), { audience: 'otklik', minutes: 5 });
  const other = await openTokenIssuer(key(), { audience: 'otklik', minutes: 5 });
  const { token, expiresAt } = await issuer.issue('registrar', { identified: true });
  const demands = { issuer: issuer.issuer, audience: 'otklik', typ: 'at+jwt', algorithms: ['ES256'] };
  const { payload } = await jwtVerify(token, createLocalJWKSet(issuer.jwks), demands);
  expect(payload).toMatchObject({ sub: 'registrar', aud: 'otklik', identified: true, exp: expiresAt.getTime() / 1000 });
  expect(payload.exp! - payload.iat!).toBe(300);
  expect(issuer.jwks.keys[0]).not.toHaveProperty('d');
  await expect(jwtVerify(token, createLocalJWKSet(other.jwks), demands)).rejects.toThrow();
});
