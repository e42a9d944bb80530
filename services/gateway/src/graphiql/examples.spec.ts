import { expect, it } from '@jest/globals';
import { compose } from '@otklik/contracts/schema';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { documentValidator, scalars } from '@otklik/host/graphql';
import { documentChecker } from '../graphql/document.js';
import { examples } from './examples.js';

const { sdl, rootFields } = compose();
const schema = buildSchema(sdl);
for (const [name, scalar] of Object.entries(scalars))
  Object.assign(schema.getType(name)!, { parseValue: scalar.parseValue });
const tabs = examples().map((tab) => [tab.query.split('\n')[0]!, tab] as const);

it('has an example of every step of an appeal', () => {
  expect(tabs).toHaveLength(14);
});

it.each(tabs)('is valid and within the limits: %s', (_, { query, variables }) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const given = (variables === '' ? {} : JSON.parse(variables)) as Record<string, unknown>;
  expect(getVariableValues(schema, operation.variableDefinitions ?? [], given).errors).toBeUndefined();
  const check = documentChecker({ schema, rootFields, validate: documentValidator(schema) });
  expect(check(query, undefined).cost(given)).toBeLessThan(10_000);
});
