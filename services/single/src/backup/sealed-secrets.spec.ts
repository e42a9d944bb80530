import { expect, it } from '@jest/globals';
import { demandPassphrase, openSecretsSealed, sealSecrets } from './sealed-secrets.js';

const secrets = { secrets: '{"kek":"first:abc"}', password: 'word' };

it('opens by its passphrase alone, however that is typed', async () => {
  const sealed = await sealSecrets(secrets, 'Ёлка под окном');
  expect(sealed).not.toContain('abc');
  expect(await openSecretsSealed(sealed, 'Ёлка под окном'.normalize('NFD'))).toEqual(secrets);
  await expect(openSecretsSealed(sealed, 'ёлка под окном')).rejects.toThrow('does not open the secrets');
});

it('does not open when a byte was changed, or the tag cut', async () => {
  const parts = JSON.parse(await sealSecrets(secrets, 'a long passphrase')) as Record<string, string>;
  const changed = Buffer.from(parts['sealed']!, 'base64');
  changed[3]! ^= 1;
  const spoiled = [
    { ...parts, sealed: changed.toString('base64') },
    { ...parts, tag: Buffer.from(parts['tag']!, 'base64').subarray(0, 4).toString('base64') },
  ];
  for (const one of spoiled)
    await expect(openSecretsSealed(JSON.stringify(one), 'a long passphrase')).rejects.toThrow('does not open');
});

it('refuses a passphrase that can be guessed', () => {
  expect(() => demandPassphrase('12345678901')).toThrow('at least 12 characters');
});
