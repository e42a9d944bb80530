import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { assertSealContext } from './seal-context.js';
import { memoryVault } from './memory-vault.js';
import { SealBroken } from './sealing.js';

it('accepts an event whose sealed texts name it and their field, and rejects moved ones', async () => {
  const vault = memoryVault();
  const [person, id, other] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const text = await vault.seal(1, person, id, 'text', 'Яма');
  const note = await vault.seal(1, person, other, 'text', 'не отвечать');
  assertSealContext({ id, data: { text, number: 'АЛД-1', files: [], score: 5 } });
  for (const moved of [{ text: note }, { name: text }, { text, comment: text }])
    expect(() => assertSealContext({ id, data: moved })).toThrow(SealBroken);
});
