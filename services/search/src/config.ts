import { fileURLToPath } from 'node:url';
import { address, integer, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';

const schema = {
  server: address(
    'ELASTICSEARCH_URL',
    'the search server (Elasticsearch 8 or 9, OpenSearch 2 or 3), with user and password where it asks; without it PostgreSQL answers',
    ['https', 'http'],
  ),
  prefix: text('ELASTICSEARCH_PREFIX', 'how the names of our indices begin on a server that is shared', 'otklik'),
  shards: integer('ELASTICSEARCH_SHARDS', 'primary shards of a new index; a district lives in one of them', {
    fallback: 1,
    min: 1,
    max: 32,
  }),
  sstuMapping: text(
    'SSTU_MAPPING',
    'file by which appeals become the monthly report to ССТУ.РФ',
    deployed('reports/sstu/2023.yaml'),
  ),
};

export type SearchConfig = ConfigOf<typeof schema>;

const PREFIX = /^[a-z][a-z0-9-]{0,40}$/;

/** Throws when a variable is wrong; says which. */
export function searchConfig(environment: Environment): SearchConfig {
  const { prefix } = schema;
  const parse = (raw: string | undefined): string => {
    const given = prefix.parse(raw);
    if (!PREFIX.test(given)) throw new Error('must be small letters, digits and hyphens, a letter first');
    return given;
  };
  return readConfig({ ...schema, prefix: { ...prefix, parse } }, environment);
}

/** From `src`, `dist` and the bundle alike. */
function deployed(file: string): string {
  return fileURLToPath(new URL(`../../../deploy/${file}`, import.meta.url));
}
