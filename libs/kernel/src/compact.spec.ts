import { expect, it } from '@jest/globals';
import { compact } from './compact.js';

it('leaves out keys whose value is undefined, and keeps the order of the others', () => {
  const text: string | undefined = undefined;
  const fields = compact({ id: 1, text, empty: '', none: null, zero: 0, no: false });
  expect(JSON.stringify(fields)).toBe('{"id":1,"empty":"","none":null,"zero":0,"no":false}');
  expect(Object.keys(fields)).toEqual(['id', 'empty', 'none', 'zero', 'no']);
});

it('overrides nothing with what is not known', () => {
  expect({ text: 'known', ...compact({ text: undefined, at: 2 }) }).toEqual({ text: 'known', at: 2 });
});
