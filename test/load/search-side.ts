import {
  DistrictLanguages,
  indexedText,
  IndexSource,
  migrations,
  PostgresIndexTarget,
  RegisterChanges,
  PostgresRegisterReader,
  postgresSearchIndex,
  serverSide,
  type IndexDocument,
  type Language,
  type SearchReading,
  type ServerSide,
} from '@otklik/search/measured';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { noThrottle } from '@otklik/kernel';
import { installService, memoryDirectory, openDatabase, type Database, type District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { memoryVault, type KeyKeeper } from '@otklik/vault';
import type { Pool } from 'pg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { missingRequirement } from '../../deploy/stack/stack.js';
import { benchServer, quietPool } from './bench-server.js';
import { benchSearch } from './bench-stack.js';
import { mulberry32 } from '@otklik/kernel';
import type { TextSource } from './generated-texts.js';
import { newId, silent } from './log-fixtures.js';

/** The reason why this machine cannot run the search server; undefined when it can. */
export { missingRequirement };

/** The reading half of the search service, on a PostgreSQL and a search server of the bench's own. */
export interface SearchSide extends AsyncDisposable {
  readonly given: {
    readonly database: Database;
    readonly worker: Pool;
    readonly vault: KeyKeeper;
    readonly directory: ReturnType<typeof memoryDirectory>;
    readonly logger: typeof silent;
    readonly environment: Readonly<Record<string, string>>;
  };
  readonly source: IndexSource;
  readonly own: PostgresIndexTarget;
  readonly side: ServerSide;
  readonly url: string;
  readonly analyse: Analyse;
  /** As the cluster's search service asks. */
  readonly reading: SearchReading;
}

export const DISTRICTS = [1, 2, 3];
const district = (id: number): District => ({
  id,
  code: `d${id}`,
  name: `d${id}`,
  zone: 'Asia/Yakutsk',
  public: samplePublicInformation,
  organisations: [],
  settlements: [],
  routingRules: [],
  synonyms: [],
  accounts: [],
  policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 30, numberPrefix: 'А' },
  calendar: { version: '1', days: {}, years: [] },
  officials: [],
  departments: [],
  topics: [],
});

/** The index in PostgreSQL, alone. */
export type PostgresSide = Pick<SearchSide, 'given' | 'source' | 'own' | typeof Symbol.asyncDispose>;

export async function postgresSide(environment: Readonly<Record<string, string>> = {}): Promise<PostgresSide> {
  await using opened = new AsyncDisposableStack();
  const server = opened.use(await benchServer());
  const urls = await installService(server.url, 'search', migrations, 'roles-of-specs-1');
  const database = openDatabase(urls.app, 'search', { max: 6 });
  const worker = quietPool(urls.worker, 4);
  opened.defer(() => Promise.all([database.close(), worker.end()]).then(() => undefined));
  const given = {
    database,
    worker,
    vault: memoryVault(),
    directory: memoryDirectory(DISTRICTS.map(district)),
    logger: silent,
    environment,
    throttle: noThrottle,
  };
  const analyse = analyser(await russianMorphology());
  const { directory, logger } = given;
  const changes = new RegisterChanges(worker, database, logger);
  const source = new IndexSource(database, directory, new PostgresRegisterReader(database), changes, analyse, logger);
  const own = new PostgresIndexTarget(database, worker, analyse, noThrottle);
  const all = opened.move();
  return { given, source, own, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Throws when this machine cannot run the search server. */
export async function searchSide(print: (line: string) => void): Promise<SearchSide> {
  await using opened = new AsyncDisposableStack();
  const { url } = opened.use(await benchSearch(print));
  const environment = { ELASTICSEARCH_URL: url, ELASTICSEARCH_PREFIX: `b${newId()}` };
  const { given, source, own } = opened.use(await postgresSide(environment));
  const side = opened.adopt((await serverSide(given.worker, given.environment, given.logger, noThrottle))!, (one) =>
    one.close(),
  );
  const reading = side.degrading(postgresSearchIndex(given.database, source.analyse));
  const all = opened.move();
  const made = { given, source, own, side, url, analyse: source.analyse, reading };
  return { ...made, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

let language: Language | undefined;

/** With the synonyms of the platform. */
export function languageOf({ analyse }: Pick<IndexSource, 'analyse'>): Language {
  const file = join(import.meta.dirname, '../../deploy/synonyms.yaml');
  const { synonyms } = parse(readFileSync(file, 'utf8')) as { readonly synonyms: District['synonyms'] };
  language ??= new DistrictLanguages(analyse).of([{ id: 0, synonyms }]);
  return language;
}

const TOPICS = 40;
const DEPARTMENTS = 12;
const STATES = ['RECEIVED', 'REGISTERED', 'ANSWERED', 'WITHDRAWN'] as const;

/** Half of the texts are of district 1, a quarter of each other. */
export function generatedDocuments(count: number, texts: TextSource, analyse: Analyse): readonly IndexDocument[] {
  const random = mulberry32(count);
  const below = (limit: number): number => Math.floor(random() ** 2 * limit);
  return Array.from({ length: count }, (_, at) => {
    const receivedAt = new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 700 * 86_400_000)).toISOString();
    return {
      district: [1, 2, 1, 3][at % 4]!,
      id: newId(),
      version: at + 1,
      text: indexedText([texts.text()], analyse),
      facets: {
        receivedAt,
        appeal: {
          regime: 'SOCIAL_MESSAGE',
          state: STATES[below(4)]!,
          receivedOn: receivedAt.slice(0, 10),
          receivedMonth: receivedAt.slice(0, 7),
        },
        questions: [{ topic: `topic-${below(TOPICS)}`, department: `department-${below(DEPARTMENTS)}` }],
      },
    };
  });
}
