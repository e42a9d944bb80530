import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compact, weaknessOfKey } from '@otklik/kernel';
import { keyEncryptionKeys } from '@otklik/vault';
import type { JSONWebKeySet, JWK } from 'jose';
import {
  address,
  choice,
  integer,
  readConfig,
  secretText,
  text,
  type ConfigOf,
  type Environment,
  type Setting,
} from '../config.js';
import { metricsTokenSetting } from '../metrics-access.js';
import { purposeKeys } from '../purpose-keys.js';
import type { KafkaConfig } from './transport.js';

/** A mandatory setting. */
export function needed<Value>({ variable, about, parse }: Setting<Value | undefined>): Setting<Value> {
  return {
    variable,
    about,
    parse: (raw) => {
      const value = parse(raw);
      if (value === undefined) throw new Error('must be given');
      return value;
    },
  };
}

function parsed<Value>(variable: string, about: string, read: (raw: string) => Value): Setting<Value | undefined> {
  return { variable, about, parse: (raw) => (raw === undefined ? undefined : read(raw)) };
}

/** Settings of every process of the cluster, the gateway included. */
export const processSettings = {
  host: text('HOST', 'address to listen on', '127.0.0.1'),
  port: integer('PORT', 'port to listen on; 0 takes a free one', { fallback: 0, min: 0, max: 65_535 }),
  database: needed(
    address('DATABASE_URL', 'server and database; each process signs in as its own roles', ['postgres', 'postgresql']),
  ),
  metricsToken: metricsTokenSetting,
  roleSecret: needed(secretText('OTKLIK_ROLE_SECRET', 'secret of the database roles’ passwords')),
  secret: needed(parsed('OTKLIK_HASH_SECRET', 'secret of keyed hashes, 32 bytes in base64', secretOf)),
  logLevel: choice(
    'OTKLIK_LOG_LEVEL',
    'the least that is logged',
    ['debug', 'info', 'warn', 'error', 'silent'],
    'info',
  ),
} as const;

const kafkaSettings = {
  brokers: needed(text('KAFKA_BROKERS', 'Kafka brokers, <host>:<port>[,…]', undefined)),
  kafkaTls: choice('KAFKA_TLS', 'whether to connect to brokers over TLS', ['on', 'off'], 'off'),
  kafkaCa: text('KAFKA_CA_FILE', 'file of the authority that signed the brokers’ certificates', undefined),
  kafkaMechanism: choice(
    'KAFKA_SASL_MECHANISM',
    'how the process signs in at the brokers',
    ['plain', 'scram-sha-256', 'scram-sha-512'],
    'scram-sha-512',
  ),
  kafkaUser: text('KAFKA_USERNAME', 'user name at the brokers; without one the connection is anonymous', undefined),
  kafkaPassword: text('KAFKA_PASSWORD', 'its password', ''),
  kafkaNamespace: text('KAFKA_NAMESPACE', 'prefix of topic names, where installations share brokers', ''),
  topicsFile: text(
    'OTKLIK_TOPICS',
    'file with partitions and replication of each topic',
    deployed('kafka/topics.yaml'),
  ),
} as const;

const serviceSettings = {
  ...processSettings,
  kek: needed(
    parsed(
      'OTKLIK_KEK',
      'keys that wrap the districts’ keys, <id>:<32 bytes in base64>, the current one first',
      (raw) => keyEncryptionKeys(raw),
    ),
  ),
  actorKeys: needed(
    parsed('OTKLIK_ACTOR_KEY', 'public key of the gateway’s calls, a JWK of Ed25519 or a set of them', actorKeysOf),
  ),
  ...kafkaSettings,
  dataDir: text('OTKLIK_DATA', 'folder for files that are not in the database', '.otklik'),
} as const;

export type ServiceConfig = ConfigOf<typeof serviceSettings>;

/** Throws `WrongConfiguration`. */
export function readServiceConfig(environment: Environment = process.env): ServiceConfig {
  return readConfig(serviceSettings, environment);
}

/** Connection settings of the brokers. */
export function kafkaConfig(config: ConfigOf<typeof kafkaSettings>): KafkaConfig {
  const { brokers, kafkaTls, kafkaCa, kafkaMechanism, kafkaUser, kafkaPassword, kafkaNamespace, topicsFile } = config;
  const tls = kafkaCa === undefined ? true : { ca: readFileSync(kafkaCa) };
  const sasl = { mechanism: kafkaMechanism, username: kafkaUser ?? '', password: kafkaPassword };
  return {
    brokers: brokers.split(',').map((broker) => broker.trim()),
    namespace: kafkaNamespace,
    topicsFile,
    ...(kafkaTls === 'on' && { tls }),
    ...(kafkaUser !== undefined && { sasl }),
  };
}

/** For programs that use the brokers and are no service. Throws `WrongConfiguration`. */
export function readKafkaConfig(environment: Environment): KafkaConfig {
  return kafkaConfig(readConfig(kafkaSettings, environment));
}

/** From `src` and `dist` alike. */
function deployed(file: string): string {
  return fileURLToPath(new URL(`../../../../deploy/${file}`, import.meta.url));
}

/** Services read their own settings from it. */
export function processEnvironment(): Environment {
  return process.env;
}

function secretOf(raw: string): (purpose: string) => Buffer {
  const bytes = Buffer.from(raw, 'base64');
  if (bytes.length !== 32) throw new Error('must be 32 bytes in base64');
  const weakness = weaknessOfKey(bytes);
  if (weakness !== undefined) throw new Error(weakness);
  return purposeKeys(bytes);
}

/** One value may be shared by all processes of a trial installation: of a private key only the public half is kept. */
function actorKeysOf(raw: string): JSONWebKeySet {
  const given = jsonOf(raw) as JWK | JSONWebKeySet;
  const keys = 'keys' in given ? (given as JSONWebKeySet).keys : [given as JWK];
  return { keys: keys.map(publicHalf) };
}

function publicHalf({ kty, crv, x, kid }: JWK): JWK {
  if (kty !== 'OKP' || crv !== 'Ed25519' || !x) throw new Error('must be a JWK of the curve Ed25519');
  return compact({ kty, crv, x, alg: 'EdDSA', kid });
}

/** The private key that the edge signs with. */
export function actorKeyOf(raw: string): JWK {
  const key = jsonOf(raw) as JWK;
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519' || !key.d) throw new Error('must be a private JWK of Ed25519');
  return key;
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    // The parser's message is dropped, because it quotes a part of the key.
    throw new Error('must be JSON');
  }
}
