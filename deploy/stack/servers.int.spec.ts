import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokersKnownTo } from './kafka-probe.js';
import { freePortBase } from './ports.js';
import { stackUp, missingRequirement, type Stack } from './stack.js';

let folder: string;
let stack: Stack;

const missing = missingRequirement();
needing(missing && `needs Kafka and Elasticsearch: ${missing}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otklik-stack-'));
    stack = await stackUp({ folder, only: ['kafka', 'search'], portBase: await freePortBase(), print: console.error });
  }, 300_000);

  afterAll(async () => {
    await stack.reset();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('Kafka and Elasticsearch are healthy at their addresses', async () => {
    expect(await brokersKnownTo(stack.server('kafka-1').port)).toEqual([1]);
    const response = await fetch(`${stack.elasticsearchUrl}/_cluster/health`);
    expect(await response.json()).toMatchObject({ status: 'green', number_of_nodes: 1 });
  });

  it('a second up finds them, and restarts only a broker that was killed', async () => {
    const before = stack.server('elasticsearch').pid();
    expect(await stack.up()).toEqual([]);
    stack.server('kafka-1').signal('SIGKILL');
    await eventually(() => Promise.resolve(stack.server('kafka-1').died() || undefined));
    expect(await stack.up()).toEqual(['kafka-1']);
    expect(stack.server('elasticsearch').pid()).toBe(before);
  }, 120_000);

  it('down leaves no process', async () => {
    await stack.down();
    expect(stack.servers.map((server) => [server.name, server.pid(), server.died()])).toEqual([
      ['kafka-1', undefined, false],
      ['elasticsearch', undefined, false],
    ]);
  }, 120_000);
});
