import type { Client } from '@elastic/elasticsearch';

const BULK = 500;

export interface StoredDocument {
  readonly id: string;
  readonly district: number;
  readonly document: object;
}

/** Writes the documents by the bare client, with routing and external version, and makes them searchable. */
export async function bulkYardstick(
  client: Client,
  index: string,
  documents: readonly StoredDocument[],
): Promise<void> {
  for (let from = 0; from < documents.length; from += BULK) {
    const operations = documents
      .slice(from, from + BULK)
      .flatMap(({ id, district, document }) => [
        { index: { _index: index, _id: id, routing: String(district), version: 1, version_type: 'external' } },
        document,
      ]);
    const { errors } = await client.bulk({ operations });
    if (errors) throw new Error('the server refused a document of the bare client');
  }
  await client.indices.refresh({ index });
}
