import { describe, expect, it } from '@jest/globals';
import {
  addressParts,
  contactOf,
  emptyDraft,
  fieldOf,
  fullName,
  inWay,
  isRegisteredAtOnce,
  isTouched,
  nameWithInitials,
  parseDraft,
  problemsOf,
  stillWrong,
  type RegistrationDraft,
} from './registration-draft.js';

const today = '2026-11-27';
const empty = emptyDraft('PAPER', today, () => 'key');
const letter: RegistrationDraft = {
  ...empty,
  surname: 'Пестерева',
  givenName: 'Раиса',
  patronymic: 'Егоровна',
  address: 'г. Алдан',
  text: 'Течёт крыша.',
};

describe('registration draft', () => {
  it('writes the name as documents do', () => {
    expect(fullName(letter)).toBe('Пестерева Раиса Егоровна');
    expect(nameWithInitials(letter)).toBe('Пестерева Р. Е.');
    expect(nameWithInitials({ ...letter, patronymic: ' ' })).toBe('Пестерева Р.');
    expect(fullName(empty)).toBe('');
  });

  it('splits an address that is kept, and loses nothing of one without a postcode', () => {
    expect(addressParts('678900, г. Алдан, ул. Ленина, 1')).toEqual({
      postcode: '678900',
      address: 'г. Алдан, ул. Ленина, 1',
    });
    expect(addressParts('с. Чагда, 4')).toEqual({ postcode: '', address: 'с. Чагда, 4' });
  });

  it('finds nothing wrong with a whole letter, nor with a letter without a name', () => {
    expect(problemsOf(letter, today)).toEqual([]);
    expect(problemsOf({ ...letter, surname: '', givenName: '', patronymic: '' }, today)).toEqual([]);
  });

  it('names every field that is missing, in the order of the form', () => {
    const draft = { ...empty, way: 'RECEPTION' as const, receivedOn: '', answerWay: 'EMAIL' as const };
    expect(problemsOf(draft, today).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'receivedOn EMPTY',
      'surname NAME_NEEDED',
      'email EMAIL_NEEDED',
      'text EMPTY',
    ]);
  });

  it('refuses a day that has not come', () => {
    expect(problemsOf({ ...letter, receivedOn: '2026-11-28' }, today)).toEqual([
      { field: 'receivedOn', code: 'FUTURE' },
    ]);
  });

  it('answers by the chosen way and by no other', () => {
    const both = { ...letter, email: ' r@example.ru ', phone: '+7 924 000-00-12' };
    expect(contactOf(both)).toBeUndefined();
    expect(contactOf({ ...both, answerWay: 'EMAIL' })).toBe('r@example.ru');
    expect(contactOf({ ...both, answerWay: 'PHONE' })).toBe('+7 924 000-00-12');
    expect(contactOf({ ...both, answerWay: 'IN_PERSON' })).toBeUndefined();
  });

  it('gives a number at once to a letter and a reception, not to a call', () => {
    expect([isRegisteredAtOnce('PAPER'), isRegisteredAtOnce('RECEPTION'), isRegisteredAtOnce('PHONE')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is touched once something was typed', () => {
    expect(isTouched(empty)).toBe(false);
    expect(isTouched({ ...empty, senderBody: 'Прокуратура' })).toBe(true);
    expect(isTouched({ ...empty, signatories: '12' })).toBe(true);
  });

  it('comes back as it was kept, and not at all in another shape', () => {
    expect(parseDraft(JSON.stringify(letter), empty)).toEqual(letter);
    expect(parseDraft(JSON.stringify({ ...letter, files: 'none' }), empty)).toBeUndefined();
    expect(parseDraft('null', empty)).toBeUndefined();
    expect(parseDraft(null, empty)).toBeUndefined();
  });

  it('asks who sent it on, where a body did, and for a term that is not before its letter', () => {
    const sent = { ...letter, senderKind: 'DEPUTY', senderDate: '2026-11-20', senderTerm: '2026-11-19' };
    const wrong = (draft: RegistrationDraft) => problemsOf(draft, today).map(({ field, code }) => `${field} ${code}`);
    expect(wrong(sent)).toEqual(['senderBody BODY_NEEDED', 'senderTerm TERM']);
    expect(wrong({ ...sent, senderBody: 'Депутат', senderDate: '2026-11-28', senderTerm: '2026-12-10' })).toEqual([
      'senderDate FUTURE',
    ]);
    expect(wrong({ ...sent, senderKind: '' })).toEqual([]);
  });

  it('refuses sheets that are no number, a postcode without six digits, an original of tomorrow', () => {
    const wrong = { ...letter, sheets: 'два', enclosures: '-5', postcode: '6789', originalDate: '2026-11-28' };
    expect(problemsOf(wrong, today).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'originalDate FUTURE',
      'sheets SHEETS',
      'enclosures SHEETS',
      'postcode POSTCODE',
    ]);
    expect(problemsOf({ ...letter, sheets: '0' }, today)).toHaveLength(1);
    expect(problemsOf({ ...letter, sheets: '1001' }, today)).toHaveLength(1);
    expect(problemsOf({ ...letter, sheets: '1000', enclosures: '0', postcode: '678900' }, today)).toEqual([]);
    expect(problemsOf({ ...wrong, way: 'PHONE', postcode: '' }, today)).toEqual([]);
  });

  it('keeps what was typed for another way, and the way of answering where that way has it', () => {
    expect(inWay(letter, 'PHONE')).toMatchObject({ way: 'PHONE', answerWay: 'POST', text: letter.text });
    expect(inWay({ ...letter, answerWay: 'IN_PERSON' }, 'PHONE').answerWay).toBe('PHONE');
    // A reception is answered in writing where it was not answered there.
    expect(inWay({ ...letter, answerWay: 'PHONE' }, 'RECEPTION').answerWay).toBe('IN_PERSON');
    expect(
      inWay(
        emptyDraft('PHONE', today, () => 'key'),
        'PAPER',
      ).answerWay,
    ).toBe('POST');
  });

  it('says of what was wrong only what is not mended yet, and keeps the words of the server', () => {
    const empty = { ...letter, answerWay: 'PHONE', phone: '', text: '' } as const;
    const found = [...problemsOf(empty, today), { field: 'address', code: 'EMPTY', message: 'Нет такого' } as const];
    const left = stillWrong(found, { ...empty, phone: '8 914 000-00-00' }, today);
    expect(left.map(({ field }) => field)).toEqual(['text', 'address']);
  });

  it('knows the field of what the server refused', () => {
    expect(fieldOf('input.contact', { ...letter, answerWay: 'EMAIL' })).toBe('email');
    expect(fieldOf('input.contact', { ...letter, answerWay: 'PHONE' })).toBe('phone');
    expect(fieldOf('input.original.sheets', letter)).toBe('sheets');
    expect(fieldOf('input.text', letter)).toBe('text');
    expect(fieldOf('input.key', letter)).toBeUndefined();
    expect(fieldOf(undefined, letter)).toBeUndefined();
  });
});
