import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { refuse } from '@otklik/kernel';
import type { Place } from '../batch.js';
import { makeDelivery } from '../delivery.js';
import type { Consumer } from '../messaging.js';
import { fact, newId, recordEffect, silent } from '../probe.contract.js';
import { probeOfFile } from '../probe.fixture.js';
import { probeFold, probeReactor, storedCase } from './probe-reactor.contract.js';

const TOPIC = 'intake.events';
const probe = probeOfFile(TOPIC);
const subscribesTo = ['Happened@1', 'Refused@1'];

/** The consumer of the release before, with an inbox; its name is that of the reactor's concern. */
function former(name: string): Consumer {
  const handle: Consumer['handle'] = async (event, tx) => {
    await recordEffect(name, event, tx);
    if (event.type === 'Refused') refuse('TOO_LATE');
  };
  return { name, topics: [TOPIC], subscribesTo, handle };
}

function reactorOf(name: string, ...handlers: readonly Consumer[]): Consumer {
  return probeReactor(probe.store, { name, topics: [TOPIC], state: probeFold(['Happened', 'Refused']), handlers });
}

const history = (length: number) => {
  const appeal = newId();
  return Array.from({ length }, (_, at) =>
    fact(TOPIC, appeal, { version: at + 1, type: at % 2 === 0 ? 'Happened' : 'Refused' }),
  );
};
const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);
const effects = async (name: string) => (await probe.effects(name)).map(({ event }) => event);
const checkpoints = async (name: string) => {
  const sql = `select partition, position::int, last_position::int as "lastPosition" from probe.checkpoint
    where consumer = $1 order by partition`;
  return (await probe.database.worker.query<Place>(sql, [name])).rows;
};

/** A process of the consumer that reads the log from its checkpoint to this position, and ends. */
async function reads(consumer: Consumer, log: readonly PublicEvent[], to: number): Promise<void> {
  const delivery = makeDelivery(consumer, probe.database, silent);
  const from = await delivery.position(TOPIC);
  await delivery.deliver({ topic: TOPIC, partition: 0, events: log.slice(from, to), position: to });
}

it('leaves nothing for the release before to repeat, nor for itself when it is back', async () => {
  const before = former('probe.back_rows');
  const reactor = reactorOf('probe.back', former('probe.back_rows'));
  const log = history(9);
  await reads(before, log, 4);
  // It learns the case from the beginning, in batches; the release before would still go on from its own place.
  await reads(reactor, log, 2);
  expect(await checkpoints('probe.back_rows')).toMatchObject([{ position: 4 }]);
  await reads(reactor, log, 6);
  await reads(before, log, 7);
  await reads(reactor, log, 8);
  await reads(before, log, 8);
  await reads(reactor, log, 9);
  expect(await effects('probe.back_rows')).toEqual(ids(log));
  expect((await storedCase(probe.database.worker, log[0]!.appeal))?.state.seen).toEqual(ids(log));
});

it('gives no checkpoint to a concern that had none, nor to partitions that it did not read', async () => {
  const reactor = reactorOf('probe.none', former('probe.none_rows'), former('probe.none_new'));
  const log = history(3);
  await reads(former('probe.none_rows'), log, 1);
  await probe.database.worker.query(
    `insert into probe.checkpoint (consumer, topic, partition, position) values ('probe.none_rows', $1, 7, 1)`,
    [TOPIC],
  );
  await reads(reactor, log, 3);
  expect(await checkpoints('probe.none_new')).toEqual([]);
  expect(await checkpoints('probe.none_rows')).toMatchObject([{ position: 3 }, { partition: 7, position: 1 }]);
});

it('takes an offset along with its position in the log, also of a topic that was published again', async () => {
  const name = 'probe.offsets_rows';
  const at = (partition: number, position: number, lastPosition: number) => ({ partition, position, lastPosition });
  const delivered = (consumer: Consumer, ...[first, ...along]: readonly ReturnType<typeof at>[]) => {
    const others: readonly Place[] = along.map((one) => ({ topic: TOPIC, ...one }));
    return makeDelivery(consumer, probe.database, silent).deliver({
      topic: TOPIC,
      ...first!,
      events: [],
      along: others,
    });
  };
  await delivered(former(name), at(0, 30, 300), at(1, 20, 310));
  const reactor = reactorOf('probe.offsets', former(name));
  await delivered(reactor, at(0, 12, 120), at(1, 21, 320));
  expect(await checkpoints(name)).toEqual([at(0, 30, 300), at(1, 21, 320)]);
  await probe.database.worker.query(
    `update probe.checkpoint set position = 0, last_position = 0 where consumer = 'probe.offsets'`,
  );
  await delivered(reactor, at(0, 5, 290), at(1, 6, 310));
  expect(await checkpoints(name)).toEqual([at(0, 30, 300), at(1, 21, 320)]);
  await delivered(reactor, at(0, 6, 330), at(1, 7, 340));
  expect(await checkpoints(name)).toEqual([at(0, 6, 330), at(1, 7, 340)]);
  // An event that was published late leaves the position as it was.
  await delivered(reactor, at(0, 7, 330));
  expect(await checkpoints(name)).toEqual([at(0, 7, 330), at(1, 7, 340)]);
});
