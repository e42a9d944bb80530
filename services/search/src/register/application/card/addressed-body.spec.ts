import { expect, it } from '@jest/globals';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import { addressedBody } from './addressed-body.js';

const details = { body: 'Водоканал' };

it.each<NoticeKind>(['COVERING', 'REQUEST'])('names the body that a letter is written to: %s', (kind) => {
  expect(addressedBody({ kind, details })).toBe('Водоканал');
});

it('takes the body that an applicant is informed of for no addressee', () => {
  expect(addressedBody({ kind: 'FORWARDED', details })).toBeNull();
});
