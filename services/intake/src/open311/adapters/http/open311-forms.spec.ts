import { describe, expect, it } from '@jest/globals';
import { BadInput } from '@otklik/host';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import fc from 'fast-check';
import { testTopics } from '../../../test-topics.fixture.js';
import { errorAnswer } from './open311-errors.js';
import { written } from './open311-format.js';
import { Form, postedRequest, postedUpdate } from './open311-forms.js';

const RUNS = Number(process.env['OTKLIK_FUZZ'] ?? 500);

const district = memoryDirectory([
  {
    id: 1,
    code: 'aldan',
    name: 'Алдан',
    zone: 'Asia/Yakutsk',
    public: samplePublicInformation,
    policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 14, numberPrefix: 'АЛД' },
    calendar: { version: '2026-1', years: [2026], days: {} },
    departments: [],
    organisations: [],
    routingRules: [],
    synonyms: [],
    accounts: [],
    officials: [],
    topics: testTopics,
    settlements: [{ code: 'ALDAN', name: 'Алдан' }],
  } satisfies District,
]).district('aldan')!;

const names = [
  ...['service_code', 'description', 'lat', 'long', 'address_string', 'address_id', 'email', 'phone', 'first_name'],
  ...['last_name', 'device_id', 'account_id', 'media_url', 'media_url[]', 'attribute[proezd]', 'attribute[proezd][]'],
  ...['attribute[glubina]', 'attribute[settlement]', 'attribute[publish]', 'attribute[consent]', 'attribute[', ']'],
  ...['service_request_id', 'update_id', 'update_id_ext', '__proto__', 'constructor', 'attribute[__proto__]'],
];
const values = [
  ...['dorogi', 'Яма', '58.6', '125.4', 'a@example.org', '+7 914 000-00-00', 'yes', 'ALDAN', 'Да', 'NaN', '1e400'],
  ...['-0', '91', 'https://fix.example/1.jpg', 'javascript:alert(1)', '\u0000', '\ud800', '﻿', 'я'.repeat(4_001)],
  ...['0197a000-0000-7000-8000-000000000000', samplePublicInformation.consent.version],
];
const form = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, fc.string({ unit: 'binary' })),
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, fc.string({ unit: 'binary', maxLength: 60 })),
    ),
    { maxLength: 14 },
  )
  .map((pairs) => new URLSearchParams(pairs));

const context = { language: 'ru', requestId: 'r' } as const;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('any form', () => {
  it('is taken, or refused with a code and what is wrong; nothing else', () => {
    let taken = 0;
    const read = (params: URLSearchParams): void => {
      for (const posted of [postedRequest, (asked: Form) => postedUpdate(asked, 'ru')])
        try {
          posted(new Form(params), district, 'ru');
          taken += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
          const { status, document } = errorAnswer(error as BadInput, context, silent);
          expect(status).toBe(400);
          expect(() => written(document, 'xml')).not.toThrow();
        }
    };
    fc.assert(fc.property(form, read), { numRuns: RUNS });
    const begun = form.map(
      (params) => new URLSearchParams([['service_code', 'dorogi'], ['description', 'Яма'], ...params]),
    );
    fc.assert(fc.property(begun, read), { numRuns: RUNS });
    expect(taken).toBeGreaterThan(RUNS / 100);
  }, 600_000);
});

it('escapes each special character in a text of XML', () => {
  const value = { description: 'a < b & "c" > \u0001\u{1f525} ё', empty: null, values: [{ key: 1 }, { key: true }] };
  expect(written({ root: 'request', value }, 'xml')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<request><description>a &lt; b &amp; &quot;c&quot; &gt; \ufffd\u{1f525} ё' +
      '</description><empty></empty><values><value><key>1</key></value><value><key>true</key></value></values></request>\n',
  );
});
