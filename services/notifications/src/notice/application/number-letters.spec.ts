import { expect, it } from '@jest/globals';
import { memoryDirectory, type Official } from '@otklik/tenancy';
import { aldan } from '../../test-district.fixture.js';
import { NumberLetters } from './number-letters.js';

const head = {
  id: 'h1',
  login: 'aldan.head',
  name: 'Громова Елена Викторовна',
  position: 'Глава района',
  assignments: [{ district: 1, role: 'HEAD' }],
};
const at = '2026-11-27T04:58:00.000Z';

function signedFor(noticesSignedBy: string | undefined, kind: 'FORWARDED' | 'TAKEN_UP' = 'FORWARDED') {
  const letters = noticesSignedBy === undefined ? {} : { noticesSignedBy };
  const directory = memoryDirectory([{ ...aldan, officials: [head as Official], letters }]);
  const numbers = new NumberLetters(undefined as never, directory, undefined as never, undefined as never);
  return numbers.signedFor({ district: aldan.id, kind, at });
}

it('has notices signed by whom the district’s file names, with the post of that day', () => {
  expect(signedFor('aldan.head')).toEqual({ signatory: 'h1', signedAt: at, post: 'Глава района' });
});

it('lets them wait for that signature only where the file says so, and nothing wait that is no letter', () => {
  const isToSign = (letters: object, kind: 'FORWARDED' | 'TAKEN_UP' = 'FORWARDED') => {
    const directory = memoryDirectory([{ ...aldan, letters }]);
    const numbers = new NumberLetters(undefined as never, directory, undefined as never, undefined as never);
    return numbers.isToSign(aldan.id, kind);
  };
  const signed = { noticesSignedBy: 'aldan.head', noticesLeave: 'SIGNED' };
  expect([isToSign(signed), isToSign(signed, 'TAKEN_UP')]).toEqual([true, false]);
  expect([isToSign({ ...signed, noticesLeave: 'AT_ONCE' }), isToSign({})]).toEqual([false, false]);
});

it('leaves them unsigned where the file names nobody, or one who is no official', () => {
  expect([signedFor(undefined), signedFor('nobody'), signedFor('aldan.head', 'TAKEN_UP')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
