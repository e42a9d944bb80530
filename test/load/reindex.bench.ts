import { Client } from '@elastic/elasticsearch';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { indexDocument, indexNameOf, rebuildIndex, searchReadModels, storedDocument } from '@otklik/search/measured';
import { inTransaction } from '@otklik/tenancy';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { bulkYardstick, type StoredDocument } from './bulk-yardstick.js';
import { generatedTexts } from './generated-texts.js';
import { newId } from './log-fixtures.js';
import { DISTRICTS, searchSide, type SearchSide } from './search-side.js';

export const name = 'reindex';

const ROUNDS = 3;
const EVENTS = 250;
const ROWS = 500;

/**
 * Rebuilding the search server's index from the register: rows are read, analysed, written and swapped in, ÷ the bare
 * client's bulk of the same documents, made beforehand, into an index of the same mapping.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using side = await searchSide(print);
  await using opened = new AsyncDisposableStack();
  const client = opened.adopt(new Client({ node: side.url }), (one) => one.close());
  const size = sized(options, { smoke: 250, usual: 5_000, full: 100_000 });
  print(`${size} appeals are registered`);
  await registerAppeals(side, size);
  const documents = await storedDocuments(side, size);
  print('the index is filled');
  const docsPerSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return (size * 1000) / (performance.now() - begun);
  };
  const { target } = side.side;
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    async () => {
      const { build } = await target.indexVersions.live();
      if (build !== undefined) await target.indexVersions.drop(build);
      const rate = await docsPerSecond(() => rebuildIndex(side.source, target, {}));
      await assertIndexed(client, side, size);
      return rate;
    },
    async () => {
      const index = indexNameOf({ prefix: prefixOf(side.given) }, `bare${newId()}`);
      await client.indices.create({ index });
      const rate = await docsPerSecond(() => bulkYardstick(client, index, documents));
      await client.indices.delete({ index });
      return rate;
    },
  );
  const title = `register of ${size} appeals → index ÷ raw client's bulk of the same documents`;
  return [{ name: title, unit: 'docs/s', floor: 0.6, goal: 0.8, ...figures }];
}

const prefixOf = ({ environment }: SearchSide['given']): string => environment['ELASTICSEARCH_PREFIX']!;

async function assertIndexed(client: Client, { given, side }: SearchSide, size: number): Promise<void> {
  const { build } = await side.target.indexVersions.live();
  const index = indexNameOf({ prefix: prefixOf(given) }, build!);
  await client.indices.refresh({ index });
  const { count } = await client.count({ index });
  if (count !== size) throw new Error(`the index holds ${count} of ${size} appeals`);
}

/** What the indexer writes for each row of the register. */
async function storedDocuments({ source, given }: SearchSide, size: number): Promise<readonly StoredDocument[]> {
  const documents: StoredDocument[] = [];
  for (const district of DISTRICTS) {
    const scope = given.database.scope(district);
    const { rows } = await scope.query<{ id: string }>('select id from search.register where district = $1', [
      district,
    ]);
    for (let from = 0; from < rows.length; from += ROWS) {
      const ids = rows.slice(from, from + ROWS).map(({ id }) => id);
      for (const row of await source.reader.rows([district], ids)) {
        const document = storedDocument(indexDocument(row, source.analyse, given.directory)!);
        documents.push({ id: row.id, district, document });
      }
    }
  }
  if (documents.length !== size) throw new Error(`the register holds ${documents.length} of ${size} appeals`);
  return documents;
}

async function registerAppeals({ given }: SearchSide, size: number): Promise<void> {
  const models = searchReadModels(given.worker, given.vault, given.logger);
  await models.start();
  const texts = generatedTexts(size);
  for (let at = 0; at < size; at += EVENTS) {
    const events = await Promise.all(Array.from({ length: EVENTS }, (_, of) => received(given, texts.text(), at + of)));
    await inTransaction(given.worker, (tx) => models.deliver(events, tx));
  }
  models.stop();
}

async function received({ vault }: SearchSide['given'], text: string, at: number): Promise<PublicEvent> {
  const district = DISTRICTS[at % DISTRICTS.length]!;
  const [id, appeal, person] = [newId(), newId(), newId()];
  const now = new Date().toISOString();
  await vault.createPerson(district, person);
  return {
    id,
    type: 'AppealReceived',
    schema: 1,
    district,
    stream: appeal,
    version: 1,
    at: now,
    recordedAt: now,
    appeal,
    topic: 'intake.events',
    position: at + 1,
    actor: { kind: 'anyone' },
    commandId: newId(),
    correlationId: appeal,
    data: {
      receipt: `П-${at}`,
      regime: 'SOCIAL_MESSAGE',
      channel: 'SITE',
      person,
      identified: false,
      files: [],
      receivedAt: now,
      receivedOn: now.slice(0, 10),
      zone: 'Asia/Yakutsk',
      text: await vault.seal(district, person, id, 'text', text),
    },
  };
}
