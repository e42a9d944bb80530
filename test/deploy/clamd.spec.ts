import { describe, expect, it } from '@jest/globals';
import * as apps from 'kubernetes-models/apps/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as core from 'kubernetes-models/v1';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { build, type Resource } from './kustomize.js';
import { unknownFields } from './unknown-fields.js';

/** The virus scanner in Compose and in Kubernetes: off by default, one image and one configuration in both. */
interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly securityContext: object;
  readonly volumeMounts: readonly { readonly mountPath: string }[];
}
interface Workload extends Resource {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly [Container] } } };
}

const ADDRESS = 'tcp://clamd:3310';
const asking = ['intake', 'gateway', 'web'];
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
const clamd = services['clamd']! as {
  readonly image: string;
  readonly user: string;
  readonly profiles: readonly string[];
  readonly entrypoint: readonly string[];
  readonly volumes: readonly string[];
};
const off = build('deploy/kubernetes/overlays/republic');
const on = withClamd();
const find = <Kind extends Resource>(objects: readonly Resource[], kind: string, name: string): Kind =>
  objects.find((one) => one.kind === kind && one.metadata.name === name) as Kind;
const containerOf = (objects: readonly Resource[], name: string): Container =>
  find<Workload>(objects, 'Deployment', name).spec.template.spec.containers[0];
const clamdOf = (container: Container): readonly string[] =>
  (container.env ?? []).filter(({ name }) => name === 'OTKLIK_CLAMD').map(({ value }) => value);

/** The overlay of the example with the component, as an installation writes it. */
function withClamd(): readonly Resource[] {
  const folder = join(mkdtempSync(join(tmpdir(), 'otklik-clamd-')), 'overlay');
  mkdirSync(folder);
  const at = (path: string): string => relative(folder, path);
  const lines = ['kind: Kustomization', 'resources:', `  - ${at('deploy/kubernetes/overlays/republic')}`];
  writeFileSync(join(folder, 'kustomization.yaml'), [...lines, 'components:', `  - ${at('deploy/clamav')}`].join('\n'));
  return build(folder);
}

it('is off by default', () => {
  expect(clamd.profiles).toEqual(['clamd']);
  for (const name of asking) {
    expect(services[name]!['environment']).toMatchObject({ OTKLIK_CLAMD: '${OTKLIK_CLAMD:-}' });
    expect([name, clamdOf(containerOf(off, name))]).toEqual([name, []]);
  }
  expect(find(off, 'Deployment', 'clamd')).toBeUndefined();
});

it('takes whatever intake sends, and says what it cannot see the inside of', () => {
  const lines = readFileSync('deploy/clamav/clamd.conf', 'utf8').split('\n');
  const of = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
  for (const name of ['StreamMaxLength', 'MaxFileSize', 'MaxScanSize'])
    expect(Number(/^(\d+)M$/.exec(of(name)!)?.[1])).toBeGreaterThanOrEqual(30);
  expect([of('AlertExceedsMax'), of('AlertEncrypted')]).toEqual(['yes', 'yes']);
  expect(of('TCPSocket')).toBe(new URL(ADDRESS).port);
});

it('is the same image, user, start and configuration in both', () => {
  const container = containerOf(on, 'clamd');
  expect(container.image).toBe(clamd.image);
  expect(container.command).toEqual(clamd.entrypoint);
  const spec = find<Workload>(on, 'Deployment', 'clamd').spec.template.spec as unknown as {
    readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number };
  };
  expect(`${spec.securityContext.runAsUser}:${spec.securityContext.runAsGroup}`).toBe(clamd.user);
  const data = find<Resource & { readonly data: Readonly<Record<string, string>> }>(on, 'ConfigMap', 'clamav').data;
  for (const file of ['clamd.conf', 'freshclam.conf']) {
    expect(data[file]).toBe(readFileSync(`deploy/clamav/${file}`, 'utf8'));
    expect(clamd.volumes).toContain(`./deploy/clamav/${file}:/etc/clamav/${file}:ro`);
  }
});

describe('in Kubernetes', () => {
  const models = { ...apps, ...networking, ...core } as unknown as Readonly<
    Record<string, new (data: never) => { validate(): void }>
  >;
  const added = on.filter((one) => !find(off, one.kind, one.metadata.name));

  it('is valid, in the namespace of the product, with no field that would be dropped', () => {
    expect(added.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      'ConfigMap clamav',
      'Deployment clamd',
      'NetworkPolicy clamd',
      'NetworkPolicy intake-to-clamd',
      'PersistentVolumeClaim clamav-signatures',
      'Service clamd',
    ]);
    for (const one of added) {
      new models[one.kind]!(one as never).validate();
      expect(one.metadata.namespace).toBe('otklik');
    }
    expect(unknownFields(added)).toEqual([]);
  });

  it('is named to those who ask it or speak of it', () => {
    for (const name of asking) expect([name, clamdOf(containerOf(on, name))]).toEqual([name, [ADDRESS]]);
    expect(find(on, 'Service', 'clamd')['spec']).toMatchObject({ ports: [{ port: Number(new URL(ADDRESS).port) }] });
  });

  it('runs without root and capabilities, is reached by intake alone, and fetches signatures', () => {
    expect(containerOf(on, 'clamd').securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    const intake = { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'intake' } } };
    const scanner = { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'clamd' } } };
    expect(find(on, 'NetworkPolicy', 'clamd')['spec']).toMatchObject({
      ...scanner,
      ingress: [{ from: [intake], ports: [{ port: 3310 }] }],
      egress: [{ ports: [{ port: 443 }] }],
    });
    expect(find(on, 'NetworkPolicy', 'intake-to-clamd')['spec']).toMatchObject({
      ...intake,
      egress: [{ to: [scanner], ports: [{ port: 3310 }] }],
    });
  });
});
