import { Client } from '@elastic/elasticsearch';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { workerTransaction } from '@otklik/messaging';
import {
  indexDocument,
  Indexer,
  indexNameOf,
  rebuildIndex,
  registerUnderstands,
  searchReadModels,
  storedDocument,
} from '@otklik/search/measured';
import { interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { generatedTexts, type TextSource } from './generated-texts.js';
import { newId } from './read-side.js';
import { DISTRICTS, searchSide, whatIsMissing, type SearchSide } from './search-side.js';

export const name = 'reindex';

const ROUNDS = 3;
const EVENTS = 250;
const BULK = 500;

/**
 * The search server's index filled anew from the register, which was folded from events: read, analysed, written, swapped ÷
 * the bare client's bulk of the same documents, ready in memory, into an index of the same mapping.
 */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const missing = whatIsMissing();
  if (missing) throw new Error(missing);
  const side = await searchSide(say);
  const client = new Client({ node: side.url });
  try {
    const size = full ? 100_000 : 5_000;
    say(`${size} appeals are received`);
    await receive(side, size);
    const documents = await readyDocuments(side, size);
    say('the index is filled');
    const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
      const begun = performance.now();
      await work();
      return size / ((performance.now() - begun) / 1_000);
    };
    const { parts } = side.side;
    const figures = await interleaved(
      ROUNDS,
      async () => {
        const { build } = await parts.builds.live();
        if (build !== undefined) await parts.builds.drop(build);
        return perSecond(() => rebuildIndex(parts, new Indexer(parts)));
      },
      async () => {
        const index = indexNameOf({ prefix: 'otklik' }, `bare${newId()}`);
        await client.indices.create({ index });
        const docs = await perSecond(() => bulk(client, index, documents));
        await client.indices.delete({ index });
        return docs;
      },
    );
    const title = `register of ${size} appeals → index ÷ raw client's bulk of the same documents`;
    return [{ name: title, unit: 'docs/s', floor: 0.6, goal: 0.8, ...figures }];
  } finally {
    await client.close();
    await side.stop();
  }
}

type Ready = { readonly id: string; readonly district: number; readonly document: object };

async function bulk(client: Client, index: string, documents: readonly Ready[]): Promise<void> {
  for (let from = 0; from < documents.length; from += BULK) {
    const operations = documents
      .slice(from, from + BULK)
      .flatMap(({ id, district, document }) => [
        { index: { _index: index, _id: id, routing: String(district), version: 1, version_type: 'external' } },
        document,
      ]);
    const { errors } = await client.bulk({ operations });
    if (errors) throw new Error('the bare client was refused');
  }
  await client.indices.refresh({ index });
}

async function readyDocuments({ own, given }: SearchSide, size: number): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (const district of DISTRICTS) {
    const { rows } = await given.database
      .scope(district)
      .query<{ id: string }>('select id from search.register where district = $1', [district]);
    for (let from = 0; from < rows.length; from += BULK) {
      const ids = rows.slice(from, from + BULK).map(({ id }) => id);
      for (const row of await own.reader.rows([district], ids)) {
        const document = indexDocument(row, own.analyse, given.directory)!;
        ready.push({ id: row.id, district, document: storedDocument(document) });
      }
    }
  }
  if (ready.length !== size) throw new Error(`${ready.length} of ${size} appeals stand in the register`);
  return ready;
}

async function receive({ given }: SearchSide, size: number): Promise<void> {
  const models = searchReadModels(given);
  await models.start();
  const { handle } = models.consumer('search.register', ['intake.events'], registerUnderstands);
  if (typeof handle === 'function') throw new Error('a batch handler was expected');
  const texts = generatedTexts(size);
  for (let at = 0; at < size; at += EVENTS) {
    const events = await Promise.all(Array.from({ length: EVENTS }, (_, of) => received(given, texts, at + of)));
    await workerTransaction(given.worker, (tx) => handle.batch(events, tx));
  }
  await models.stop();
}

async function received({ vault }: SearchSide['given'], texts: TextSource, at: number): Promise<PublicEvent> {
  const district = DISTRICTS[at % DISTRICTS.length]!;
  const [id, appeal, person] = [newId(), newId(), newId()];
  const now = new Date().toISOString();
  await vault.createPerson(district, person);
  return {
    ...{
      id,
      type: 'AppealReceived',
      schema: 1,
      district,
      stream: appeal,
      version: 1,
      at: now,
      recordedAt: now,
      appeal,
    },
    ...{
      topic: 'intake.events',
      position: at + 1,
      actor: { kind: 'anyone' },
      commandId: newId(),
      correlationId: appeal,
    },
    data: {
      ...{ receipt: `П-${at}`, regime: 'SOCIAL_MESSAGE', channel: 'SITE', person, identified: false, files: [] },
      ...{ receivedAt: now, receivedOn: now.slice(0, 10), zone: 'Asia/Yakutsk' },
      text: await vault.seal(district, person, id, 'text', texts.text()),
    },
  };
}
