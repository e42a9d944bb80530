import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileReceipt, signFileReceipt } from './file-receipt.js';

const key = Buffer.alloc(32, 1);
const at = '2026-11-24T03:00:00.000Z';
const place = { district: 1, response: randomUUID() };
const file = { id: randomUUID(), type: 'application/pdf', size: 7, sha256: 'a', name: 'Схема.pdf' };

it('tells the file to the one place that it was issued for', async () => {
  const receipt = await signFileReceipt(key, place, file, at);
  expect(await readFileReceipt(key, place, receipt, at)).toEqual(file);
  expect(await readFileReceipt(key, { ...place, response: randomUUID() }, receipt, at)).toBeUndefined();
});

it('tells nothing in another district', async () => {
  const receipt = await signFileReceipt(key, place, file, at);
  expect(await readFileReceipt(key, { ...place, district: 2 }, receipt, at)).toBeUndefined();
});

it('tells nothing once its term is over, by another key, and where it is no receipt', async () => {
  const receipt = await signFileReceipt(key, place, file, at);
  expect(await readFileReceipt(key, place, receipt, '2026-11-24T15:02:00.000Z')).toBeUndefined();
  expect(await readFileReceipt(Buffer.alloc(32, 2), place, receipt, at)).toBeUndefined();
  for (const forged of ['', 'a.b.c', `${receipt}x`]) {
    expect(await readFileReceipt(key, place, forged, at)).toBeUndefined();
  }
});
