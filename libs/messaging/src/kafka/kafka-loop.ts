import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { makeConsumerWork, type WorkParts } from '../consumer-work.js';
import { pause } from '../feed.js';
import type { Consumer } from '../messaging.js';
import { behind, following, standings, type Standing } from './checkpoints.js';
import { eventOf } from './event-record.js';
import type { FoundBatch, FoundRecord, GroupReader, KafkaClient } from './kafka-record.js';

export interface KafkaLoop {
  readonly consumer: Consumer;
  /** A waiting key of this consumer may be due now. */
  wake(): void;
  stop(): Promise<void>;
}

export interface KafkaLoopParts extends WorkParts {
  readonly kafka: KafkaClient;
  /** Before the names of topics and groups. */
  readonly namespace: string;
}

/** Offsets are told to Kafka so often (for those who watch: our own checkpoint counts), and passed-by positions kept. */
const TELL_MS = 1000;
/** A fraction of the session that a member keeps by it. */
const BEAT_MS = 2000;

interface Held {
  standing: Standing;
  /** The offset up to which the checkpoint is written. */
  remembered: number;
}

/**
 * One consumer as a member of its group: each stretch of a partition has its effect, inbox and checkpoint in one
 * transaction of PostgreSQL, then its offset is told. Where to go on says our own checkpoint, at every sharing out.
 */
export async function startKafkaLoop(consumer: Consumer, parts: KafkaLoopParts): Promise<KafkaLoop> {
  const { kafka, namespace, logger, ground } = parts;
  const work = makeConsumerWork(consumer, parts);
  const stopping = new AbortController();
  const inTurn = oneAtATime();
  const topicOf = new Map(consumer.topics.map((topic) => [`${namespace}${topic}`, topic]));
  const held = new Map<string, Held>();
  const uncommitted = new Map<string, { topic: string; partition: number; offset: number }>();
  let call: (() => void) | undefined;

  async function stand(name: string, partitions: readonly number[], reader: GroupReader): Promise<void> {
    const topic = topicOf.get(name);
    if (!topic || partitions.length === 0) return;
    const found = await standings(ground.worker, kafka, consumer.name, { topic, name, partitions });
    for (const [partition, standing] of found) {
      held.set(`${name}/${partition}`, { standing, remembered: standing.offset });
      reader.seek(name, partition, standing.offset);
    }
  }

  /** Until it succeeds: without it nothing can be taken. */
  async function assigned(partitions: ReadonlyMap<string, readonly number[]>, reader: GroupReader): Promise<void> {
    held.clear();
    uncommitted.clear();
    for (const [name, own] of partitions) {
      await persist(
        () => stand(name, own, reader),
        () => Promise.resolve(),
        () => !stopping.signal.aborted,
      );
    }
  }

  async function take(batch: FoundBatch, reader: GroupReader): Promise<void> {
    const own = held.get(`${batch.topic}/${batch.partition}`);
    if (!own || !batch.current()) return;
    const next = following(batch.records, own.standing);
    if (next.length === 0) {
      logger.warn('a topic is not the one that was read; it is read again', {
        consumer: consumer.name,
        code: batch.topic,
      });
      return stand(batch.topic, [batch.partition], reader);
    }
    const goesOn = () => batch.current() && !stopping.signal.aborted;
    for (let from = 0; from < next.length && goesOn(); from += work.limit) {
      const records = next.slice(from, from + work.limit);
      await persist(() => inTurn(() => advance(batch, records, own)), batch.beat, goesOn);
      const { offset } = own.standing;
      if (offset !== records.at(-1)!.offset + 1) return;
      batch.taken(offset - 1);
      uncommitted.set(`${batch.topic}/${batch.partition}`, {
        topic: batch.topic,
        partition: batch.partition,
        offset,
      });
      await batch.beat();
    }
  }

  async function advance(batch: FoundBatch, records: readonly FoundRecord[], own: Held): Promise<void> {
    const topic = topicOf.get(batch.topic)!;
    const standing = behind(records, own.standing);
    const { firm: upTo, reached: mark } = standing;
    const events = eventsOf(records, topic);
    if (work.concerns(events, upTo - own.remembered)) {
      await work.deliver({ topic, partition: batch.partition, events, upTo, mark });
      own.remembered = upTo;
    }
    own.standing = standing;
  }

  function eventsOf(records: readonly FoundRecord[], topic: Topic): readonly PublicEvent[] {
    const events: PublicEvent[] = [];
    for (const record of records) {
      const event = eventOf(record, topic);
      if (event) events.push(event);
      else
        logger.error('a record that is no fact was passed by', {
          code: `${topic}/${record.partition}@${record.offset}`,
        });
    }
    return events;
  }

  /** Tries until it succeeds, or what it is for is ours no more. An outage of the database does not cost us the group. */
  async function persist(once: () => Promise<void>, beat: () => Promise<void>, current: () => boolean): Promise<void> {
    // A slow statement and the pause after a failure may each be longer than a member may be silent.
    const beating = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
    try {
      while (current()) {
        try {
          await once();
          work.succeeded();
          return;
        } catch (error) {
          await pause(work.failed(error), stopping.signal);
          // Throws when the group goes on without us.
          await beat();
        }
      }
    } finally {
      clearInterval(beating);
    }
  }

  async function watchHeld(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await inTurn(() => work.lookAtHeld(() => stopping.signal.aborted));
        await waitForLook();
      } catch (error) {
        await pause(work.failed(error), stopping.signal);
      }
    }
  }

  async function waitForLook(): Promise<void> {
    const done = new AbortController();
    const called = new Promise<void>((resolve) => void (call = resolve));
    await Promise.race([called, pause(work.untilLook(), AbortSignal.any([done.signal, stopping.signal]))]);
    call = undefined;
    done.abort();
  }

  async function tellOften(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(TELL_MS, stopping.signal);
      await commit();
      await remember();
    }
  }

  async function commit(): Promise<void> {
    const offsets = [...uncommitted.values()];
    uncommitted.clear();
    if (offsets.length === 0) return;
    await reader
      .commit(offsets)
      .catch((error: unknown) =>
        logger.debug('offsets are not told to Kafka; our checkpoint has them', { consumer: consumer.name, error }),
      );
  }

  /** What was passed by since the checkpoint was written. */
  async function remember(): Promise<void> {
    try {
      for (const [place, own] of held) await inTurn(() => rememberOne(place, own));
    } catch (error) {
      logger.debug('the last positions are not remembered; their events would be passed by again', {
        consumer: consumer.name,
        error,
      });
    }
  }

  async function rememberOne(place: string, own: Held): Promise<void> {
    const { firm: upTo, reached: mark } = own.standing;
    if (upTo === own.remembered || held.get(place) !== own) return;
    const at = place.lastIndexOf('/');
    const topic = topicOf.get(place.slice(0, at))!;
    await work.delivery.deliver({ topic, partition: Number(place.slice(at + 1)), events: [], upTo, mark });
    own.remembered = upTo;
  }

  const reader = await kafka.read({
    group: `${namespace}${consumer.name}`,
    topics: [...topicOf.keys()],
    assigned,
    take,
  });
  const running = Promise.all([watchHeld(), tellOften()]);
  return {
    consumer,
    wake() {
      work.lookNow();
      call?.();
    },
    async stop() {
      stopping.abort();
      await running;
      await commit();
      await reader.stop();
      await remember();
    },
  };
}

function oneAtATime(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
