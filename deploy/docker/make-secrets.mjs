/**
 * `node deploy/docker/make-secrets.mjs [folder]`: writes the secrets of an installation, one file each, by default to
 * deploy/secrets. Existing files are kept. Plain JavaScript: it runs on any Node.js ≥ 20 before packages are installed.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? fileURLToPath(new URL('../secrets', import.meta.url));
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);

/** World-readable, because the containers run as other users; the folder is accessible to its owner only. */
function keep(name, make) {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o444, flag: 'wx' });
  return read(name);
}

function read(name) {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

const secret = () => randomBytes(32).toString('base64');
const kid = () => randomBytes(8).toString('hex');

keep('kek', () => `first:${secret()}`);
keep('hash-secret', secret);
keep('role-secret', secret);
keep('metrics-token', () => randomBytes(32).toString('base64url'));
const password = keep('postgres-password', () => randomBytes(24).toString('base64url'));
keep('database-owner-url', () => `postgres://otklik_owner:${password}@postgres:5432/otklik`);
const ofSearch = keep('elasticsearch-password', () => randomBytes(24).toString('base64url'));
// Earlier ones knew no password.
if (read('elasticsearch-url') === 'http://elasticsearch:9200') rmSync(join(folder, 'elasticsearch-url'));
keep('elasticsearch-url', () => `http://elastic:${ofSearch}@elasticsearch:9200`);
const actor = keep('actor-key', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: kid(), alg: 'EdDSA' });
});
keep('actor-public-key', () => {
  const { d: _, ...open } = JSON.parse(actor);
  return JSON.stringify(open);
});
keep('token-key', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: kid(), alg: 'ES256' });
});
// Of the client `otklik` at an OIDC provider (deploy/keycloak); unused without one.
keep('oidc-client-secret', secret);
// Of our client at the issuer that vouches for residents; put its own here, unused without one.
keep('resident-client-secret', secret);
// Of the service that signs requests to ЕСИА; empty: it asks for none, or there is no ЕСИА.
keep('esia-signer-token', () => '');
// Of Keycloak, where it runs beside: its role at PostgreSQL, and its first administrator.
keep('keycloak-database-password', () => randomBytes(24).toString('base64url'));
keep('keycloak-admin-password', () => randomBytes(24).toString('base64url'));
// Empty: in Compose letters become files in the volume of notifications, in Kubernetes it does not start. Else
// smtps://user:password@host:465.
keep('smtp-url', () => '');
// Empty: PostgreSQL keeps residents' files. Else a bucket: https://key:secret@host/bucket?region=name.
keep('files-url', () => '');
