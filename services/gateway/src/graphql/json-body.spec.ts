import { expect, it } from '@jest/globals';
import { isNight } from '@otklik/testing';
import fc from 'fast-check';
import { bodyFault, faultOffset } from './json-body.js';

it.each([
  ['', 'The body is empty: a JSON object with "query" is needed.'],
  ['{"query": "{ open }",}', 'The body is not valid JSON: unexpected character at line 1, column 22.'],
  ['{\n  "query": Иванов\n}', 'The body is not valid JSON: unexpected character at line 2, column 12.'],
  ['{"query": "{ open }"', 'The body is not valid JSON: it ends too early at line 1, column 21.'],
  ['{"query": "a\nb"}', 'The body is not valid JSON: unexpected character at line 1, column 13.'],
  ['{"query": "\\u00g0"}', 'The body is not valid JSON: unexpected character at line 1, column 12.'],
  ['{} {}', 'The body is not valid JSON: unexpected character at line 1, column 4.'],
  ["{'query': 1}", 'The body is not valid JSON: unexpected character at line 1, column 2.'],
  ['{"a": 01}', 'The body is not valid JSON: unexpected character at line 1, column 7.'],
  ['{"__proto__": {}}', 'The body has a property named "__proto__" or "constructor".'],
])('says what is wrong with %j and where', (text, reason) => {
  expect(bodyFault(text)).toMatchObject({ code: 'BAD_INPUT', reason });
});

it('finds a fault exactly where JSON.parse finds one', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '1', '-', '\\', 'e', ' ', 'null', 'я'))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + (put === '' ? 1 : 0));
    });
  fc.assert(
    fc.property(broken, (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect([text, faultOffset(text) === undefined]).toEqual([text, valid]);
    }),
    { numRuns: isNight ? 2_000 : 500 },
  );
});

it('walks a body of 200,000 levels', () => {
  expect(faultOffset('['.repeat(200_000))).toBe(200_000);
});
