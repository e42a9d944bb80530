import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openNetworkSecrets, sealNetworkSecrets } from './network-secrets.js';

it('opens for the same account by the same key, and for no other', () => {
  const key = randomBytes(32);
  const secrets = { values: { token: 'ключ' }, former: { token: { value: 'прежний', until: '2026-12-01T00:00:00Z' } } };
  const sealed = sealNetworkSecrets(key, 'one', secrets);
  expect(openNetworkSecrets(key, 'one', sealed)).toEqual(secrets);
  expect(() => openNetworkSecrets(key, 'other', sealed)).toThrow();
  expect(() => openNetworkSecrets(randomBytes(32), 'one', sealed)).toThrow();
});
