import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** User of a broker's second listener, over TLS with any SASL mechanism; the first listener needs no authentication. */
export interface KafkaUser {
  readonly username: string;
  readonly password: string;
}

const ALIAS = 'broker';
/** Password of a key store that only its owner can read. */
const STORE_PASSWORD = 'only-of-this-folder';

const storeOf = (folder: string): string => join(folder, 'broker.p12');

/** The broker's self-signed certificate, in the broker's folder. */
export const certificateOf = (folder: string): string => join(folder, 'broker.pem');

/** Creates the broker's key and certificate with keytool, once. */
export async function makeKeyStore(java: string, folder: string): Promise<void> {
  if (existsSync(certificateOf(folder))) return;
  const keytool = (...args: string[]) =>
    promisify(execFile)(join(java, 'bin', 'keytool'), [
      ...args,
      ...['-alias', ALIAS, '-keystore', storeOf(folder), '-storetype', 'PKCS12', '-storepass', STORE_PASSWORD],
    ]);
  const names = ['-dname', 'CN=otklik broker', '-ext', 'san=ip:127.0.0.1,dns:localhost'];
  await keytool('-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '30', ...names);
  await keytool('-exportcert', '-rfc', '-file', certificateOf(folder));
}

/** Arguments of `kafka.tools.StorageTool format`. */
export function scramArguments({ username, password }: KafkaUser): readonly string[] {
  return ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
    '--add-scram',
    `${mechanism}=[name=${username},password=${password}]`,
  ]);
}

/** The broker's settings for the listener SECURED. */
export function securitySettings(folder: string, { username, password }: KafkaUser): Readonly<Record<string, string>> {
  const modules = 'org.apache.kafka.common.security';
  const scram = `${modules}.scram.ScramLoginModule required;`;
  return {
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': storeOf(folder),
    'ssl.keystore.password': STORE_PASSWORD,
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    'listener.name.secured.scram-sha-256.sasl.jaas.config': scram,
    'listener.name.secured.scram-sha-512.sasl.jaas.config': scram,
    'listener.name.secured.plain.sasl.jaas.config': `${modules}.plain.PlainLoginModule required user_${username}="${password}";`,
  };
}
