import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './config.js';
import type { StackPorts } from './ports.js';
import { programServer, type Server } from './server.js';

export interface KeycloakOptions {
  /** `keycloak` of the stack's folder. */
  readonly folder: string;
  readonly ports: StackPorts;
  /** As in `-Xmx`. */
  readonly heap: string;
  /** Where browsers reach Otklik: what the client may return to. */
  readonly publicUrl: string;
  /** Downloads the programs; called only when the server is started. */
  programs(): Promise<{ readonly java: string; readonly home: string }>;
}

/** Of the stack only: another installation sets its own (deploy/keycloak/README.md). */
export const STACK_CLIENT_SECRET = 'otklik-stack';
/** The first administrator of the stack's Keycloak. */
export const STACK_ADMIN = { username: 'admin', password: 'otklik-stack' } as const;
const REALM_FILE = 'deploy/keycloak/otklik-realm.json';

/** Keycloak in development mode, with the realm of `deploy/keycloak`. Its address is the issuer's. */
export function keycloakServer({ folder, ports, heap, publicUrl, programs }: KeycloakOptions): Server {
  const base = `http://127.0.0.1:${ports.keycloak}`;
  const issuer = `${base}/realms/otklik`;
  return programServer({
    name: 'keycloak',
    kind: 'keycloak',
    folder,
    address: issuer,
    ports: [ports.keycloak],
    startTimeoutMs: 420_000,
    stopTimeoutMs: 20_000,
    healthy: () => answers(`${issuer}/.well-known/openid-configuration`),
    prepare: async () => {
      const { java, home } = await programs();
      const own = join(folder, 'home');
      // It writes its build into its own folder.
      if (!existsSync(own)) cpSync(home, own, { recursive: true });
      mkdirSync(join(own, 'data', 'import'), { recursive: true });
      copyFileSync(join(CHECKOUT, REALM_FILE), join(own, 'data', 'import', 'otklik-realm.json'));
      return [
        ...[
          'env',
          `JAVA_HOME=${java}`,
          `JAVA_OPTS_KC_HEAP=-Xms128m -Xmx${heap}`,
          `JAVA_OPTS_APPEND=-Dotklik.folder=${folder} --add-opens=java.base/java.lang=ALL-UNNAMED`,
        ],
        `KC_BOOTSTRAP_ADMIN_USERNAME=${STACK_ADMIN.username}`,
        `KC_BOOTSTRAP_ADMIN_PASSWORD=${STACK_ADMIN.password}`,
        `OTKLIK_PUBLIC_URL=${publicUrl}`,
        `OTKLIK_OIDC_CLIENT_SECRET=${STACK_CLIENT_SECRET}`,
        ...['bash', join(own, 'bin', 'kc.sh'), 'start-dev', '--import-realm'],
        ...['--http-host=127.0.0.1', `--http-port=${ports.keycloak}`, '--cache=local'],
      ];
    },
  });
}

/** What the gateway needs to use it. */
export function keycloakVariables(issuer: string): readonly (readonly [string, string])[] {
  return [
    ['OTKLIK_ISSUER', issuer],
    ['OTKLIK_JWKS_URL', `${issuer}/protocol/openid-connect/certs`],
    ['OTKLIK_OIDC_CLIENT_ID', 'otklik'],
    ['OTKLIK_OIDC_CLIENT_SECRET', STACK_CLIENT_SECRET],
    ['OTKLIK_LOGIN_CLAIM', 'preferred_username'],
  ];
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    // Not listening yet: the log has the details.
    return false;
  }
}

/** Keycloak's administration, as its console does it. */
export interface KeycloakAdministration {
  addUser(username: string, password: string): Promise<void>;
  /** Makes a new key the active one; tokens of the old one stay valid. */
  rotateKey(): Promise<void>;
}

/** Of the stack's Keycloak; for specs. `issuer`: the realm's. */
export function keycloakAdministration(issuer: string): KeycloakAdministration {
  const { origin } = new URL(issuer);
  const token = async (): Promise<string> => {
    const body = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...STACK_ADMIN });
    const answer = await fetch(`${origin}/realms/master/protocol/openid-connect/token`, { method: 'POST', body });
    return ((await answer.json()) as { readonly access_token: string }).access_token;
  };
  const create = async (path: string, what: object): Promise<void> => {
    const answer = await fetch(`${origin}/admin/realms/otklik/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(what),
    });
    if (!answer.ok) throw new Error(`Keycloak answers ${answer.status} to ${path}: ${await answer.text()}`);
  };
  return {
    addUser: (username, password) =>
      create('users', {
        username,
        enabled: true,
        email: `${username}@example.org`,
        emailVerified: true,
        firstName: username,
        lastName: username,
        credentials: [{ type: 'password', value: password, temporary: false }],
      }),
    rotateKey: () =>
      create('components', {
        name: 'rotated',
        providerId: 'rsa-generated',
        providerType: 'org.keycloak.keys.KeyProvider',
        config: { priority: ['1000'], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] },
      }),
  };
}
