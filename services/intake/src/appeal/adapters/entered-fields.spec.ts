import { describe, expect, it } from '@jest/globals';
import type { EnterAppealInput } from '@otklik/contracts/generated/graphql';
import type { District } from '@otklik/tenancy';
import { enteredFields, wholeName } from './entered-fields.js';

const district = { zone: 'Asia/Yakutsk' } as District;
const at = '2026-11-27T05:00:00.000Z';
const entry: EnterAppealInput = { district: 'aldan', key: 'k', channel: 'PAPER', text: 'Течёт крыша.' };
const fields = (more: Partial<EnterAppealInput>) => enteredFields({ ...entry, ...more }, district, at);

describe('fields of the paper form', () => {
  it('are trimmed, and absent where nothing was entered', () => {
    expect(fields({})).toEqual({});
    const original = { number: ' б/н ', date: '2026-11-20', sheets: 2, enclosures: 0 };
    const address = { postcode: '678900', text: ' г. Алдан, ул. Маяковского, 18 ' };
    const given = {
      surname: 'Пестерева',
      givenName: 'Раиса',
      patronymic: ' ',
      phone: '8 924 000-00-12',
      address,
      original,
    };
    expect(fields({ ...given, kind: 'STATEMENT', answerWay: 'POST', forwardedBy: '' })).toEqual({
      surname: 'Пестерева',
      givenName: 'Раиса',
      phone: '8 924 000-00-12',
      kind: 'STATEMENT',
      answerWay: 'POST',
      address: '678900, г. Алдан, ул. Маяковского, 18',
      original: { number: 'б/н', date: '2026-11-20', sheets: 2, enclosures: 0 },
    });
  });

  it.each(['-', ' — ', '. . .', '0'])('hold no address where its blank has %s', (text) => {
    expect(fields({ address: { postcode: '678900', text } })).toEqual({});
  });

  it.each([
    ['input.phone', { phone: 'позвоните' }, 'CONTACT_MALFORMED'],
    ['input.address.postcode', { address: { postcode: '6789', text: 'Алдан' } }, 'BAD_INPUT'],
    ['input.original.date', { original: { date: '2026-11-28' } }, 'DATE_IN_FUTURE'],
    ['input.original.sheets', { original: { sheets: 0 } }, 'NUMBER_OUT_OF_RANGE'],
    ['input.original.enclosures', { original: { enclosures: 1_001 } }, 'NUMBER_OUT_OF_RANGE'],
    ['input.surname', { surname: 'я'.repeat(101) }, 'TEXT_TOO_LONG'],
  ])('say that %s is wrong', (path, more, code) => {
    expect(() => fields(more)).toThrow(expect.objectContaining({ path, code }));
  });

  it('make the whole name of its parts', () => {
    expect(wholeName({ surname: 'Пестерева', givenName: ' Раиса ', patronymic: 'Егоровна' })).toBe(
      'Пестерева Раиса Егоровна',
    );
    expect(wholeName({})).toBeUndefined();
  });
});
