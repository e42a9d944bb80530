import { expect, it } from '@jest/globals';
import { receiptCookie, sentReceipt } from './receipt-cookie.js';

const receipt = { number: 'С-7F3K-29', code: '0123456789ABCDEF', receivedAt: '2026-11-24T03:15:20.000Z', digest: 'x' };
const read = (value: string) => sentReceipt(`otklik_receipt=${Buffer.from(value).toString('base64url')}`);

it('is read as it was set', () => {
  const sent = { ...receipt, contact: 'email', isAppeal: true, isUrgent: false, isUnjoined: true } as const;
  expect(sentReceipt(receiptCookie('aldan', sent, true).split(';')[0])).toEqual(sent);
});

it.each(['', 'null', '1', '"text"', '[]', '{', '{"number":null}', JSON.stringify({ ...receipt, receivedAt: 'x' })])(
  'is none: %s',
  (value) => expect(read(value)).toBeUndefined(),
);
