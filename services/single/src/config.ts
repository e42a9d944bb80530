import { fileURLToPath } from 'node:url';
import {
  address,
  choice,
  integer,
  issuerAddress,
  metricsTokenSetting,
  readConfig,
  secretText,
  text,
  type ConfigOf,
  type Environment,
} from '@otklik/host';
import { mailSettings } from '@otklik/host/mail';
import { bodyOrigins } from '@otklik/host/networks';
import { needed } from '@otklik/host/process';

/** From `src` and `dist` alike. */
function deployed(folder: string): string {
  return fileURLToPath(new URL(`../../../deploy/${folder}`, import.meta.url));
}

const settings = {
  demo: choice(
    'OTKLIK_DEMO',
    'districts, officials and appeals to try it with: a quarter of a district, a dozen appeals, or none',
    ['on', 'small', 'off'],
    undefined,
  ),
  demoNetworks: choice(
    'OTKLIK_DEMO_NETWORKS',
    'social networks of the demonstration in its own process, with a page on which people write in them',
    ['on', 'off'],
    'on',
  ),
  networkApis: text(
    'OTKLIK_NETWORK_APIS',
    'simulated networks elsewhere: those of the demonstration are not started',
    undefined,
  ),
  districts: text('OTKLIK_DISTRICTS', 'folder of the districts to load at the start', deployed('districts')),
  bodyOrigins,
  maps: text('OTKLIK_MAPS', 'folder of the districts’ maps, <code>.pmtiles; of the data folder', undefined),
  kek: text(
    'OTKLIK_KEK',
    'keys that wrap the districts’ keys, <id>:<32 bytes in base64>, the current one first',
    undefined,
  ),
  hashSecret: text('OTKLIK_HASH_SECRET', 'secret of keyed hashes and follow-up codes, 32 bytes in base64', undefined),
  roleSecret: secretText('OTKLIK_ROLE_SECRET', 'secret of the database roles’ passwords'),
  tokenKey: text('OTKLIK_TOKEN_KEY', 'private key of our own access tokens, a JWK of ES256', undefined),
  issuer: issuerAddress('OTKLIK_ISSUER', 'issuer of officials’ access tokens; ours when absent'),
  audience: text('OTKLIK_AUDIENCE', 'audience that access tokens must name', 'otklik'),
  jwks: issuerAddress('OTKLIK_JWKS_URL', 'address of the issuer’s public keys'),
  log: choice(
    'OTKLIK_LOG',
    'where log lines go: a file of the data folder, or standard output',
    ['file', 'stdout'],
    'file',
  ),
  logLevel: choice(
    'OTKLIK_LOG_LEVEL',
    'the least that is logged',
    ['debug', 'info', 'warn', 'error', 'silent'],
    'info',
  ),
  metricsToken: metricsTokenSetting,
  backupTo: text('OTKLIK_BACKUP_TO', 'folder of backups: sets on schedule, and the log between them', undefined),
  backupBucket: text(
    'OTKLIK_BACKUP_BUCKET',
    's3://bucket/prefix, where the folder of backups is copied on to',
    undefined,
  ),
  backupEvery: integer('OTKLIK_BACKUP_EVERY', 'hours between two sets', { fallback: 24, min: 1, max: 8_760 }),
  backupKeep: integer('OTKLIK_BACKUP_KEEP', 'how many sets stay', { fallback: 7, min: 1, max: 1_000 }),
  backupPassphrase: text('OTKLIK_BACKUP_PASSPHRASE', 'seals the secrets in the sets', undefined),
  anchors: text('OTKLIK_ANCHORS', 'folder of the signed heads of hash chains; of the data folder', undefined),
  anchorMinutes: integer('OTKLIK_ANCHOR_MINUTES', 'minutes between two anchors', { fallback: 10, min: 1, max: 1_440 }),
  trustProxy: text('OTKLIK_TRUST_PROXY', 'addresses of proxies whose X-Forwarded-For is trusted', undefined),
  tokenMinutes: integer('OTKLIK_TOKEN_MINUTES', 'life of our own access tokens, minutes', {
    fallback: 60,
    min: 1,
    max: 720,
  }),
} as const;

/** Settings of the migration job. */
const migrationSettings = {
  database: needed(
    address('DATABASE_URL', 'server and database, as the role that owns them', ['postgres', 'postgresql']),
  ),
  roleSecret: needed(secretText('OTKLIK_ROLE_SECRET', 'secret of the database roles’ passwords')),
  districts: settings.districts,
  bodyOrigins,
} as const;

/** Settings of the jobs of evidence beside a cluster: each has the services' roles, not the owner's. */
const evidenceSettings = {
  database: needed(address('DATABASE_URL', 'server and database of the services', ['postgres', 'postgresql'])),
  roleSecret: migrationSettings.roleSecret,
  hashSecret: needed(settings.hashSecret),
  brokers: needed(text('KAFKA_BROKERS', 'Kafka brokers, <host>:<port>[,…]', undefined)),
  dataDir: text('OTKLIK_DATA', 'folder for files of the job', '.otklik'),
  anchors: needed(settings.anchors),
  log: settings.log,
} as const;

const anchorsSettings = (environment: Environment) => {
  const { smtpUrl, mailFrom } = mailSettings(environment);
  return { ...evidenceSettings, smtpUrl, mailFrom };
};

const verifySettings = {
  ...evidenceSettings,
  kek: needed(settings.kek),
  searchServer: text('ELASTICSEARCH_URL', 'the search server whose index is verified', undefined),
} as const;

/** Throws `WrongConfiguration`. */
export function readAnchorsConfig(environment: Environment = process.env) {
  return readConfig(anchorsSettings(environment), environment);
}

/** Throws `WrongConfiguration`. */
export function readVerifyConfig(environment: Environment = process.env) {
  return readConfig(verifySettings, environment);
}

/** The mail server, by the variable of every service that sends letters. */
export function readMailServer(environment: Environment = process.env): { readonly smtpUrl: string | undefined } {
  return readConfig({ smtpUrl: mailSettings(environment).smtpUrl }, environment);
}

/** By the variable of the service that searches; undefined where PostgreSQL does. */
export function readSearchServer(environment: Environment = process.env): {
  readonly searchServer: string | undefined;
} {
  return readConfig({ searchServer: verifySettings.searchServer }, environment);
}

export type MigrationConfig = ConfigOf<typeof migrationSettings>;

/** Throws `WrongConfiguration`. */
export function readMigrationConfig(environment: Environment = process.env): MigrationConfig {
  return readConfig(migrationSettings, environment);
}

export type SingleConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readSingleConfig(environment: Environment = process.env): SingleConfig {
  return readConfig(settings, environment);
}

/** Services read their own settings from it. */
export { processEnvironment } from './cli/config.js';
