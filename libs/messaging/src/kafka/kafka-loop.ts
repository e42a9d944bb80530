import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { makeConsumerWork, type ConsumerWorkOptions } from '../consumer-work.js';
import { pause } from '../log-subscription.js';
import type { Consumer } from '../messaging.js';
import { merged } from '../order-of-arrival.js';
import { positionAfter, contiguousRecords, resumePositions, type PartitionPosition } from './checkpoints.js';
import { eventOf } from './event-record.js';
import type { RecordBatch, ConsumedRecord, GroupReader, KafkaClient } from './kafka-record.js';

export interface KafkaLoop {
  readonly consumer: Consumer;
  /** A waiting key of this consumer may have become due. */
  wake(): void;
  stop(): Promise<void>;
}

export interface KafkaLoopOptions extends ConsumerWorkOptions {
  readonly kafka: KafkaClient;
  /** Prefix of topics and groups. */
  readonly namespace: string;
}

/** Offsets are committed for monitoring only; the own checkpoint decides where to resume. */
const COMMIT_INTERVAL_MS = 1000;
/** A fraction of the session timeout. */
const HEARTBEAT_INTERVAL_MS = 2000;

/** So many partitions are read at once; as many of their batches are delivered in one transaction as its maximum takes. */
const MAX_TOGETHER = 8;

interface Turn {
  readonly batch: RecordBatch;
  readonly records: readonly ConsumedRecord[];
  readonly own: AssignedPartition;
}

interface AssignedPartition {
  position: PartitionPosition;
  /** Offset of the written checkpoint. */
  checkpointed: number;
}

/**
 * One consumer as a member of its group. Each batch commits effect, inbox and checkpoint in one PostgreSQL transaction, then
 * its offset. After each rebalance it resumes from its own checkpoint.
 */
export async function startKafkaLoop(consumer: Consumer, options: KafkaLoopOptions): Promise<KafkaLoop> {
  const { kafka, namespace, logger, database } = options;
  const work = makeConsumerWork(consumer, options);
  const stopping = new AbortController();
  const serially = serialized();
  const take = gathered(serially, advance, (turns) => (consumer.together ? fitTogether(turns, work.limit) : 1));
  const topicOf = new Map(consumer.topics.map((topic) => [`${namespace}${topic}`, topic]));
  const assigned = new Map<string, AssignedPartition>();
  const uncommitted = new Map<string, { topic: string; partition: number; offset: number }>();
  let call: (() => void) | undefined;

  async function seekToCheckpoint(name: string, partitions: readonly number[], reader: GroupReader): Promise<void> {
    const topic = topicOf.get(name);
    if (!topic || partitions.length === 0) return;
    const found = await resumePositions(database.worker, kafka, consumer.name, { topic, name, partitions });
    for (const [partition, position] of found) {
      assigned.set(`${name}/${partition}`, { position, checkpointed: position.offset });
      reader.seek(name, partition, position.offset);
    }
  }

  /** Retries until it succeeds: without a position nothing can be consumed. */
  async function onAssigned(partitions: ReadonlyMap<string, readonly number[]>, reader: GroupReader): Promise<void> {
    assigned.clear();
    uncommitted.clear();
    for (const [name, own] of partitions) {
      await retryWhileAssigned(
        () => seekToCheckpoint(name, own, reader),
        () => Promise.resolve(),
        () => !stopping.signal.aborted,
      );
    }
  }

  async function onBatch(batch: RecordBatch, reader: GroupReader): Promise<void> {
    const own = assigned.get(`${batch.topic}/${batch.partition}`);
    if (!own || !batch.isCurrent()) return;
    const next = contiguousRecords(batch.records, own.position);
    if (next.length === 0) {
      logger.warn('the topic is not the one that was consumed; reading it from its beginning', {
        consumer: consumer.name,
        code: batch.topic,
      });
      return seekToCheckpoint(batch.topic, [batch.partition], reader);
    }
    const goesOn = () => batch.isCurrent() && !stopping.signal.aborted;
    for (let from = 0; from < next.length && goesOn(); from += work.limit) {
      const records = next.slice(from, from + work.limit);
      await retryWhileAssigned(() => take({ batch, records, own }), batch.heartbeat, goesOn);
      const { offset } = own.position;
      if (offset !== records.at(-1)!.offset + 1) return;
      batch.resolve(offset - 1);
      uncommitted.set(`${batch.topic}/${batch.partition}`, {
        topic: batch.topic,
        partition: batch.partition,
        offset,
      });
      await batch.heartbeat();
    }
  }

  async function advance(turns: readonly Turn[]): Promise<void> {
    const current = turns.filter(({ batch }) => batch.isCurrent());
    const moves = current.map(({ batch, records, own }) => {
      const topic = topicOf.get(batch.topic)!;
      const reached = positionAfter(records, own.position);
      const { committable: position, lastPosition } = reached;
      const place = { topic, partition: batch.partition, position, lastPosition };
      return { own, reached, place, events: eventsOf(records, topic), passed: position - own.checkpointed };
    });
    const due = moves.filter(({ events, passed }) => work.needsDelivery(events, passed));
    const [first, ...along] = due.map(({ place }) => place);
    if (first) {
      await work.deliver({ ...first, along, events: merged(due.map(({ events }) => events)) });
      for (const { own, place } of due) own.checkpointed = place.position;
    }
    for (const { own, reached } of moves) own.position = reached;
  }

  function eventsOf(records: readonly ConsumedRecord[], topic: Topic): readonly PublicEvent[] {
    const events: PublicEvent[] = [];
    for (const record of records) {
      const event = eventOf(record, topic);
      if (event) events.push(event);
      else
        logger.error('foreign record skipped', {
          code: `${topic}/${record.partition}@${record.offset}`,
        });
    }
    return events;
  }

  /** Retries until success or revocation, sending heartbeats, so that a database outage does not lose the partitions. */
  async function retryWhileAssigned(
    once: () => Promise<void>,
    beat: () => Promise<void>,
    current: () => boolean,
  ): Promise<void> {
    // A slow statement and the delay after a failure may each exceed the session timeout.
    const beating = setInterval(() => void beat().catch(() => undefined), HEARTBEAT_INTERVAL_MS);
    try {
      while (current()) {
        try {
          await once();
          work.succeeded();
          return;
        } catch (error) {
          await pause(work.failed(error), stopping.signal);
          // Throws when this member was removed from the group.
          await beat();
        }
      }
    } finally {
      clearInterval(beating);
    }
  }

  async function pollBlockedKeys(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await serially(() => work.retryBlockedKeys(() => stopping.signal.aborted));
        await waitForRetry();
      } catch (error) {
        await pause(work.failed(error), stopping.signal);
      }
    }
  }

  async function waitForRetry(): Promise<void> {
    const done = new AbortController();
    const called = new Promise<void>((resolve) => void (call = resolve));
    await Promise.race([called, pause(work.msUntilRetry(), AbortSignal.any([done.signal, stopping.signal]))]);
    call = undefined;
    done.abort();
  }

  async function commitRegularly(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(COMMIT_INTERVAL_MS, stopping.signal);
      await commit();
      await writeCheckpoints();
    }
  }

  async function commit(): Promise<void> {
    const offsets = [...uncommitted.values()];
    uncommitted.clear();
    if (offsets.length === 0) return;
    await reader
      .commit(offsets)
      .catch((error: unknown) =>
        logger.debug('committing offsets failed; the checkpoint has them', { consumer: consumer.name, error }),
      );
  }

  /** Checkpoints positions that were skipped since the last one was written. */
  async function writeCheckpoints(): Promise<void> {
    try {
      for (const [place, own] of assigned) await serially(() => writeCheckpoint(place, own));
    } catch (error) {
      logger.debug('last checkpoints not written; their events are skipped again after a restart', {
        consumer: consumer.name,
        error,
      });
    }
  }

  async function writeCheckpoint(place: string, own: AssignedPartition): Promise<void> {
    const { committable: position, lastPosition } = own.position;
    if (position === own.checkpointed || assigned.get(place) !== own) return;
    const at = place.lastIndexOf('/');
    const topic = topicOf.get(place.slice(0, at))!;
    await work.delivery.deliver({ topic, partition: Number(place.slice(at + 1)), events: [], position, lastPosition });
    own.checkpointed = position;
  }

  const reader = await kafka.read({
    group: `${namespace}${consumer.name}`,
    atOnce: consumer.together ? MAX_TOGETHER : 1,
    topics: [...topicOf.keys()],
    onAssigned,
    onBatch,
  });
  const running = Promise.all([pollBlockedKeys(), commitRegularly()]);
  return {
    consumer,
    wake() {
      work.retryNow();
      call?.();
    },
    async stop() {
      stopping.abort();
      await running;
      await commit();
      await reader.stop();
      await writeCheckpoints();
    },
  };
}

/** How many of these turns one transaction takes: at least one, and no more records than its maximum. */
function fitTogether(turns: readonly Turn[], limit: number): number {
  let records = 0;
  const beyond = turns.findIndex((turn) => (records += turn.records.length) > limit);
  return beyond < 0 ? turns.length : Math.max(1, beyond);
}

/** What comes while others are at work is taken together, as much of it as fits. */
function gathered<Item>(
  serially: ReturnType<typeof serialized>,
  work: (items: readonly Item[]) => Promise<void>,
  fitting: (items: readonly Item[]) => number,
): (item: Item) => Promise<void> {
  const waiting: { readonly item: Item; readonly done: PromiseWithResolvers<void> }[] = [];
  return (item) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ item, done });
    void serially(async () => {
      const taken = waiting.splice(0, fitting(waiting.map(({ item }) => item)));
      if (taken.length === 0) return;
      await work(taken.map((one) => one.item)).then(
        () => taken.forEach((one) => one.done.resolve()),
        (error: unknown) => taken.forEach((one) => one.done.reject(error)),
      );
    });
    return done.promise;
  };
}

function serialized(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
