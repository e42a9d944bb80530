import type { Topic } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import type { Logger } from '@otklik/observability';
import type pg from 'pg';
import { pause, type Source } from '../feed.js';
import { passUnknown } from '../pass-unknown.js';
import { retryPause } from '../retry-pace.js';
import { eventRecord, partitionOfEvent } from './event-record.js';
import type { KafkaClient, NewRecord, RecordProducer } from './kafka-record.js';
import { TermLost, tryToLead, type Term } from './leader.js';
import { requestsOf } from './requests.js';
import { readTopicEnds, type PartitionEnd } from './topic-ends.js';
import { ensureTopic, type TopicPlan } from './topics.js';

export interface RelayParts {
  readonly topic: Topic;
  readonly plan: TopicPlan;
  /** Before the names of topics, where several installations share one cluster. */
  readonly namespace?: string;
  readonly source: Source;
  readonly kafka: KafkaClient;
  /** Of the owner's worker role; the leader keeps one connection of it. */
  readonly pool: pg.Pool;
  readonly logger: Logger;
}

export interface Relay {
  /** True while this process publishes. */
  leads(): boolean;
  /** Up to this position of the log everything public is in the topic, as far as this process has seen it to. */
  published(): number;
  stop(): Promise<void>;
}

const BATCH = 500;
const STAND_BY_MS = 1000;
/** An idle relay looks so often whether its topic is still there. */
const POLL_INTERVAL_MS = 4000;

/** The topic holds less, or more, than was sent: it was lost, or somebody else writes to it. */
class TopicChanged extends Error {
  override readonly name = 'TopicChanged';

  /** `torn`: partitions in which a record got another place: they hold less than was sent, or something else. */
  constructor(
    message: string,
    readonly torn: readonly number[] = [],
  ) {
    super(message);
  }
}

interface Mine {
  epoch: number;
  /** To be emptied before anything is sent. */
  readonly torn: Set<number>;
}

/**
 * Publishes a service's log: one process leads, the others stand by. It sends one request at a time, in the order of the
 * log, and resumes from what the topic itself holds. What it cannot know it sends again: consumers take a fact once.
 */
export function startRelay(parts: RelayParts): Relay {
  const { topic, source, kafka, pool, logger } = parts;
  const name = `${parts.namespace ?? ''}${topic}`;
  const { log } = source;
  const publish = passUnknown(source.publish, log.service, logger);
  const stopping = new AbortController();
  let leading = false;
  let reached = 0;

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const term = await tryToLead(pool, `otklik relay ${name}`);
        failures = 0;
        if (term) await lead(term);
        else await pause(STAND_BY_MS, stopping.signal);
      } catch (error) {
        failures += 1;
        logger.warn('the relay cannot ask who leads', { code: name, count: failures, error });
        await pause(retryPause(failures, 'DEFECT'), stopping.signal);
      }
    }
  }

  async function lead(term: Term): Promise<void> {
    const ended = AbortSignal.any([stopping.signal, term.lost]);
    const mine: Mine = { epoch: 0, torn: new Set() };
    let failures = 0;
    leading = true;
    try {
      while (!ended.aborted) {
        const before = reached;
        try {
          await relayOn(term, mine, ended);
        } catch (error) {
          if (error instanceof TermLost || ended.aborted) return;
          failures = reached > before ? 1 : failures + 1;
          logger.warn('the relay resumes from the topic', { code: name, count: failures, error });
          if (error instanceof TopicChanged) error.torn.forEach((partition) => mine.torn.add(partition));
          else await pause(retryPause(failures, 'DEFECT'), ended);
        }
      }
    } finally {
      leading = false;
      await term.end();
    }
  }

  /** From the topic's end on, until the term ends or something fails; then the topic is asked again. */
  async function relayOn(term: Term, mine: Mine, ended: AbortSignal): Promise<void> {
    const ends = await resume(term, mine);
    const producer = await kafka.producer();
    try {
      let cursor = Math.min(...ends.map(({ position }) => position));
      reached = cursor;
      let ahead = readAhead(cursor);
      while (!ended.aborted) {
        const events = await ahead;
        const last = events.at(-1)?.position;
        if (last === undefined) {
          await look(ends);
          await log.wait(cursor, AbortSignal.any([ended, AbortSignal.timeout(POLL_INTERVAL_MS)]));
          ahead = readAhead(cursor);
          continue;
        }
        ahead = readAhead(last);
        await send(events, ends, mine.epoch, producer, term);
        reached = cursor = last;
      }
    } finally {
      await producer.close();
    }
  }

  /** Awaited in the next round, and never when the term ends before: then its failure is nobody's. */
  function readAhead(after: number): Promise<readonly RecordedEvent[]> {
    const events = log.read(after, BATCH);
    events.catch(() => undefined);
    return events;
  }

  async function resume(term: Term, mine: Mine): Promise<readonly PartitionEnd[]> {
    await term.check();
    for (const difference of await ensureTopic(kafka, name, parts.plan)) logger.warn(difference);
    const { ends, epoch, alien } = await readTopicEnds(kafka, name, log, mine.torn);
    if (mine.epoch > 0 && epoch > mine.epoch) throw new TermLost('another relay has taken over');
    if (mine.epoch === 0) mine.epoch = epoch + 1;
    if (alien.size > 0) await empty(alien, term);
    mine.torn.clear();
    logger.info('the relay publishes', { code: name, count: Math.min(...ends.map(({ position }) => position)) });
    return ends;
  }

  /** What another relay has written since is not ours to drop: the database is asked, however lately it was. */
  async function empty(alien: ReadonlyMap<number, number>, term: Term): Promise<void> {
    await term.check(0);
    await kafka.dropBefore(name, alien);
    logger.warn('partitions that did not hold this log were emptied', { code: name, count: alien.size });
  }

  let lookedAt = performance.now();
  async function look(ends: readonly PartitionEnd[]): Promise<void> {
    if (performance.now() - lookedAt < POLL_INTERVAL_MS) return;
    lookedAt = performance.now();
    const extents = (await kafka.extent(name)) ?? [];
    const whole =
      extents.length === ends.length && extents.every(({ partition, high }) => high === ends[partition]?.next);
    if (!whole) throw new TopicChanged('the topic does not end where it was left');
  }

  async function send(
    events: readonly RecordedEvent[],
    ends: readonly PartitionEnd[],
    epoch: number,
    producer: RecordProducer,
    term: Term,
  ): Promise<void> {
    const records: NewRecord[] = [];
    const positions = ends.map(({ position }) => position);
    for (const event of events) {
      const fact = publish(event);
      if (!fact) continue;
      const partition = partitionOfEvent(fact, ends.length);
      const after = positions[partition]!;
      if (fact.position <= after) continue;
      records.push(eventRecord(fact, partition, { after, epoch }));
      positions[partition] = fact.position;
    }
    for (const request of requestsOf(records)) await sendOne(request, ends, producer, term);
  }

  async function sendOne(
    records: readonly NewRecord[],
    ends: readonly PartitionEnd[],
    producer: RecordProducer,
    term: Term,
  ): Promise<void> {
    await term.check();
    const begun = await producer.send(name, records);
    const astray = [...begun.keys()].filter((partition) => begun.get(partition) !== ends[partition]!.next);
    if (astray.length > 0) throw new TopicChanged('a record got an unexpected place', astray);
    for (const { partition, headers } of records) {
      const end = ends[partition]!;
      end.position = Number(headers['position']);
      end.next += 1;
    }
    lookedAt = performance.now();
  }

  const running = run();
  return {
    leads: () => leading,
    published: () => reached,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
