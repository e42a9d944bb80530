import { expect, it } from '@jest/globals';
import { Refusal } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { memoryVault } from './memory-vault.js';
import { sealOrRefuse } from './seal-or-refuse.js';

it('seals, and refuses for an erased person', async () => {
  const vault = memoryVault();
  const seal = sealOrRefuse(vault, 'TOO_LATE');
  const [person, event] = [randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  expect(await vault.open(1, await seal(1, person, event, 'text', 'Яма'))).toBe('Яма');
  await vault.destroy({ query: () => Promise.reject(new Error('no tables')) }, 1, person, 'COURT');
  await expect(seal(1, person, event, 'text', 'Яма')).rejects.toEqual(new Refusal('TOO_LATE'));
  await expect(seal(1, person, event, 'no:field', 'Яма')).rejects.toEqual(new Refusal('TOO_LATE'));
});
