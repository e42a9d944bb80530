import { needing } from '@otklik/testing';
import { randomBytes } from 'node:crypto';
import { openSearchServer, type SearchServer } from './search-server.js';

/** Address of a search server for the specs; undefined: none runs here. `npm run stack -- up --only search` starts one. */
export const testServerUrl = process.env['OTKLIK_TEST_ELASTICSEARCH'];

/** Specs that need a search server. */
export function onSearchServer(specs: () => void): void {
  needing(testServerUrl ? undefined : 'needs a search server: OTKLIK_TEST_ELASTICSEARCH=http://host:port', specs);
}

/** The server with a name space of its own, so that spec files beside each other do not meet. */
export async function testSearchServer(): Promise<SearchServer> {
  const prefix = testPrefix();
  return openSearchServer({ url: testServerUrl ?? '', prefix, shards: 2 });
}

export function testPrefix(): string {
  return `test-${randomBytes(4).toString('hex')}`;
}

/** Takes away all that the specs made. */
export async function closeTestSearchServer({ client, prefix }: SearchServer): Promise<void> {
  const found = await client.indices.get({ index: `${prefix}-*` });
  const index = Object.keys(found);
  if (index.length > 0) await client.indices.delete({ index });
  await client.indices.deleteIndexTemplate({ name: `${prefix}-*` }, { ignore: [404] });
  await client.close();
}
