import { expect, it } from '@jest/globals';
import type { Logger } from '@otklik/observability';
import { buildSchema, parse } from 'graphql';
import type { OperationContext } from './context.js';
import { Fault } from './fault.js';
import { documentRunner } from './run-document.js';

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const context = { language: 'ru', requestId: 'r' } as OperationContext;

function running() {
  const schema = buildSchema('input In { text: String! } type Query { echo(in: In!): String, sure: String! }');
  const fields = schema.getQueryType()!.getFields();
  fields['echo']!.resolve = (_, { in: { text } }: { in: { text: string } }) => text;
  fields['sure']!.resolve = () => {
    throw new Fault('NOT_FOUND');
  };
  return documentRunner({ schema, logger: silent });
}

/** The result of the interpreter (first run) and of the compiled form (second). */
const times = [1, 2, 3];

it('answers the same, interpreted or compiled', async () => {
  const run = running();
  const document = parse('query ($in: In!) { echo(in: $in) }');
  for (const time of times) {
    const text = `текст ${time}`;
    expect(await run(document, { in: { text } }, context)).toEqual({ data: { echo: text } });
  }
});

it('throws when the document or its variables are invalid', async () => {
  const run = running();
  const [invalid, asking] = [parse('{ nothing }'), parse('query ($in: In!) { echo(in: $in) }')];
  for (const _ of times) {
    await expect(run(invalid, {}, context)).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining('nothing') }],
    });
    await expect(run(asking, { in: {} }, context)).rejects.toBeInstanceOf(AggregateError);
  }
});

it('answers null data when a non-null root field fails', async () => {
  const run = running();
  const document = parse('{ sure }');
  for (const _ of times)
    expect(await run(document, {}, context)).toMatchObject({
      data: null,
      errors: [{ path: ['sure'], extensions: { code: 'NOT_FOUND' } }],
    });
});
