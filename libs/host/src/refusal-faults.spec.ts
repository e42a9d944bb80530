import { expect, it } from '@jest/globals';
import { IdempotencyKeyReused, Unavailable } from '@otklik/kernel';
import { parse, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import { BadInput, checkAll, cleanText, Forbidden, NotFound } from './input.js';
import { asksForFaults, faultRefusal, withFaults } from './refusal-faults.js';
import { cleanFields } from './commands/input-fields.js';

const asks = (selection: string, fragments = ''): boolean => {
  const { definitions } = parse(`mutation { act ${selection} } ${fragments}`);
  const [operation, ...others] = definitions as unknown as [{ selectionSet: { selections: FieldNode[] } }];
  const named = others as unknown as FragmentDefinitionNode[];
  return asksForFaults({
    fieldNodes: operation.selectionSet.selections,
    fragments: Object.fromEntries(named.map((fragment) => [fragment.name.value, fragment])),
  });
};

it.each([
  ['{ ... on Refusal { faults { code } } }', '', true],
  ['{ ...F }', 'fragment F on Refusal { faults { code } }', true],
  ['{ ...R }', 'fragment R on ChangeResult { ...F } fragment F on Refusal { all: faults { code } }', true],
  ['{ id result { ... on Refusal { faults { code } } } }', '', true],
  ['{ ... on Refusal { code message path } }', '', false],
  ['{ ... on DistrictFile { faults { place } } ... on Refusal { code } }', '', false],
])('sees whether %s %s selects the faults of a refusal', (selection, fragments, expected) => {
  expect(asks(selection, fragments)).toBe(expected);
});

it('finds every fault of an input, one for each field, the first in the order of the checks', () => {
  const check = () =>
    checkAll(
      () => cleanText('', { max: 5, path: 'input.text' }),
      () => 'fine',
      () => cleanFields({ name: 'too long', at: 7, ok: 'ok' }, fields, 'input.who'),
      () => cleanText('also too long', { max: 5, path: 'input.text' }),
    );
  const fields = { name: { max: 3 }, at: { from: 1, to: 5 }, ok: { max: 3 } };
  expect(faultRefusal(thrown(check), 'en')).toEqual({
    __typename: 'Refusal',
    code: 'TEXT_EMPTY',
    message: 'Fill in this field.',
    path: ['input', 'text'],
    faults: [
      { code: 'TEXT_EMPTY', message: 'Fill in this field.', path: ['input', 'text'] },
      { code: 'TEXT_TOO_LONG', message: 'Too long: at most 3 characters.', path: ['input', 'who', 'name'] },
      { code: 'NUMBER_OUT_OF_RANGE', message: 'The number must be from 1 to 5.', path: ['input', 'who', 'at'] },
    ],
  });
});

it('cleans each text of a list, and tells the place of each fault', () => {
  const fields = { texts: { max: 5, items: 3 }, words: { max: 5, items: 3, optional: true } } as const;
  const clean = (texts: readonly string[]) => cleanFields({ texts, words: null }, fields, 'input');
  expect(clean([' \u202eone\r\n', 'e\u0301'])).toEqual({ texts: ['one', '\u00e9'], words: null });
  const faultsOf = (texts: readonly string[]) =>
    (thrown(() => clean(texts)) as BadInput).faults.map(({ code, path }) => [code, path]);
  expect(faultsOf(['one', 'a\u0000b', '\ud800'])).toEqual([
    ['TEXT_MALFORMED', 'input.texts.1'],
    ['TEXT_MALFORMED', 'input.texts.2'],
  ]);
  expect(faultsOf([])).toEqual([['TEXT_EMPTY', 'input.texts']]);
  expect(faultsOf(['1', '2', '3', '4'])).toEqual([['TOO_MANY_ITEMS', 'input.texts']]);
});

it('answers the results of checks that all passed', () => {
  expect(
    checkAll(
      () => 1,
      () => 'two',
    ),
  ).toEqual([1, 'two']);
  expect(() =>
    checkAll(() => {
      throw new TypeError('a defect');
    }),
  ).toThrow(TypeError);
});

it('names the field of an unknown id and of a reused key', () => {
  const input = { id: 'an id', key: 'a key' };
  expect(faultRefusal(new NotFound(), 'ru', input)).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'id'] });
  expect(faultRefusal(new IdempotencyKeyReused(), 'ru', input)).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
    path: ['input', 'key'],
  });
});

it('leaves rights, credentials, outages and defects to the top-level errors', () => {
  const others = [
    new Forbidden(),
    new BadInput('CODE_WRONG', 'code'),
    new Unavailable('a service'),
    new TypeError('x'),
  ];
  expect(others.map((error) => faultRefusal(error, 'ru'))).toEqual([undefined, undefined, undefined, undefined]);
});

it('names the field that a rule speaks of where it was sent, and none of an act as a whole', () => {
  const refusal = (code: 'VERSION_CONFLICT' | 'DEPARTMENT_UNKNOWN' | 'ALREADY_RATED') =>
    ({ __typename: 'Refusal', code, message: 'Нет.' }) as const;
  expect(withFaults(refusal('VERSION_CONFLICT'), { expectedVersion: 3 }).path).toEqual(['input', 'expectedVersion']);
  expect(withFaults(refusal('DEPARTMENT_UNKNOWN'), { department: 'x' }, ['input', 'items', '1']).faults).toEqual([
    { code: 'DEPARTMENT_UNKNOWN', message: 'Нет.', path: ['input', 'items', '1', 'department'] },
  ]);
  expect(withFaults(refusal('ALREADY_RATED'), { score: 5 })).toMatchObject({ path: [], faults: [{ path: [] }] });
});

function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
