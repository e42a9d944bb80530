import { describe, expect, it } from '@jest/globals';
import type { ReceivedFromInput } from '@otklik/contracts/generated/graphql';
import type { District } from '@otklik/tenancy';
import { sentOnBy } from './sending-body.js';

const district = {
  zone: 'Asia/Yakutsk',
  organisations: [{ code: 'prosecutor', name: 'Прокуратура района' }],
} as unknown as District;
const at = '2026-11-27T05:00:00.000Z';
const letter: ReceivedFromInput = {
  kind: 'PROSECUTOR',
  body: ' прокуратура района ',
  number: '7-12',
  date: '2026-11-20',
};
const sent = (more: Partial<ReceivedFromInput> = {}) => sentOnBy({ ...letter, ...more }, district, at);

describe('a body that sent an appeal on', () => {
  it('is known by its name where the directory has it', () => {
    expect(sent({ term: '2026-12-10', wantsAnswer: true })).toEqual({
      receivedFrom: {
        kind: 'PROSECUTOR',
        organisation: 'prosecutor',
        number: '7-12',
        date: '2026-11-20',
        term: '2026-12-10',
        wantsAnswer: true,
      },
      receivedFromBody: 'прокуратура района',
    });
    expect(sent({ kind: 'DEPUTY', body: 'Депутат Иванов', number: ' ', wantsAnswer: false })).toEqual({
      receivedFrom: { kind: 'DEPUTY', date: '2026-11-20' },
      receivedFromBody: 'Депутат Иванов',
    });
    expect(sentOnBy(null, district, at)).toEqual({});
  });

  it.each([
    ['kind', { kind: 'APPLICANT' as const }, 'BAD_INPUT'],
    ['body', { body: ' ' }, 'TEXT_EMPTY'],
    ['body', { body: 'я'.repeat(201) }, 'TEXT_TOO_LONG'],
    ['number', { number: '1'.repeat(51) }, 'TEXT_TOO_LONG'],
    ['date', { date: '2026-11-28' }, 'DATE_IN_FUTURE'],
    ['term', { term: '2026-11-19' }, 'TERM_BEFORE_LETTER'],
    ['term', { term: '2026-02-30' }, 'BAD_INPUT'],
  ])('says that its %s is wrong', (field, more, code) => {
    expect(() => sent(more)).toThrow(expect.objectContaining({ path: `input.receivedFrom.${field}`, code }));
  });
});
