import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import { compact } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type pg from 'pg';
import type { TransportMetrics } from '../consumer-work.js';
import { pause, type Source } from '../log-subscription.js';
import { watchPublisherLag } from '../publishing/publisher-lag.js';
import { makePublisher, type Release } from '../publishing/publisher.js';
import { retryDelayMs } from '../retry-delay.js';
import { eventRecord, partitionOfEvent } from './event-record.js';
import type { KafkaClient, ProducerRecord, RecordProducer } from './kafka-record.js';
import { LeaseLost, tryAcquire, type LeaderLease } from './leader-lease.js';
import { splitIntoRequests } from './requests.js';
import { readTopicEnds, type PartitionEnd } from './topic-ends.js';
import { ensureTopic, type TopicPlan } from './topics.js';

export interface RelayOptions {
  readonly topic: Topic;
  readonly plan: TopicPlan;
  /** Prefix of topic names, where installations share one cluster. */
  readonly namespace?: string;
  readonly source: Source;
  readonly kafka: KafkaClient;
  /** Pool of the owner's worker role; the leader keeps one connection. */
  readonly pool: pg.Pool;
  readonly logger: Logger;
  readonly metrics?: Pick<TransportMetrics, 'unpublished' | 'publisherLag'>;
}

export interface Relay {
  /** Whether this process publishes. */
  isLeader(): boolean;
  /** Log position up to which this process knows all public events to be on the topic, but those of blocked keys. */
  publishedPosition(): number;
  stop(): Promise<void>;
}

const MAX_BATCH_EVENTS = 500;
const ELECTION_INTERVAL_MS = 1000;
/** An idle relay checks at this interval that its topic is intact. */
const POLL_INTERVAL_MS = 4000;
/** While keys are blocked: an operator's retry comes from another process. */
const RETRY_POLL_INTERVAL_MS = 2000;

/** The topic's end is not where this relay left it: the topic was lost, or another producer writes to it. */
class TopicChanged extends Error {
  override readonly name = 'TopicChanged';

  /** `corrupt`: partitions in which a record got an unexpected offset. */
  constructor(
    message: string,
    readonly corrupt: readonly number[] = [],
  ) {
    super(message);
  }
}

interface LeaderState {
  epoch: number;
  /** Partitions to be truncated before the next send. */
  readonly corrupt: Set<number>;
}

/**
 * Publishes a service's log on its topic. One process is the leader, the others stand by. Sends one request at a time in log
 * order and resumes from the topic's own end. After an unknown outcome it sends again: consumers deduplicate.
 */
export function startRelay(options: RelayOptions): Relay {
  const { topic, source, kafka, pool, logger } = options;
  const name = `${options.namespace ?? ''}${topic}`;
  const { log } = source;
  const publisher = makePublisher({
    source: { ...source, worker: pool },
    logger,
    onBlocked: (service, keys) => options.metrics?.unpublished(service, keys),
  });
  const stopping = new AbortController();
  let leading = false;
  let publishedPosition = 0;

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const lease = await tryAcquire(pool, `otklik relay ${name}`);
        failures = 0;
        if (lease) await lead(lease);
        else await pause(ELECTION_INTERVAL_MS, stopping.signal);
      } catch (error) {
        failures += 1;
        logger.warn('leader election failed; retrying', { code: name, count: failures, error });
        await pause(retryDelayMs(failures, 'DEFECT'), stopping.signal);
      }
    }
  }

  async function lead(lease: LeaderLease): Promise<void> {
    const ended = AbortSignal.any([stopping.signal, lease.lost]);
    const state: LeaderState = { epoch: 0, corrupt: new Set() };
    let failures = 0;
    leading = true;
    const report = (seconds: number): void => options.metrics?.publisherLag(log.service, seconds);
    void watchPublisherLag({ log, position: () => publishedPosition, report, logger }, ended);
    try {
      while (!ended.aborted) {
        const before = publishedPosition;
        try {
          await publishFromTopicEnd(lease, state, ended);
        } catch (error) {
          if (error instanceof LeaseLost || ended.aborted) return;
          failures = publishedPosition > before ? 1 : failures + 1;
          logger.warn('publishing failed; resuming from the end of the topic', { code: name, count: failures, error });
          if (error instanceof TopicChanged) error.corrupt.forEach((partition) => state.corrupt.add(partition));
          else await pause(retryDelayMs(failures, 'DEFECT'), ended);
        }
      }
    } finally {
      leading = false;
      options.metrics?.unpublished(log.service, 0);
      await lease.release();
    }
  }

  /** Publishes from the topic's end until the lease ends or an error occurs. */
  async function publishFromTopicEnd(lease: LeaderLease, state: LeaderState, ended: AbortSignal): Promise<void> {
    const ends = await resume(lease, state);
    const producer = await kafka.producer();
    try {
      let cursor = Math.min(...ends.map(({ position }) => position));
      publishedPosition = cursor;
      let ahead = readAhead(cursor);
      while (!ended.aborted) {
        await retryBlockedKeys(cursor, (events) => sendReleased(events, ends, state.epoch, producer, lease));
        const events = await ahead;
        const last = events.at(-1)?.position;
        if (last === undefined) {
          await checkTopicEnd(ends);
          const pollMs = publisher.blockedKeys() > 0 ? RETRY_POLL_INTERVAL_MS : POLL_INTERVAL_MS;
          await log.wait(cursor, AbortSignal.any([ended, AbortSignal.timeout(pollMs)]));
          ahead = readAhead(cursor);
          continue;
        }
        ahead = readAhead(last);
        await lease.check();
        await send(await publisher.admit(events.map(publisher.form)), ends, state.epoch, producer, lease);
        publishedPosition = cursor = last;
      }
    } finally {
      await producer.close();
    }
  }

  /** Awaited in the next iteration; when the lease ends before, its failure must not be an unhandled rejection. */
  function readAhead(after: number): Promise<readonly RecordedEvent[]> {
    const events = log.read(after, MAX_BATCH_EVENTS);
    events.catch(() => undefined);
    return events;
  }

  async function resume(lease: LeaderLease, state: LeaderState): Promise<readonly PartitionEnd[]> {
    await lease.check();
    for (const difference of await ensureTopic(kafka, name, options.plan)) logger.warn(difference);
    const { ends, epoch, foreign } = await readTopicEnds(kafka, name, log, state.corrupt);
    if (state.epoch > 0 && epoch > state.epoch) throw new LeaseLost('another relay is the leader now');
    if (state.epoch === 0) state.epoch = epoch + 1;
    if (foreign.size > 0) await truncate(foreign, lease);
    state.corrupt.clear();
    await publisher.open();
    logger.info('publishing', { code: name, count: Math.min(...ends.map(({ position }) => position)) });
    return ends;
  }

  /** Checks the lease in any case: records that a newer leader wrote must not be deleted. */
  async function truncate(alien: ReadonlyMap<number, number>, lease: LeaderLease): Promise<void> {
    await lease.check(0);
    await kafka.dropBefore(name, alien);
    logger.warn('partitions with foreign records were truncated', { code: name, count: alien.size });
  }

  let checkedAt = performance.now();
  async function checkTopicEnd(ends: readonly PartitionEnd[]): Promise<void> {
    if (performance.now() - checkedAt < POLL_INTERVAL_MS) return;
    checkedAt = performance.now();
    const extents = (await kafka.extent(name)) ?? [];
    const isIntact =
      extents.length === ends.length && extents.every(({ partition, high }) => high === ends[partition]?.next);
    if (!isIntact) throw new TopicChanged('the topic does not end where it was left');
  }

  let retriedAt = 0;
  async function retryBlockedKeys(upTo: number, release: Release): Promise<void> {
    if (publisher.blockedKeys() === 0 || performance.now() - retriedAt < RETRY_POLL_INTERVAL_MS) return;
    retriedAt = performance.now();
    await publisher.retryDue(release, { upTo });
  }

  /** Behind what the partitions hold already. An event that is on the topic comes once more: consumers deduplicate. */
  async function sendReleased(
    events: readonly PublicEvent[],
    ends: readonly PartitionEnd[],
    epoch: number,
    producer: RecordProducer,
    lease: LeaderLease,
  ): Promise<void> {
    for (const event of events) {
      const partition = partitionOfEvent(event, ends.length);
      const { position: after, event: last } = ends[partition]!;
      const behind = event.position <= after ? { position: after, event: last } : undefined;
      await sendOne([eventRecord(event, partition, compact({ after, epoch, behind }))], ends, producer, lease);
    }
  }

  async function send(
    events: readonly PublicEvent[],
    ends: readonly PartitionEnd[],
    epoch: number,
    producer: RecordProducer,
    lease: LeaderLease,
  ): Promise<void> {
    const records: ProducerRecord[] = [];
    const positions = ends.map(({ position }) => position);
    for (const event of events) {
      const partition = partitionOfEvent(event, ends.length);
      const after = positions[partition]!;
      if (event.position <= after) continue;
      records.push(eventRecord(event, partition, { after, epoch }));
      positions[partition] = event.position;
    }
    for (const request of splitIntoRequests(records)) await sendOne(request, ends, producer, lease);
  }

  async function sendOne(
    records: readonly ProducerRecord[],
    ends: readonly PartitionEnd[],
    producer: RecordProducer,
    lease: LeaderLease,
  ): Promise<void> {
    await lease.check();
    const offsets = await producer.send(name, records);
    const corrupt = [...offsets.keys()].filter((partition) => offsets.get(partition) !== ends[partition]!.next);
    if (corrupt.length > 0) throw new TopicChanged('a record got an unexpected offset', corrupt);
    for (const { partition, headers } of records) {
      const end = ends[partition]!;
      end.position = Number(headers['position']);
      end.event = headers['behind'] ?? headers['event']!;
      end.next += 1;
    }
    checkedAt = performance.now();
  }

  const running = run();
  return {
    isLeader: () => leading,
    publishedPosition: () => publishedPosition,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
