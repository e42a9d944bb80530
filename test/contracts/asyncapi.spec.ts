import { expect, it } from '@jest/globals';
import { asyncApi, messageName } from '@otklik/contracts/asyncapi';
import { eventOwners, publishedBy } from '@otklik/contracts/published-events';
import { samples } from '@otklik/contracts/samples';
import { createRequire } from 'node:module';
import { Compile } from 'typebox/schema';
import { Value } from 'typebox/value';

type Node = Readonly<Record<string, unknown>>;
const document = JSON.parse(asyncApi()) as Node;

function find(path: string): unknown {
  return path
    .slice(2)
    .split('/')
    .reduce<unknown>((node, step) => (node as Node | undefined)?.[step], document);
}

function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [value as string] : references(value)));
}

it('is what AsyncAPI’s own schema describes', () => {
  const schema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
  const [, errors] = Compile(schema).Errors(document);
  expect(errors).toEqual([]);
  const [valid] = Compile(schema).Errors({ ...document, channels: { one: { adress: 'misspelt' } } });
  expect(valid).toBe(false);
});

it('names nothing that is not there', () => {
  const found = references(document);
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter((path) => find(path) === undefined)).toEqual([]);
});

it('has a channel for each topic, with a message for each event in each version', () => {
  for (const owner of eventOwners) {
    const channel = find(`#/channels/${owner.topic}`) as { address: string; messages: Node };
    expect(channel.address).toBe(owner.topic);
    expect(Object.keys(channel.messages)).toEqual(publishedBy(owner).map(messageName));
  }
});

it.each(samples().map(({ name, event }) => [name, event] as const))('describes %s as it travels', (name, event) => {
  const { payload } = find(`#/components/messages/${name}`) as { payload: { allOf: [Node, { properties: Node }] } };
  const envelope = find('#/components/schemas/envelope') as { properties: Node; required: readonly string[] };
  expect(envelope.required.filter((field) => !(field in event))).toEqual([]);
  expect(Object.keys(event).filter((field) => field !== 'data' && !(field in envelope.properties))).toEqual([]);
  const { type, schema, data } = payload.allOf[1].properties;
  expect([type, schema]).toEqual([{ const: event.type }, { const: event.schema }]);
  expect(Value.Check(data as never, event.data)).toBe(true);
});
