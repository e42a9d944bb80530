import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { LogFields } from '@otklik/observability';
import { ForegroundPriority } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { makeConsumerWork } from './consumer-work.js';
import { makeDelivery } from './delivery.js';
import { makeBlockedKeyRetry } from './blocked-key-retry.js';
import { makeInProcessTransport } from './in-process-transport.js';
import type { EventHandler } from './messaging.js';
import { listBlockedKeys } from './dead-letters.js';
import { fact, makeProbe, MemoryTopic, newId, recordEffect, silent } from './probe.contract.js';
import { probeOfFile } from './probe.fixture.js';

const TOPIC = 'intake.events';
const probe = probeOfFile(TOPIC);

function transportOf(topic: MemoryTopic) {
  return makeInProcessTransport({
    sources: { [TOPIC]: { log: topic, publish: topic.publish } },
    databases: { probe: probe.database },
    logger: silent,
  });
}

function recorder(name: string, before: (event: PublicEvent) => void = () => undefined) {
  const handle: EventHandler = async (event, tx) => {
    before(event);
    await recordEffect(name, event, tx);
  };
  return { name, topics: [TOPIC], subscribesTo: ['Happened@1'], handle } as const;
}

async function killBackends(): Promise<void> {
  const admin = new pg.Client({ connectionString: probe.ownerUrl });
  await admin.connect();
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename like 'otklik_probe%'`);
  await admin.end();
}

it('recovers from repeated connection loss without dead-lettering a key', async () => {
  const topic = new MemoryTopic();
  const transport = transportOf(topic);
  await transport.follow(recorder('probe.cut'));
  const facts = Array.from({ length: 300 }, () => fact(TOPIC, newId()));
  for (let at = 0; at < facts.length; at += 30) {
    topic.put(...facts.slice(at, at + 30));
    await killBackends();
  }
  const found = await eventually(async () => {
    const effects = await probe.effects('probe.cut');
    return effects.length >= facts.length ? effects : undefined;
  }, 30_000);
  expect(found.map((effect) => effect.event)).toEqual(facts.map((one) => one.id));
  expect(await listBlockedKeys(probe.database.worker, 'probe')).toEqual([]);
  await transport.stop();
});

it('delivers individually after starts that crashed before an attempt was counted', async () => {
  const [poison, innocent] = [fact(TOPIC, newId()), fact(TOPIC, newId())];
  // What a killed process leaves: its first delivery was counted, and never committed.
  const killed = Object.assign(new Error('terminating connection'), { code: '57P01' });
  const dying = recorder('probe.killed', () => {
    throw killed;
  });
  const stretch = { topic: TOPIC, partition: 0, events: [poison, innocent], position: 2 } as const;
  for (let times = 0; times < 2; times += 1) {
    await expect(makeDelivery(dying, probe.database, silent).deliver(stretch)).rejects.toThrow('terminating');
  }
  const consumer = recorder('probe.killed', (event) => {
    if (event.id === poison.id) throw new Error('the process would be gone now');
  });
  const third = makeDelivery(consumer, probe.database, silent);
  expect(await third.deliver(stretch)).toMatchObject({ handled: 0, blocked: 2 });
  expect(await makeBlockedKeyRetry(consumer, probe.database, silent)(() => false)).toMatchObject({ unblocked: 1 });
  expect(await probe.effects('probe.killed')).toMatchObject([{ event: innocent.id }]);
  expect(await listBlockedKeys(probe.database.worker, 'probe')).toMatchObject([
    { appeal: poison.appeal, reason: 'Error' },
  ]);
  // It is over with it: what comes next is taken at once.
  const next = { ...stretch, events: [fact(TOPIC, newId())], position: 3 };
  expect(await makeDelivery(consumer, probe.database, silent).deliver(next)).toMatchObject({ handled: 1, blocked: 0 });
});

it('logs and counts each dead-lettered key once', async () => {
  const told: unknown[] = [];
  const logger = { ...silent, error: (_: string, fields?: LogFields) => void told.push(fields) };
  const consumer = recorder('probe.told', (event) => {
    if (event.version === 2) throw new Error('this one only by itself');
  });
  const [unknown, fatal, broken] = [fact(TOPIC, newId(), { schema: 9 }), fact(TOPIC, newId()), newId()];
  const events = [unknown, fact(TOPIC, broken, { version: 2 })];
  const counted: unknown[] = [];
  const ignored = () => undefined;
  const metrics = {
    handled: ignored,
    blocked: ignored,
    deadLettered: (...count: unknown[]) => void counted.push(count),
    unpublished: ignored,
    publisherLag: ignored,
  };
  const work = makeConsumerWork(consumer, { database: probe.database, logger, metrics, woken: ignored });
  await work.deliver({ topic: TOPIC, partition: 0, events, position: 2 });
  expect(counted).toEqual([['probe.told', 1]]);
  const known = { consumer: 'probe.told', district: 1, appeal: unknown.appeal };
  expect(told).toEqual([{ ...known, code: 'UnknownVersion Happened@9' }]);
  // What a process leaves that each of its tries has ended: counted, and never concluded.
  await probe.database.worker.query(
    `insert into probe.blocked_key (district, consumer, appeal, event, state, reason, attempts, retry_at)
     values (1, 'probe.told', $1, $2, 'WAITING', 'delivered individually', 5, now())`,
    [fatal.appeal, fatal.id],
  );
  await work.retryBlockedKeys(() => false);
  expect(counted).toHaveLength(2);
  expect(told).toHaveLength(2);
  expect(told[1]).toEqual({ ...known, appeal: fatal.appeal, code: 'attempts exhausted' });
});

it('counts no attempt that an outage ended, up to the maximum of transient failures', async () => {
  let failure: Error | undefined = new Error('a defect');
  const away = Object.assign(new Error('terminating connection'), { code: '57P01' });
  const consumer = recorder('probe.away', () => {
    if (failure) throw failure;
  });
  const key = async () =>
    (await listBlockedKeys(probe.database.worker, 'probe')).find((one) => one.consumer === consumer.name);
  const retry = makeBlockedKeyRetry(consumer, probe.database, silent);
  const again = async () => {
    await probe.database.worker.query(`update probe.blocked_key set retry_at = now() where consumer = 'probe.away'`);
    return retry(() => false);
  };
  const held = async () => {
    failure = new Error('a defect');
    const { deliver } = makeDelivery(consumer, probe.database, silent);
    await deliver({ topic: TOPIC, partition: 0, events: [fact(TOPIC, newId())], position: 1 });
    failure = away;
  };
  await held();
  for (let times = 0; times < 12; times += 1) await expect(again()).rejects.toThrow('terminating');
  expect(await key()).toMatchObject({ state: 'WAITING', attempts: 2 });
  failure = undefined;
  expect(await again()).toMatchObject({ unblocked: 1 });
  // One whose tries always cut the connection is given up in the end.
  await held();
  let tries = 0;
  while ((await key())?.state === 'WAITING' && tries < 30) {
    tries += 1;
    await again().catch((error: Error) => expect(error.message).toContain('terminating'));
  }
  expect(await key()).toMatchObject({ state: 'DEAD_LETTERED' });
  expect(tries).toBeGreaterThan(12);
});

it('keeps the key of an event that is queued while a retry unblocks the key', async () => {
  const appeal = newId();
  const [earlier, late] = [fact(TOPIC, appeal), fact(TOPIC, appeal)];
  const steps = ['begun', 'may fail', 'locked', 'may succeed'] as const;
  const at = new Map(steps.map((step) => [step, Promise.withResolvers<void>()]));
  const reach = (step: (typeof steps)[number]) => at.get(step)!.resolve();
  const after = (step: (typeof steps)[number]) => at.get(step)!.promise;
  const tried = new Map<string, number>();
  const handle: EventHandler = async (event) => {
    const times = (tried.get(event.id) ?? 0) + 1;
    tried.set(event.id, times);
    if (event.id === late.id && times === 2) {
      reach('begun');
      await after('may fail');
    }
    if (event.id === late.id || times < 3) throw new Error('not yet');
    reach('locked');
    await after('may succeed');
  };
  const consumer = { ...recorder('probe.handover'), handle };
  const { deliver } = makeDelivery(consumer, probe.database, silent);
  // The key is free when it begins.
  let over = false;
  const delivering = deliver({ topic: TOPIC, partition: 0, events: [late], position: 1 }).finally(
    () => void (over = true),
  );
  await after('begun');
  await deliver({ topic: TOPIC, partition: 1, events: [earlier], position: 1 });
  await probe.database.worker.query(`update probe.blocked_key set retry_at = now() where consumer = 'probe.handover'`);
  const retrying = makeBlockedKeyRetry(consumer, probe.database, silent)(() => false);
  await after('locked');
  reach('may fail');
  await eventually(async () => {
    const { rowCount } = await probe.database.worker.query(
      `select from pg_locks where not granted and pid <> pg_backend_pid()`,
    );
    return over || rowCount! > 0 || undefined;
  });
  reach('may succeed');
  expect(await retrying).toMatchObject({ unblocked: 1 });
  expect(await delivering).toMatchObject({ blocked: 1 });
  expect(await listBlockedKeys(probe.database.worker, 'probe')).toContainEqual(
    expect.objectContaining({ consumer: consumer.name, appeal, state: 'WAITING', events: 1 }),
  );
});

it('scopes a handler to its event’s district, also in individual delivery', async () => {
  const seen: [number, string][] = [];
  const handle: EventHandler = async (event, tx) => {
    const { rows } = await tx.query<{ scope: string }>(`select current_setting('app.districts') as scope`);
    seen.push([event.district, rows[0]!.scope]);
    if (event.version === 2) throw new Error('this one never');
    await recordEffect('probe.alone', event, tx);
  };
  const consumer = { ...recorder('probe.alone'), handle };
  const events = [1, 2, 1, 2].map((district, at) => fact(TOPIC, newId(), { district, version: at === 2 ? 2 : 1 }));
  const delivered = await makeDelivery(consumer, probe.database, silent).deliver({
    topic: TOPIC,
    partition: 0,
    events,
    position: 4,
  });
  expect(delivered).toMatchObject({ handled: 3, blocked: 1 });
  expect(seen.filter(([district, scope]) => scope !== `{${district}}`)).toEqual([]);
  expect(await probe.effects('probe.alone')).toHaveLength(3);
});

it('reads the log from 0 after a checkpoint written on Kafka, each event taking effect once', async () => {
  const topic = new MemoryTopic();
  topic.put(...Array.from({ length: 5 }, () => fact(TOPIC, newId())));
  const consumer = recorder('probe.moved');
  const { deliver, position } = makeDelivery(consumer, probe.database, silent);
  await deliver({ topic: TOPIC, partition: 0, events: topic.events.slice(0, 2), position: 1_000, lastPosition: 2 });
  const transport = transportOf(topic);
  await transport.follow(consumer);
  const found = await eventually(async () => {
    const effects = await probe.effects('probe.moved');
    return effects.length >= 5 ? effects : undefined;
  }).finally(() => transport.stop());
  expect(found.map((effect) => effect.event)).toEqual(topic.events.map((one) => one.id));
  expect(await position(TOPIC)).toBe(5);
});

it('applies each event once when two processes run the same consumer', async () => {
  const topic = new MemoryTopic();
  const both = [transportOf(topic), transportOf(topic)];
  for (const transport of both) await transport.follow(recorder('probe.twice'));
  const facts = Array.from({ length: 500 }, () => fact(TOPIC, newId()));
  for (let at = 0; at < facts.length; at += 50) topic.put(...facts.slice(at, at + 50));
  const found = await eventually(async () => {
    const effects = await probe.effects('probe.twice');
    return effects.length >= facts.length ? effects : undefined;
  }, 30_000);
  for (const transport of both) await transport.stop();
  expect(found.map((effect) => effect.event).sort()).toEqual(facts.map((one) => one.id).sort());
});

it('throttles after a batch and then reads all newer events at once', async () => {
  const topic = new MemoryTopic();
  const priority = new ForegroundPriority();
  const answered = Promise.withResolvers<void>();
  for (let one = 0; one < 8; one += 1) void priority.foreground(() => answered.promise);
  const stretches: number[] = [];
  const ignored = () => undefined;
  const transport = makeInProcessTransport({
    sources: { [TOPIC]: { log: topic, publish: topic.publish } },
    databases: { probe: probe.database },
    logger: silent,
    metrics: {
      handled: (_, events) => void stretches.push(events),
      blocked: ignored,
      deadLettered: ignored,
      unpublished: ignored,
      publisherLag: ignored,
    },
    throttle: (_, signal) => priority.throttle(1_000_000, signal),
  });
  try {
    await transport.follow(recorder('probe.polite'));
    const facts = Array.from({ length: 60 }, () => fact(TOPIC, newId()));
    topic.put(facts[0]!);
    await eventually(async () => (stretches.length > 0 ? true : undefined));
    for (const one of facts.slice(1)) topic.put(one);
    answered.resolve();
    const found = await eventually(async () => {
      const effects = await probe.effects('probe.polite');
      return effects.length >= facts.length ? effects : undefined;
    }, 10_000);
    expect(found.map((effect) => effect.event)).toEqual(facts.map((one) => one.id));
    expect(stretches).toEqual([1, 59]);
  } finally {
    answered.resolve();
    await transport.stop();
  }
});

it('counts events recorded before its creation, also behind an open append, and none recorded later', async () => {
  const topic = new MemoryTopic();
  const transport = transportOf(topic);
  await transport.follow(recorder('probe.marked'));
  topic.put(fact(TOPIC, newId()));
  topic.newest = () => Promise.resolve(2);
  const marked = await transport.backlog();
  await eventually(async () => ((await probe.effects('probe.marked')).length === 1 ? true : undefined));
  // The effect is committed a moment before the follower knows of it.
  await eventually(async () => ((await marked()) === 1 ? true : undefined));
  topic.put(fact(TOPIC, newId()));
  let more = true;
  const traffic = (async () => {
    for (; more; await new Promise(setImmediate)) topic.put(fact(TOPIC, newId()));
  })();
  await eventually(async () => ((await marked()) === 0 ? true : undefined));
  more = false;
  await traffic;
  await transport.stop();
});

it('resumes by itself when the database server restarts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-restart-'));
  const dataDir = join(folder, 'postgres');
  let server = await startPostgres({ dataDir });
  const port = Number(new URL(server.url).port);
  const own = await makeProbe(server.url);
  const topic = new MemoryTopic();
  const transport = makeInProcessTransport({
    sources: { [TOPIC]: { log: topic, publish: topic.publish } },
    databases: { probe: own.database },
    logger: silent,
  });
  try {
    await transport.follow(recorder('probe.restart'));
    const facts = Array.from({ length: 400 }, () => fact(TOPIC, newId()));
    topic.put(...facts.slice(0, 200));
    await server.stop();
    topic.put(...facts.slice(200));
    server = await startPostgres({ dataDir, settings: { port } });
    const found = await eventually(async () => {
      const effects = await own.effects('probe.restart');
      return effects.length >= facts.length ? effects : undefined;
    }, 40_000);
    expect(found.map((effect) => effect.event)).toEqual(facts.map((one) => one.id));
    expect(await listBlockedKeys(own.database.worker, 'probe')).toEqual([]);
  } finally {
    await transport.stop();
    await own.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
