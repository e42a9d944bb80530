import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Environment } from '@otklik/host';
import { topics } from '@otklik/contracts/envelope';
import { readTopicPlans } from '@otklik/messaging';
import * as keda from '@kubernetes-models/keda/keda.sh/v1alpha1';
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { existsSync, readFileSync } from 'node:fs';
import { consumersOf } from './consumers.js';
import { build, type Resource } from './kustomize.js';
import { unknownFields } from './unknown-fields.js';
import {
  readConfiguration,
  madeSecrets,
  variableOf,
  processes,
  isJob,
  programOf,
  sourceOf,
  withSecrets,
  type Process,
} from './variables.js';

interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: object;
  readonly resources: Readonly<Record<'requests' | 'limits', { readonly cpu: string; readonly memory: string }>>;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly [probe: `${string}Probe`]: {
    readonly httpGet: { readonly path: string; readonly port: string };
    readonly periodSeconds: number;
    readonly failureThreshold?: number;
  };
}

interface Workload extends Resource {
  readonly spec: {
    readonly progressDeadlineSeconds?: number;
    readonly selector?: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: {
        readonly containers: readonly [Container];
        readonly volumes: readonly {
          readonly name: string;
          readonly secret?: { readonly items: readonly { readonly key: string; readonly path: string }[] };
        }[];
        readonly securityContext: object;
        readonly enableServiceLinks: boolean;
        readonly automountServiceAccountToken: boolean;
      };
    };
  };
}

interface Scheduled extends Resource {
  readonly spec: { readonly schedule: string; readonly jobTemplate: Pick<Workload, 'spec'> };
}

const objects = build('deploy/kubernetes/overlays/republic');
const ofKind = <Kind extends Resource>(kind: string): readonly Kind[] =>
  objects.filter((one) => one.kind === kind) as Kind[];
/** Ours: Keycloak, which comes beside, has a spec of its own. */
const workloads = [
  ...ofKind<Workload>('Deployment'),
  ...ofKind<Workload>('Job'),
  ...ofKind<Scheduled>('CronJob').map((one): Workload => ({ ...one, spec: one.spec.jobTemplate.spec })),
].filter(({ metadata }) => metadata.name !== 'keycloak');
const services = processes.filter((name) => !['gateway', 'web'].includes(name) && !isJob(name));
/** They consume no events. */
const scaledByCpu: readonly string[] = ['gateway', 'administration', 'web'];
let made: ReturnType<typeof madeSecrets>;
beforeAll(() => void (made = madeSecrets({ 'smtp-url': 'smtps://mail.example:465' })));

function workload(name: string): Workload['spec']['template']['spec'] & { readonly container: Container } {
  const { spec } = workloads.find(({ metadata }) => metadata.name === name)!.spec.template;
  return { ...spec, container: spec.containers[0] };
}

function environmentOf(name: string): Environment {
  const { env = [], envFrom = [] } = workload(name).container;
  const maps = envFrom.map(({ configMapRef }) => {
    const map = ofKind<Resource & { readonly data: Record<string, string> }>('ConfigMap').find(
      ({ metadata }) => metadata.name === configMapRef.name,
    );
    return map!.data;
  });
  return Object.assign({}, ...maps, Object.fromEntries(env.map((one) => [one.name, one.value]))) as Environment;
}

type Model = new (data: never) => { validate(): void };
const models = Object.assign({}, apps, batch, policy, networking, autoscaling, core, keda) as Readonly<
  Record<string, Model>
>;

it.each(objects.map((one) => [`${one.kind} ${one.metadata.name}`, one] as const))(
  '%s is valid by its kind, in the namespace of the product',
  (_, one) => {
    new models[one.kind]!(one as never).validate();
    expect(one.kind === 'Namespace' ? one.metadata.name : one.metadata.namespace).toBe('otklik');
  },
);

it('has no field that the API server would drop silently', () => {
  const { spec, ...rest } = workloads[0]!;
  const misspelt = { ...rest, spec: { ...spec, replica: 2 } };
  // Only the misspelt field is found.
  expect(unknownFields([...objects, misspelt])).toEqual([expect.stringContaining('"replica"')]);
});

it('has every process, and each command is a file that the build creates', () => {
  expect(workloads.map(({ metadata }) => metadata.name).sort()).toEqual([...processes].sort());
  for (const name of processes) {
    const { command, image } = workload(name).container;
    const file = programOf(name);
    expect(command).toEqual(['node', file]);
    expect(existsSync(sourceOf(file))).toBe(true);
    expect(image).toBe('registry.example/otklik:0.1.0');
  }
});

it.each(processes)(
  '%s gets every variable that its configuration requires and none that it does not read',
  async (name) => {
    const environment = environmentOf(name);
    const given = withSecrets(environment, made.folder);
    const { known, faults } = await readConfiguration(name, given);
    expect(faults).toEqual([]);
    expect(Object.keys(given).filter((variable) => !known.has(variableOf(variable, known)))).toEqual([]);

    const items = workload(name).volumes.flatMap(({ secret }) => secret?.items ?? []);
    const files = Object.values(environment).flatMap((value) => value?.match(/^\/run\/secrets\/(.+)$/)?.[1] ?? []);
    expect(items.map(({ path }) => path).sort()).toEqual(files.sort());
    for (const { key, path } of items) expect(key).toBe(path);
    expect(made.names).toEqual(expect.arrayContaining(files));
  },
);

it('lets the gateway sign residents in at ЕСИА where an overlay gives its values, with the token of the signer from the Secret', async () => {
  const own = environmentOf('gateway');
  const names = Object.keys(own).filter((name) => name.startsWith('OTKLIK_ESIA_'));
  const { known } = await readConfiguration('gateway', withSecrets(own, made.folder));
  expect(names.map((name) => variableOf(name, known)).sort()).toEqual(
    [...known].filter((name) => name.startsWith('OTKLIK_ESIA_')).sort(),
  );
  expect(own['OTKLIK_ESIA_SIGNER_TOKEN_FILE']).toBe('/run/secrets/esia-signer-token');
});

it('gives the key-encryption key to the services and their verification only, and the key of actor tokens to the gateway only', () => {
  const holders = (secret: string): readonly string[] =>
    processes.filter((name) =>
      workload(name).volumes.some((one) => one.secret?.items.some(({ key }) => key === secret)),
    );
  expect(holders('kek')).toEqual([...services, 'verify']);
  expect(holders('actor-key')).toEqual(['gateway']);
  expect(holders('database-owner-url')).toEqual(['migration']);
});

describe.each(processes)('%s', (name) => {
  it('meets the restricted pod standard, with limits and a read-only root', () => {
    const { container, securityContext, enableServiceLinks, automountServiceAccountToken } = workload(name);
    expect(securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect([enableServiceLinks, automountServiceAccountToken]).toEqual([false, false]);
    for (const bound of ['requests', 'limits'] as const)
      expect(container.resources[bound]).toEqual({ cpu: expect.any(String), memory: expect.any(String) });
    expect(container.volumeMounts).toContainEqual({ name: 'secrets', mountPath: '/run/secrets', readOnly: true });
  });
});

it('lets search fill a read model of millions of events before it counts as failed', () => {
  const { periodSeconds, failureThreshold = 0 } = workload('search').container['startupProbe']!;
  expect(periodSeconds * failureThreshold).toBe(3_600);
  const { spec } = workloads.find(({ metadata }) => metadata.name === 'search')!;
  expect(spec.progressDeadlineSeconds).toBeGreaterThan(periodSeconds * failureThreshold);
});

describe.each([...services, 'web', 'gateway'] as const)('%s', (name) => {
  it('has probes at the port and paths that it serves', () => {
    const { container } = workload(name);
    const application = readFileSync('libs/host/src/application.ts', 'utf8');
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'] as const) {
      const { path, port } = container[probe]!.httpGet;
      expect(application).toContain(`'${path}'`);
      expect(port).toBe('http');
    }
    expect(container.readinessProbe!.httpGet.path).toBe('/health/ready');
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(environmentOf(name)['PORT']) }]);
  });

  it('has a Service, a disruption budget and an autoscaler that select its pods', () => {
    const { spec } = workloads.find(({ metadata }) => metadata.name === name)!;
    const mine = { 'app.kubernetes.io/name': name };
    expect(spec.selector?.matchLabels).toEqual(mine);
    expect(spec.template.metadata.labels).toMatchObject(mine);
    const named = (kind: string): Resource => ofKind(kind).find(({ metadata }) => metadata.name === name)!;
    expect(named('Service')['spec']).toMatchObject({ selector: mine, ports: [{ port: 8080, targetPort: 'http' }] });
    expect(named('PodDisruptionBudget')['spec']).toEqual({ minAvailable: 1, selector: { matchLabels: mine } });
    const scaled = named(scaledByCpu.includes(name) ? 'HorizontalPodAutoscaler' : 'ScaledObject');
    const minField = scaledByCpu.includes(name) ? 'minReplicas' : 'minReplicaCount';
    expect(scaled['spec']).toMatchObject({ scaleTargetRef: { name }, [minField]: 2 });
    // A number of replicas would undo the autoscaler at each apply.
    expect(spec).not.toHaveProperty('replicas');
    if (name !== 'gateway')
      expect(environmentOf('gateway')[`OTKLIK_${name.toUpperCase()}_URL`]).toBe(`http://${name}:8080`);
  });
});

it('refuses notifications without a mail server: letters in files would vanish with the pod', async () => {
  const { folder } = madeSecrets();
  const { faults } = await readConfiguration('notifications', withSecrets(environmentOf('notifications'), folder));
  expect(faults).toEqual([expect.stringMatching(/^SMTP_URL: must be given/)]);
});

const consuming = services.filter((name) => !scaledByCpu.includes(name));
it.each(consuming)('%s scales by the lag of each of its consumers, up to the number of partitions', (name) => {
  const scaled = ofKind<
    Resource & {
      readonly spec: {
        readonly maxReplicaCount: number;
        readonly triggers: readonly {
          readonly metadata: Readonly<Record<'consumerGroup' | 'topic' | 'bootstrapServersFromEnv', string>>;
        }[];
      };
    }
  >('ScaledObject').find(({ metadata }) => metadata.name === name)!;
  const triggers = scaled.spec.triggers.map(({ metadata }) => `${metadata.consumerGroup} ${metadata.topic}`);
  const consumers = [...consumersOf(name)].flatMap(([group, hears]) => hears.map((topic) => `${group} ${topic}`));
  expect(triggers.sort()).toEqual(consumers.sort());
  expect(triggers.length).toBeGreaterThan(0);
  for (const { metadata } of scaled.spec.triggers)
    expect(environmentOf(name)).toHaveProperty(metadata.bootstrapServersFromEnv);
  const plans = readTopicPlans(readFileSync('deploy/kafka/topics.yaml', 'utf8'));
  expect(Object.keys(plans).sort()).toEqual([...topics].sort());
  for (const { metadata } of scaled.spec.triggers)
    expect(scaled.spec.maxReplicaCount).toBeLessThanOrEqual(plans[metadata.topic as keyof typeof plans].partitions);
});

it('anchors the chains more often than each hour, verifies each day, and keeps the anchors in one volume', () => {
  const [anchors, verify] = ofKind<Scheduled>('CronJob');
  expect([anchors!.spec.schedule, verify!.spec.schedule]).toEqual(['*/10 * * * *', '0 17 * * *']);
  for (const [name, readOnly] of [
    ['anchors', false],
    ['verify', true],
  ] as const) {
    const { container, volumes } = workload(name);
    expect(container.args).toEqual([name]);
    const folder = environmentOf(name)['OTKLIK_ANCHORS'];
    const mount = container.volumeMounts.find(({ mountPath }) => mountPath === folder)!;
    expect(mount.readOnly === true).toBe(readOnly);
    expect(volumes.find((one) => one.name === mount.name)).toMatchObject({
      persistentVolumeClaim: { claimName: ofKind('PersistentVolumeClaim')[0]!.metadata.name },
    });
  }
});

describe('the network', () => {
  interface Rule {
    readonly from?: readonly object[];
    readonly to?: readonly object[];
    readonly ports: readonly { readonly port: number }[];
  }
  interface Policy extends Resource {
    readonly spec: {
      readonly podSelector: { readonly matchLabels?: Readonly<Record<string, string>> };
      readonly policyTypes: readonly string[];
      readonly ingress?: readonly Rule[];
      readonly egress?: readonly Rule[];
    };
  }
  const policies = ofKind<Policy>('NetworkPolicy');
  const openTo = (name: Process): readonly number[] => {
    const { labels } = workloads.find(({ metadata }) => metadata.name === name)!.spec.template.metadata;
    const mine = policies.filter(({ spec: { podSelector } }) =>
      Object.entries(podSelector.matchLabels ?? {}).every(([key, value]) => labels[key] === value),
    );
    const ports = mine.flatMap(({ spec }) => spec.egress ?? []).flatMap((rule) => rule.ports.map(({ port }) => port));
    return [...new Set(ports)].sort((a, b) => a - b);
  };

  it('denies all traffic that no policy allows', () => {
    const { spec } = policies.find(({ metadata }) => metadata.name === 'default-deny')!;
    expect(spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    for (const { spec: each } of policies) for (const rule of each.ingress ?? []) expect(rule.from).not.toHaveLength(0);
  });

  it('allows each process the servers that its configuration names, and no other', () => {
    const [names, database, kafka, elasticsearch] = [53, 5432, 9092, 9200];
    expect(new URL(environmentOf('intake')['DATABASE_URL']!).port).toBe(String(database));
    for (const broker of environmentOf('intake')['KAFKA_BROKERS']!.split(','))
      expect(broker.endsWith(`:${kafka}`)).toBe(true);
    expect(openTo('gateway')).toEqual([names, 443, database, 8080]);
    for (const name of ['routing', 'responses'] as const) expect(openTo(name)).toEqual([names, database, kafka]);
    expect(openTo('intake')).toEqual([names, 443, 993, database, kafka]);
    expect(openTo('search')).toEqual([names, database, kafka, elasticsearch]);
    expect(openTo('notifications')).toEqual([names, 443, 465, 587, database, kafka]);
    expect(openTo('administration')).toEqual([names, 465, 587, database, kafka]);
    expect(openTo('web')).toEqual([names, 8080]);
    expect(openTo('migration')).toEqual([names, database]);
    expect(openTo('anchors')).toEqual([names, 465, 587, database]);
    expect(openTo('verify')).toEqual([names, database, kafka, elasticsearch]);
  });
});
