import { randomBytes } from 'node:crypto';
import { openSearchServer, type SearchServer } from './search-server.js';

const VARIABLE = 'OTKLIK_TEST_ELASTICSEARCH';
const url = process.env[VARIABLE];
if (!url) console.warn(`SKIPPED: what needs a search server, because ${VARIABLE} names none.`);

/** False: specs that need a search server are to be left out; it was said. */
export const hasSearchServer = url !== undefined;

/** The server with a name space of its own, so that spec files beside each other do not meet. */
export async function testSearchServer(
  over: { readonly url?: string; readonly timeout?: number } = {},
): Promise<SearchServer> {
  if (!url) throw new Error(`${VARIABLE} is not set.`);
  return openSearchServer({ url, prefix: `test-${randomBytes(4).toString('hex')}`, shards: 2, ...over });
}

/** Takes away all that the specs made. */
export async function closeTestSearchServer({ client, prefix }: SearchServer): Promise<void> {
  const found = await client.indices.get({ index: `${prefix}-*`, features: ['aliases'] });
  const index = Object.keys(found);
  if (index.length > 0) await client.indices.delete({ index });
  await client.indices.deleteIndexTemplate({ name: `${prefix}-*` }, { ignore: [404] });
  await client.close();
}
