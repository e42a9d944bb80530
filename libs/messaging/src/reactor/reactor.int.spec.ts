import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Database, Transaction } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { makeBlockedKeyRetry } from '../blocked-key-retry.js';
import { makeDelivery } from '../delivery.js';
import { listBlockedKeys } from '../dead-letters.js';
import type { BatchHandling, Consumer } from '../messaging.js';
import { fact, newId, silent } from '../probe.contract.js';
import { probeOfFile } from '../probe.fixture.js';
import {
  probeFold,
  probeReactor,
  saidBy,
  says,
  storedCase,
  voiceOf,
  type ProbeCase,
  type Say,
} from './probe-reactor.contract.js';
import type { CaseFold, CommandTo } from './reactor.js';

const TOPIC = 'intake.events';
const probe = probeOfFile(TOPIC);
const worker = () => probe.database.worker;

function made(
  name: string,
  react: (known: ProbeCase, event: PublicEvent) => readonly CommandTo<Say>[] = (_, event) => [
    says(`${name}_one`, event),
  ],
  state: Partial<CaseFold<ProbeCase>> = {},
): Consumer {
  const subscribesTo = ['Happened@1', 'Erased@1'];
  return probeReactor(probe.store, {
    name,
    topics: [TOPIC],
    state: { ...probeFold(['Happened', 'Erased'], 'Erased'), ...state },
    concerns: { [`${name}_one`]: [{ subscribesTo, react }] },
  });
}

const history = (appeal: string, length: number, more: Partial<PublicEvent> = {}) =>
  Array.from({ length }, (_, at) => fact(TOPIC, appeal, { version: at + 1, ...more }));
const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);

it('drops events that come twice in a batch, in later batches, and out of date', async () => {
  const consumer = made('probe.doubled');
  const facts = history(newId(), 3);
  await probe.deliver(consumer, facts[0]!, facts[0]!, facts[1]!);
  await probe.deliver(consumer, facts[1]!, facts[0]!, facts[2]!);
  await probe.deliver(consumer, ...facts);
  expect(await saidBy(worker(), 'probe.doubled_one')).toEqual(ids(facts));
  expect((await storedCase(worker(), facts[0]!.appeal))?.state.seen).toEqual(ids(facts));
});

it('needs as many statements for two hundred keys as for two', async () => {
  const counted = async (keys: number) => {
    const facts = Array.from({ length: keys }, () => history(newId(), 2)).flat();
    const statements: string[] = [];
    const { database: own, worker: pool } = probe.database;
    const counting: Database = {
      service: own.service,
      close: () => own.close(),
      scope: (...districts) => ({
        ...own.scope(...districts),
        transaction: (work) =>
          own.scope(...districts).transaction((tx) => {
            const query = (statement: string | { readonly text: string }, values?: unknown[]) => {
              statements.push(typeof statement === 'string' ? statement : statement.text);
              return (tx.query as (...given: unknown[]) => Promise<unknown>)(statement, values);
            };
            return work({ query } as Transaction);
          }),
      }),
    };
    const stretch = { topic: TOPIC, partition: 0, events: facts, position: 1 } as const;
    await makeDelivery(made('probe.counted'), { database: counting, worker: pool }, silent).deliver(stretch);
    return statements.length;
  };
  const few = await counted(2);
  // Claim, cases, streams, changed cases, and the first and second commands of streams.
  expect(few).toBe(6);
  expect(await counted(200)).toBe(few);
});

it('skips what the consumer before it was through with', async () => {
  const consumer = made('probe.moved');
  const facts = history(newId(), 2);
  await worker().query('insert into probe.inbox (district, consumer, event) values (1, $1, $2)', [
    'probe.moved_one',
    facts[0]!.id,
  ]);
  await probe.deliver(consumer, ...facts);
  expect(await saidBy(worker(), 'probe.moved_one')).toEqual([facts[1]!.id]);
  expect((await storedCase(worker(), facts[0]!.appeal))?.state.seen).toEqual(ids(facts));
});

it('keeps an empty row of an erased case, which late events do not fill, and drops repetitions', async () => {
  const consumer = made('probe.erased');
  const appeal = newId();
  const facts = history(appeal, 2);
  const erased = fact(TOPIC, appeal, { type: 'Erased', version: 3 });
  const late = fact(TOPIC, appeal, { version: 1, stream: newId() });
  await probe.deliver(consumer, ...facts, erased);
  await probe.deliver(consumer, late, facts[1]!);
  expect(await storedCase(worker(), appeal)).toEqual({
    versions: { [appeal]: 3, [late.stream]: 1 },
    state: { seen: [] },
    erased: true,
  });
  expect(await saidBy(worker(), 'probe.erased_one')).toEqual(ids([...facts, erased, late]));
});

it('takes the other keys although the database refuses one', async () => {
  const poison = newId();
  const evolve = (state: ProbeCase, { id, appeal }: PublicEvent): ProbeCase => ({
    seen: [...state.seen, appeal === poison ? '\u0000' : id],
  });
  const consumer = made('probe.refused', undefined, { evolve });
  const facts = Array.from({ length: 8 }, (_, at) => history(at === 3 ? poison : newId(), 2)).flat();
  expect(await probe.deliver(consumer, ...facts)).toMatchObject({ handled: 14, blocked: 2 });
  expect(await saidBy(worker(), 'probe.refused_one')).toHaveLength(14);
  expect((await listBlockedKeys(worker(), 'probe')).filter(({ consumer: by }) => by === 'probe.refused')).toMatchObject(
    [{ appeal: poison, events: 2 }],
  );
});

it('stops when the database refuses ten keys in a row alike', async () => {
  const consumer = made('probe.still', undefined, { evolve: () => ({ seen: ['\u0000'] }) });
  const facts = Array.from({ length: 20 }, () => history(newId(), 1)).flat();
  await expect(probe.deliver(consumer, ...facts)).rejects.toMatchObject({ name: 'BuildDefect' });
  expect((await listBlockedKeys(worker(), 'probe')).filter(({ consumer: by }) => by === 'probe.still')).toEqual([]);
});

it('takes single keys after starts that died in their first delivery', async () => {
  const killed = Object.assign(new Error('terminating connection'), { code: '57P01' });
  const dying = made('probe.dying', undefined, {
    evolve: () => {
      throw killed;
    },
  });
  const [bad, good] = [history(newId(), 1), history(newId(), 2)];
  for (let times = 0; times < 2; times += 1)
    await expect(probe.deliver(dying, ...bad, ...good)).rejects.toThrow('terminating');
  const third = made('probe.dying', undefined, {
    evolve: ({ seen }, { id }) => {
      if (id === bad[0]!.id) throw new Error('the process would be gone now');
      return { seen: [...seen, id] };
    },
  });
  expect(await probe.deliver(third, ...bad, ...good)).toMatchObject({ handled: 0, blocked: 3 });
  expect(await makeBlockedKeyRetry(third, probe.database, silent)(() => false)).toMatchObject({ unblocked: 1 });
  expect(await saidBy(worker(), 'probe.dying_one')).toEqual(ids(good));
});

it('decides again when another writer was first', async () => {
  const [appeal, other] = [newId(), newId()];
  const stream = voiceOf('probe.raced_one', appeal);
  let raced = false;
  const consumer = made('probe.raced');
  const whole = consumer.handle as BatchHandling;
  const writeBeside = () =>
    probe.store.append({
      district: 1,
      stream,
      streamType: 'Voice',
      expected: 'none',
      at: new Date().toISOString(),
      actor: { kind: 'system', id: 'another' },
      commandId: newId(),
      correlationId: appeal,
      events: [{ id: newId(), type: 'Said', schema: 1, data: { of: 'another' } }],
    });
  const batch: BatchHandling['batch'] = (events, tx, scope) => {
    const query = async (statement: { readonly name?: string }, values?: unknown[]) => {
      const result = await (tx.query as (...given: unknown[]) => Promise<unknown>)(statement, values);
      if (!raced && statement.name === 'read_all_probe') {
        raced = true;
        await writeBeside();
      }
      return result;
    };
    return whole.batch(events, { query } as Transaction, scope);
  };
  const racing: Consumer = { ...consumer, handle: { ...whole, batch } };
  const facts = [...history(appeal, 1), ...history(other, 1)];
  expect(await probe.deliver(racing, ...facts)).toMatchObject({ handled: 2, blocked: 0 });
  expect(raced).toBe(true);
  const found = await eventually(async () => {
    const said = await saidBy(worker(), 'probe.raced_one');
    return said.length === 2 ? said : undefined;
  });
  expect([...found].sort()).toEqual(ids(facts).sort());
  const { rows } = await worker().query('select version from probe.event where stream = $1 order by version', [stream]);
  expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
});
