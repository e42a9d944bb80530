import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { purposeKeys } from '@otklik/host';
import { weaknessOfKey } from '@otklik/kernel';
import { keyEncryptionKeys, type KeyEncryptionKeys } from '@otklik/vault';
import type { JWK } from 'jose';
import type { SingleConfig } from './config.js';
import { writeWhole } from './durable-file.js';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

export interface Secrets {
  /** Wrap the districts' keys. Without them no personal text can be read. */
  readonly kek: KeyEncryptionKeys;
  /** The passwords of the database roles derive from it. */
  readonly roleSecret: string;
  /** Private key of our own access tokens, ES256. */
  readonly tokenKey: JWK;
  /** A key of its own for each purpose (HKDF-SHA256), 32 bytes. */
  readonly forPurpose: (purpose: string) => Buffer;
  /** The same as another process's environment; of the token key only the public half. */
  readonly environment: Readonly<Record<string, string>>;
}

interface Stored {
  readonly kek: string;
  readonly hash: string;
  readonly roles: string;
  readonly tokenKey: JWK;
}

/**
 * The secrets of `<dataDir>/secrets.json` (created at the first start, mode 0600); the configuration overrides each. With
 * data but without the file it throws: new keys would not open the old data.
 */
export async function openSecrets(dataDir: string, config: SingleConfig): Promise<Secrets> {
  const stored = await readOrMake(dataDir);
  const kek = config.kek ?? stored.kek;
  const hash = config.hashSecret ?? stored.hash;
  const roleSecret = config.roleSecret ?? stored.roles;
  const tokenKey = config.tokenKey === undefined ? stored.tokenKey : parseKey(config.tokenKey);
  const { d: _, ...publicHalf } = tokenKey;
  return {
    kek: wrappingKeys(kek),
    roleSecret,
    tokenKey,
    forPurpose: purposeKeys(bytes32('OTKLIK_HASH_SECRET', hash)),
    environment: {
      OTKLIK_KEK: kek,
      OTKLIK_HASH_SECRET: hash,
      OTKLIK_ROLE_SECRET: roleSecret,
      OTKLIK_TOKEN_KEY: JSON.stringify(publicHalf),
    },
  };
}

/** The key encryption keys of `secrets.json`, the current one first, as the text that the configuration would have. */
export async function storedKek(dataDir: string): Promise<string> {
  return (await readOrMake(dataDir)).kek;
}

export async function storeKek(dataDir: string, kek: string): Promise<void> {
  const stored = await readOrMake(dataDir);
  await writeWhole(join(dataDir, 'secrets.json'), toText({ ...stored, kek }));
}

/** With an id of its own, as `<id>:<base64>`. */
export function newKek(): string {
  return `${randomBytes(4).toString('hex')}:${secret()}`;
}

function secret(): string {
  return randomBytes(32).toString('base64');
}

function toText(stored: Stored): string {
  return `${JSON.stringify(stored, undefined, 2)}\n`;
}

async function readOrMake(dataDir: string): Promise<Stored> {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Stored;
  if (existsSync(join(dataDir, 'initialised')))
    throw new PlainError(`${file} is missing, and nothing else opens the data: bring it back from the backup.`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made: Stored = {
    kek: `first:${secret()}`,
    hash: secret(),
    roles: secret(),
    tokenKey: { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomBytes(8).toString('hex'), alg: 'ES256' },
  };
  await writeWhole(file, toText(made));
  await writeWhole(join(dataDir, 'initialised'), 'secrets.json was made; without it the data cannot be read.\n');
  return made;
}

function wrappingKeys(text: string): KeyEncryptionKeys {
  try {
    return keyEncryptionKeys(text);
  } catch (error) {
    throw new PlainError(`OTKLIK_KEK: ${(error as Error).message}`);
  }
}

function bytes32(variable: string, base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new PlainError(`${variable} must be 32 bytes in base64 (openssl rand -base64 32).`);
  const weakness = weaknessOfKey(bytes);
  if (weakness !== undefined) throw new PlainError(`${variable} ${weakness}.`);
  return bytes;
}

function parseKey(json: string): JWK {
  try {
    const key = JSON.parse(json) as JWK;
    if (key.kty === 'EC' && key.crv === 'P-256' && key.d) return { alg: 'ES256', kid: 'configured', ...key };
  } catch {
    // Reported below: the parser's message would repeat the secret.
  }
  throw new PlainError('OTKLIK_TOKEN_KEY must be a private JWK of the curve P-256.');
}
