import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from './command.js';
import { stackSettings } from './config.js';
import { configuration } from './elasticsearch.js';
import { demandJava, demandMaven, findJava } from './java.js';
import { kafkaCluster } from './kafka-cluster.js';
import { brokersIn } from './kafka-probe.js';
import { properties } from './kafka.js';
import { freePortBase, portIsFree, stackPorts } from './ports.js';
import { livingPid, until } from './processes.js';
import { programServer, type ProgramOptions } from './server.js';
import { stackOf } from './stack.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'otklik-stack-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('has a command and options', () => {
    expect(parse(['up'])).toEqual({ command: 'up' });
    expect(parse(['up', '--brokers', '3', '--only', 'search, kafka'])).toEqual({
      command: 'up',
      brokers: 3,
      only: ['kafka', 'search'],
    });
  });

  it.each([
    [[], /^usage: /],
    [['start'], /^usage: /],
    [['up', 'down'], /^usage: /],
    [['up', '--brokers', '2'], /^--brokers is 1 or 3, and not "2"/],
    [['up', '--only', 'kafka,redis'], /^--only: there is no "redis"/],
    [['up', '--fast'], /^Unknown option '--fast'\.\nusage: /],
  ])('%j is refused with the usage', (args, message) => {
    expect(() => parse(args)).toThrow(message);
  });
});

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(stackSettings({})).toMatchObject({
      portBase: 19_000,
      folder: expect.stringMatching(/\/\.otklik\/stack$/),
      kafkaHeap: '512m',
      elasticsearchHeap: '1g',
    });
    expect(stackSettings({ OTKLIK_DATA: '/data' }).folder).toBe('/data/stack');
  });

  it.each([
    { OTKLIK_PORT_BASE: 'x' },
    { OTKLIK_PORT_BASE: '80' },
    { OTKLIK_PORT_BASE: '65500' },
    { OTKLIK_KAFKA_HEAP: '512' },
    { OTKLIK_ELASTICSEARCH_HEAP: '0m' },
  ])('%j is refused by its name', (env) => {
    expect(() => stackSettings(env)).toThrow(Object.keys(env)[0]);
  });
});

it('gives each server a port of its own, within the block and above what the services take', () => {
  const { kafka, controller, kafkaSecured, ...others } = stackPorts(19_000);
  const ports = [...Object.values(others), ...[1, 2, 3].flatMap((n) => [kafka(n), controller(n), kafkaSecured(n)])];
  expect(new Set(ports).size).toBe(ports.length);
  expect(ports.every((port) => port >= 19_020 && port < 19_100)).toBe(true);
});

describe('configuration', () => {
  it('of one broker keeps one copy, on loopback alone', () => {
    const text = properties(1, { ports: stackPorts(19_000), brokers: 1, data: '/data/kafka' });
    expect(text).toContain('controller.quorum.voters=1@127.0.0.1:19081\n');
    expect(text).toContain('listeners=CLIENTS://127.0.0.1:19091,CONTROLLER://127.0.0.1:19081\n');
    expect(text).toContain('offsets.topic.replication.factor=1\n');
    // A broker-wide minimum is dropped by Kafka 4: topics name their own.
    expect(text).not.toMatch(/^min\.insync/m);
  });

  it('advertises the port of a proxy', () => {
    const text = properties(1, { ports: stackPorts(19_000), brokers: 1, data: '/data/kafka', advertised: () => 5 });
    expect(text).toContain('listeners=CLIENTS://127.0.0.1:19091,');
    expect(text).toContain('advertised.listeners=CLIENTS://127.0.0.1:5\n');
  });

  it('of the second of three names all three and keeps three copies', () => {
    const text = properties(2, { ports: stackPorts(20_000), brokers: 3, data: '/data/kafka' });
    expect(text).toContain('node.id=2\n');
    expect(text).toContain('controller.quorum.voters=1@127.0.0.1:20081,2@127.0.0.1:20082,3@127.0.0.1:20083\n');
    expect(text).toContain('transaction.state.log.min.isr=2\n');
  });

  it('of Elasticsearch listens on loopback, makes no index by itself and stays in its folder', () => {
    const files = configuration({ folder: '/data/elasticsearch', ports: stackPorts(19_000) });
    expect(files['elasticsearch.yml']).toContain('network.host: "127.0.0.1"\nhttp.port: 19020\n');
    expect(files['elasticsearch.yml']).toContain('action.auto_create_index: false\n');
    expect(files['jvm.options']).toContain('-Dotklik.folder=/data/elasticsearch\n');
  });
});

describe('Java', () => {
  function jdk(name: string, version: string): string {
    const home = join(folder, name);
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'bin', 'java'), '');
    chmodSync(join(home, 'bin', 'java'), 0o755);
    writeFileSync(join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
    return home;
  }

  it('is the first that was named and is new enough', () => {
    const [old, named] = [jdk('old', '17.0.1'), jdk('named', '21.0.1')];
    jdk('jvm/newest', '25.0.1');
    expect(findJava({ javaHomes: [old, named], path: [], jvms: join(folder, 'jvm') })).toBe(named);
  });

  it('is the one on the PATH before the newest of the system', () => {
    const found = jdk('path', '22');
    jdk('jvm/newest', '25.0.1');
    expect(findJava({ javaHomes: [], path: [join(found, 'bin')], jvms: join(folder, 'jvm') })).toBe(found);
  });

  it('is the newest of the system when none was named', () => {
    const [old] = [jdk('jvm/a', '21.0.1'), jdk('jvm/c', '17')];
    const newest = jdk('jvm/b', '25.0.1');
    expect(findJava({ javaHomes: [old], path: [], jvms: join(folder, 'jvm') })).toBe(old);
    expect(findJava({ javaHomes: [], path: [], jvms: join(folder, 'jvm') })).toBe(newest);
  });

  it('that is too old or missing is reported with the package to install; so is Maven', () => {
    jdk('jvm/a', '17.0.1');
    expect(() => demandJava({ javaHomes: [], path: [], jvms: join(folder, 'jvm') })).toThrow('openjdk-21-jre-headless');
    expect(() => demandJava({ javaHomes: [], path: [], jvms: join(folder, 'none') })).toThrow(
      'openjdk-21-jre-headless',
    );
    expect(() => demandMaven([folder])).toThrow('apt-get install maven');
  });
});

describe('the Kafka of a folder', () => {
  it('keeps the id and number of brokers of its creation', () => {
    kafkaCluster(folder, 3).save();
    const { id, brokers } = kafkaCluster(folder);
    expect(kafkaCluster(folder, 3)).toMatchObject({ id, brokers: 3 });
    expect(brokers).toBe(3);
    expect(() => kafkaCluster(folder, 1)).toThrow('reset --only kafka');
  });

  it('is a new one with one broker in an empty folder', () => {
    expect(kafkaCluster(folder)).toMatchObject({ brokers: 1, id: expect.stringMatching(/^[\w-]{22}$/) });
  });
});

describe('an answer to DescribeCluster', () => {
  const broker = (id: number) => [0, 0, 0, id, 3, 104, 105, 0, 0, 74, 147, 0, 0];
  const answer = (error: number, ...ids: readonly number[]) =>
    Buffer.from([
      ...[0, 0, 0, 7, 0, 0, 0, 0, 0, 0, error, 0, 3, 97, 98, 0, 0, 0, 1],
      ...[ids.length + 1, ...ids.flatMap(broker), 0, 0, 0, 0, 0],
    ]);

  it('names the brokers', () => expect(brokersIn(answer(0, 1, 3))).toEqual([1, 3]));
  it('names none when it is an error', () => expect(brokersIn(answer(1))).toBeUndefined());
  it('is none when it is truncated', () => expect(brokersIn(answer(0, 1, 3).subarray(0, 30))).toBeUndefined());
  it('is none when another program answers', () => expect(brokersIn(Buffer.from('HTTP/1.1 400'))).toBeUndefined());
});

describe('a server', () => {
  let port: number;
  beforeEach(async () => void (port = await freePortBase()));

  /** A line of JavaScript in place of a Java program. */
  function server(script: string, more: Partial<ProgramOptions> = {}) {
    return programServer({
      name: 'thing',
      kind: 'kafka',
      folder: join(folder, 'thing'),
      address: 'x',
      ports: [port, port + 1],
      startTimeoutMs: 10_000,
      stopTimeoutMs: 1_000,
      prepare: () => Promise.resolve([process.execPath, '-e', script, join(folder, 'thing')]),
      healthy: async () => !(await portIsFree(port)),
      ...more,
    });
  }
  const listens = () => server(`require('net').createServer().listen(${port}, '127.0.0.1')`);

  it('is started once, found again, reported as dead, restarted and stopped', async () => {
    const thing = listens();
    expect(await thing.start()).toBe(true);
    const pid = thing.pid();
    expect(await thing.start()).toBe(false);
    expect([thing.pid(), thing.runsOn()]).toEqual([pid, port]);
    thing.signal('SIGKILL');
    expect(await until(() => thing.died(), 5_000)).toBe(true);
    expect(await thing.start()).toBe(true);
    await thing.stop();
    await thing.stop();
    expect([thing.pid(), thing.died()]).toEqual([undefined, false]);
  });

  it('is ended while it is frozen', async () => {
    const thing = listens();
    await thing.start();
    expect(thing.signal('SIGSTOP')).toBe(true);
    await thing.stop();
    expect([thing.pid(), thing.signal('SIGCONT')]).toEqual([undefined, false]);
  });

  it('reports the last lines of its log when it ends while it starts', async () => {
    const thing = server(`console.log('no such luck'); process.exit(3)`);
    await expect(thing.start()).rejects.toThrow(/thing ended while it started: no such luck \(log: .*thing\.log\)/);
    expect(thing.died()).toBe(false);
  });

  it('is ended when it does not become healthy in time', async () => {
    const thing = server(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1_000)`, {
      startTimeoutMs: 300,
      stopTimeoutMs: 300,
    });
    await expect(thing.start()).rejects.toThrow('is not healthy after 0.3 s');
    expect(thing.pid()).toBeUndefined();
  });

  it('refuses a port that another program uses', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port: taken } = stranger.address() as AddressInfo;
    await expect(server('', { ports: [port, taken] }).start()).rejects.toThrow(`port ${taken}, which thing needs`);
    stranger.close();
  });

  it('is not another program that got its pid', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    writeFileSync(join(folder, 'pid'), `${other.pid}\n`);
    expect(livingPid(join(folder, 'pid'), folder)).toBeUndefined();
    expect(livingPid(join(folder, 'pid'), 'sleep')).toBe(other.pid);
    other.kill();
  });
});

it('throws for a server that the stack does not have', () => {
  const stack = stackOf({ folder, only: ['search'], portBase: 20_000 });
  expect(stack.elasticsearchUrl).toBe('http://127.0.0.1:20020');
  expect(stack.variables()).toEqual({ ELASTICSEARCH_URL: 'http://127.0.0.1:20020' });
  expect(() => stack.kafkaBrokers).toThrow('has no kafka-1');
  expect(stackOf({ folder, brokers: 3, portBase: 20_000 }).kafkaBrokers).toBe(
    '127.0.0.1:20091,127.0.0.1:20092,127.0.0.1:20093',
  );
});
