import { expect, it } from '@jest/globals';
import { enumerationsSdl } from '@otklik/contracts/enumerations-sdl';
import type { Logger } from '@otklik/observability';
import { buildSchema, parse } from 'graphql';
import type { OperationContext } from './context.js';
import { openEnumerations } from './open-enumerations.js';
import { documentRunner } from './run-document.js';

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const context = { language: 'ru', requestId: 'r' } as OperationContext;

function runner(channels: readonly unknown[]) {
  const query = 'type Query { rows(of: Channel): [Row!]! } type Row { channel: Channel!, type: EventType! }';
  const schema = openEnumerations(buildSchema(`enum RefusalCode { NOT_FOUND } ${enumerationsSdl()} ${query}`));
  schema.getQueryType()!.getFields()['rows']!.resolve = () =>
    channels.map((channel) => ({ channel, type: 'NEWER_EVENT' }));
  return documentRunner({ schema, logger: silent });
}

/** The document runner interprets a document the first time and compiles it from the second on. */
const times = [1, 2, 3];

it('answers a value that a newer build added as it is, and loses no row', async () => {
  const run = runner(['SITE', 'MESSENGER']);
  const document = parse('{ rows { channel type } }');
  for (const _ of times) {
    expect(await run(document, {}, context)).toEqual({
      data: { rows: ['SITE', 'MESSENGER'].map((channel) => ({ channel, type: 'NEWER_EVENT' })) },
    });
  }
});

it('still refuses output that is not an upper-case word, and an unknown value as input', async () => {
  const rows = parse('{ rows { channel } }');
  for (const wrong of ['a messenger', 7]) {
    const run = runner([wrong]);
    for (const _ of times) expect((await run(rows, {}, context)).errors).toHaveLength(1);
  }
  const run = runner([]);
  await expect(run(parse('{ rows(of: MESSENGER) { channel } }'), {}, context)).rejects.toThrow();
});
