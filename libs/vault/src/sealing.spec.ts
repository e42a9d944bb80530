import { expect, it } from '@jest/globals';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { openText, SealBroken, sealedParts, sealText } from './sealing.js';

const key = createSecretKey(randomBytes(32));
const [person, event] = [randomUUID(), randomUUID()];

it('binds a text to district, person, event and field, also where the key is the same', () => {
  const parts = sealedParts(sealText(key, 1, person, event, 'name', 'Айталина'));
  expect(openText(key, 1, parts)).toBe('Айталина');
  expect(() => openText(key, 2, parts)).toThrow(SealBroken);
  for (const other of [{ person: event }, { eventId: person }, { field: 'text' }]) {
    expect(() => openText(key, 1, { ...parts, ...other })).toThrow(SealBroken);
  }
});

it('rejects a box with any changed byte or a wrong length', () => {
  const parts = sealedParts(sealText(key, 1, person, event, 'name', 'да'));
  const bytes = Buffer.from(parts.box, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => openText(key, 1, { ...parts, box: changed.toString('base64url') })).toThrow(SealBroken);
  }
  for (const box of ['', 'AAAA', parts.box.slice(0, 37), bytes.subarray(0, 20).toString('base64url')]) {
    expect(() => openText(key, 1, { ...parts, box })).toThrow(SealBroken);
  }
});
