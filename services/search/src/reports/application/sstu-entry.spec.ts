import { describe, expect, it } from '@jest/globals';
import { readSstuMapping, type SstuMapping } from '@otklik/tenancy/reports';
import { readFileSync } from 'node:fs';
import { monthOf } from '../domain/report-period.js';
import { isLeftOut, sstuEntry, type SstuContext } from './sstu-entry.js';
import type { SstuAppeal, SstuQuestion } from './sstu-facts.js';

const text = readFileSync(new URL('../../../../../deploy/reports/sstu/2023.yaml', import.meta.url), 'utf8');
const mapping = readSstuMapping('2023.yaml', text);
const SSTU_ID = '0f3b3a0e-6a55-4a3c-9b8a-000000000001';

function context(over: Partial<SstuContext> = {}): SstuContext {
  return { mapping, sstuId: SSTU_ID, period: monthOf('2026-11')!, ...over };
}

const answer = { notice: '11111111-1111-4111-8111-111111111111', number: '02-11-118', on: '2026-11-20' };
const question: SstuQuestion = {
  id: '22222222-2222-4222-8222-222222222222',
  ordinal: 1,
  classifier: '0003.0009.0099.0742.0110',
  result: 'MEASURES_TAKEN',
  isJoined: false,
  isExtended: false,
  endedOn: '2026-11-20',
  measuresTaken: true,
  isOral: false,
  answer,
  body: undefined,
};
const appeal: SstuAppeal = {
  id: '33333333-3333-4333-8333-333333333333',
  number: 'АЛД-152',
  receivedOn: '2026-11-02',
  registeredOn: '2026-11-03',
  isDirect: true,
  deliveredBy: undefined,
  source: {},
  person: { name: 'Иванова Анна Петровна', address: '678900, г. Алдан, ул. Лесная, 4', email: undefined },
  questions: [question],
};

function entry(over: Partial<SstuAppeal> = {}, ofQuestion: Partial<SstuQuestion> = {}, of = context()) {
  return sstuEntry({ ...appeal, questions: [{ ...question, ...ofQuestion }], ...over }, of);
}
const first = (made: ReturnType<typeof entry>) => (made.json['questions'] as readonly object[])[0];

describe('an appeal of the report', () => {
  it('is the object that five programs write', () => {
    const made = entry();
    expect(made.faults).toEqual([]);
    expect(made.name).toMatch(/^[0-9a-f-]{36}\.json$/);
    expect(JSON.stringify(made.json)).toBe(
      `{"departmentId":"${SSTU_ID}","isDirect":true,"format":"Other","number":"АЛД-152",` +
        '"name":"Иванова Анна Петровна","address":"678900, г. Алдан, ул. Лесная, 4","questions":[' +
        '{"code":"0003.0009.0099.0742.0110","status":"Supported","incomingDate":"2026-11-02","registrationDate":"2026-11-03",' +
        '"responseDate":"2026-11-20","actionsTaken":true,"attachment":{"name":"Письмо № 02-11-118 от 20.11.2026.pdf",' +
        `"content":"notice:${answer.notice}"}}]}`,
    );
  });

  it.each([
    ['EXPLAINED', { status: 'Explained', responseDate: '2026-11-20' }],
    ['NOT_SUPPORTED', { status: 'NotSupported', responseDate: '2026-11-20' }],
    ['SUPPORTED', { status: 'Supported', actionsTaken: false }],
    ['MEASURES_PROMISED', { status: 'Supported', actionsTaken: false }],
    ['LEFT_UNANSWERED', { status: 'LeftWithoutAnswer', responseDate: '2026-11-20' }],
    ['CORRESPONDENCE_ENDED', { status: 'LeftWithoutAnswer' }],
  ] as const)('says how %s ended', (result, json) => {
    const made = entry({}, { result, measuresTaken: false });
    expect([made.faults, first(made)]).toEqual([[], expect.objectContaining(json)]);
  });

  it('is in work while it is open, and as it was by the end of the month', () => {
    const open = { result: undefined, endedOn: undefined, answer: undefined, measuresTaken: false };
    expect(first(entry({}, open))).toEqual({
      code: '0003.0009.0099.0742.0110',
      status: 'InWork',
      incomingDate: '2026-11-02',
      registrationDate: '2026-11-03',
    });
    expect(first(entry({}, { ...open, isExtended: true }))).toMatchObject({ status: 'InWorkExtended', isExtend: true });
    const later = first(entry({}, { endedOn: '2026-12-01' }));
    expect(later).toMatchObject({ status: 'InWork' });
    expect(later).not.toHaveProperty('attachment');
    expect(
      first(entry({}, { endedOn: '2026-12-01' }, context({ mapping: { ...mapping, asOf: 'NOW' } }))),
    ).toMatchObject({
      status: 'Supported',
    });
  });

  it('names the body to which it went, with the number of the covering letter', () => {
    const body = { name: 'Роспотребнадзор', sstuId: 'B', number: '02-11-120' };
    const made = entry({}, { result: 'FORWARDED', measuresTaken: false, answer: undefined, body });
    expect([made.faults, first(made)]).toEqual([
      [],
      expect.objectContaining({
        status: 'Transferred',
        transfer: { departmentId: 'B', transferDate: '2026-11-20', transferNumber: '02-11-120' },
      }),
    ]);
  });

  it('of another body has the number and the date of its letter', () => {
    const made = entry({ isDirect: false, source: { number: 'А-7', date: '2026-11-01' } });
    expect([made.faults, made.json]).toEqual([
      [],
      expect.objectContaining({ isDirect: false, number: 'А-7', createDate: '2026-11-01' }),
    ]);
  });

  it('of an answer in person has no file, and none is missed', () => {
    const made = entry({}, { answer: undefined, isOral: true });
    expect([made.faults, 'attachment' in (first(made) as object)]).toEqual([[], false]);
  });
});

describe('what would be refused', () => {
  const faultsOf = (made: ReturnType<typeof entry>) =>
    made.faults.map(({ field, why, mend }) => `${field} ${why} ${mend}`);

  it.each([
    [
      'no GUID of the administration',
      entry({}, {}, context({ sstuId: undefined })),
      'departmentId MISSING DISTRICT_FILE',
    ],
    ['no code', entry({}, { classifier: undefined }), 'code MISSING CASE'],
    ['no name', entry({ person: { name: undefined, address: undefined, email: undefined } }), 'name MISSING CASE'],
    ['an answer without its sheet', entry({}, { answer: undefined }), 'attachment MISSING CASE'],
    ['no date of the covering letter', entry({ isDirect: false, source: { number: '7' } }), 'createDate MISSING CASE'],
    [
      'a body without its GUID',
      entry({}, { result: 'FORWARDED', measuresTaken: false, body: { name: 'X', number: '1' } }),
      'transfer.departmentId MISSING DISTRICT_FILE',
    ],
    ['registered before it came', entry({ receivedOn: '2026-11-04' }), 'registrationDate ORDER CASE'],
    [
      'came before the covering letter',
      entry({ isDirect: false, source: { number: '7', date: '2026-11-03' } }),
      'incomingDate ORDER CASE',
    ],
    ['a result about which a person decides', entry({}, { result: 'WITHDRAWN' }), 'status DECIDE MAPPING'],
  ])('%s', (_, made, fault) => expect(faultsOf(made)).toEqual([fault]));

  it('is of the question that it is about', () => {
    expect(entry({}, { classifier: undefined }).faults[0]?.question).toBe(question.id);
    expect(entry({ number: undefined }).faults[0]).not.toHaveProperty('question');
  });
});

it('leaves out what is considered in another question, and what came from the portal itself', () => {
  expect(isLeftOut(appeal, question, mapping)).toBe(false);
  expect(isLeftOut(appeal, { ...question, isJoined: true }, mapping)).toBe(true);
  expect(isLeftOut({ number: 'А26-00-000000001' }, question, mapping)).toBe(true);
});

it('writes another format by another file alone', () => {
  const other = readSstuMapping(
    'other.yaml',
    text
      .replace('code: FULL', 'code: QUESTION_NUMBER')
      .replace('dates: YYYY-MM-DD', 'dates: DD.MM.YYYY')
      .replace('  number: {', '  regNumber: {')
      .replace('MEASURES_TAKEN: Supported', 'MEASURES_TAKEN: Answered')
      .replace('questions: questions', 'questions: items'),
  );
  const { json } = entry({}, {}, context({ mapping: other }));
  expect([json['regNumber'], json['number']]).toEqual(['АЛД-152', undefined]);
  expect(json['items']).toEqual([
    { code: '0742', status: 'Answered', incomingDate: '02.11.2026', registrationDate: '03.11.2026' },
  ]);
});

it.each<[string, (text: string) => string, string]>([
  [
    'a field that comes from nowhere',
    (one) => one.replace('from: question.classifier', 'from: question.colour'),
    '/question/code',
  ],
  ['a key that is unknown', (one) => one.replace('asOf:', 'asof:'), '2023.yaml'],
  ['an order of unknown fields', (one) => one.replace('[[createDate,', '[[madeDate,'), '/order/0'],
  ['a pattern that is none', (one) => one.replace('^[AА]26', '[A'), '/select/exceptNumbers/0'],
])('refuses a mapping with %s', (_, broken, place) => {
  const read = (): SstuMapping => readSstuMapping('2023.yaml', broken(text));
  expect(read).toThrow(place);
});
