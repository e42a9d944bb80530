import { describe, expect, it } from '@jest/globals';
import { idOf, instantOf, field } from './fields.js';
import { MAX_BODY, readJson, type Json } from './read-json.js';
import { isOneOf, isSignedByOneOf, outermostString, signature } from './secret.js';

const bytes = (text: string) => Buffer.from(text);
const value = (text: string) => {
  const read = readJson(bytes(text));
  if ('fault' in read) throw new Error(read.fault);
  return read.value;
};

describe('readJson', () => {
  it('keeps every digit of a number', () => {
    const ids = value('{"seq":116327994376978687,"chat":-98211023614189660,"small":17,"half":0.5}');
    expect(ids).toEqual({ seq: 116327994376978687n, chat: -98211023614189660n, small: 17, half: 0.5 });
    expect(idOf(field(ids, 'seq'))).toBe('116327994376978687');
    expect(idOf(field(ids, 'chat'))).toBe('-98211023614189660');
    expect(idOf(field(ids, 'half'))).toBeUndefined();
  });

  it.each([
    ['', 'MALFORMED'],
    ['{"a":', 'MALFORMED'],
    ['['.repeat(100_000), 'MALFORMED'],
    ['['.repeat(65) + ']'.repeat(65), 'MALFORMED'],
    [`"${'a'.repeat(MAX_BODY)}"`, 'TOO_LARGE'],
  ])('refuses %.20s', (text, fault) => expect(readJson(bytes(text))).toEqual({ fault }));

  it('refuses what is not UTF-8', () => {
    expect(readJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ fault: 'MALFORMED' });
  });

  it('counts no bracket in a string as a level', () => {
    expect(value(`"${'[{\\"'.repeat(100)}"`)).toHaveLength(300);
  });

  it('reads no property that the body does not have', () => {
    const body = value('{"__proto__":{"a":1},"b":[]}');
    expect(field(body, 'a')).toBeUndefined();
    expect(field(body, 'constructor', 'name')).toBeUndefined();
    expect(field(body, 'b', 'length')).toBeUndefined();
  });
});

it.each<[Json, 's' | 'ms', string | undefined]>([
  [1764219600, 's', '2025-11-27T05:00:00.000Z'],
  [1764219600123, 'ms', '2025-11-27T05:00:00.123Z'],
  [1764219600123, 's', undefined],
  [0, 's', undefined],
  [-1, 's', undefined],
  ['1764219600', 's', undefined],
])('reads the time %p in %s as %p', (time, unit, at) => expect(instantOf(time, unit)).toBe(at));

describe('a secret', () => {
  it('is one of those that are set, never an empty one', () => {
    expect(isOneOf('b', ['a', 'b'])).toBe(true);
    expect(isOneOf('c', ['a', 'b'])).toBe(false);
    expect(isOneOf('', [''])).toBe(false);
    expect(isOneOf(undefined, ['', 'a'])).toBe(false);
  });

  it('signs the raw bytes', () => {
    const body = bytes('{"a":1}');
    expect(isSignedByOneOf(signature(body, 's'), body, ['r', 's'])).toBe(true);
    expect(isSignedByOneOf(signature(body, ''), body, [''])).toBe(false);
    expect(isSignedByOneOf(signature(body, 's'), bytes('{"a":1} '), ['s'])).toBe(false);
  });

  it.each<[string, string | undefined]>([
    ['{"secret":"s-1"}', 's-1'],
    ['{"a":{"secret":"no"},"b":["secret","no"],"c":"\\"secret\\":\\"no\\"", "secret" :\n"s-1"}', 's-1'],
    ['{"a":"secret","b":"no"}', undefined],
    ['{"object":{"secret":"no"}}', undefined],
    ['{"secret":17}', undefined],
    ['[{"secret":"no"}]', undefined],
    ['{"secret":"', ''],
    ['', undefined],
  ])('is found in the raw bytes of %s', (body, secret) => {
    expect(outermostString(bytes(body), 'secret')).toBe(secret);
  });
});
