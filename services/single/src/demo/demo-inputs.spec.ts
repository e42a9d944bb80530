import { expect, it } from '@jest/globals';
import { compose } from '@otklik/contracts/schema';
import { buildSchema } from 'graphql';
import { demoInputs } from './demo-inputs.js';

it('names the inputs as the schema does', () => {
  const fields = buildSchema(compose().sdl).getMutationType()!.getFields();
  const declared = Object.keys(demoInputs).map((name) => {
    const input = fields[name]?.args.find((one) => one.name === 'input');
    return [name, String(input?.type)];
  });
  expect(declared).toEqual(Object.entries(demoInputs).map(([name, type]) => [name, `${type}!`]));
});
