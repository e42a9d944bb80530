import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { LoggedEvent } from '@otklik/messaging';
import { inSnapshot, type Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import type { Progress } from './build.js';

/** A disagreement of an owner's log and the history. Names places, never contents. */
export interface HistoryDifference {
  readonly kind:
    /** The log has the event, the history does not. */
    | 'MISSING'
    /** The history has an event that the log does not have there. */
    | 'EXTRA'
    /** Both have it, and it is not the same. */
    | 'CHANGED'
    /** The owner cannot publish it, or it waits behind one that cannot be published. */
    | 'UNPUBLISHED'
    /** The consumer that fills the history has blocked its key, or an operator has discarded it there. */
    | 'BLOCKED';
  readonly topic: Topic;
  readonly position: number;
  readonly district: number;
  /** Empty where it cannot be read. */
  readonly appeal: string;
  readonly event: string;
  readonly type: string;
}

/** What an owner's log holds for the history. */
export interface OwnerLog {
  readonly topic: Topic;
  /** A committed position up to which the history has been filled. What is younger may still be on its way. */
  readonly upTo: number;
  pages(): AsyncIterable<readonly LoggedEvent[]>;
}

export interface HistoryPlace {
  /** Of the worker's role. */
  readonly worker: pg.Pool;
  readonly service: string;
  /** The consumer that fills the history. */
  readonly consumer: string;
  /** Whether the history keeps events of the type. */
  readonly keeps: (type: string) => boolean;
}

interface Row {
  readonly position: number;
  readonly event: string;
  readonly district: number;
  readonly appeal: string;
  readonly type: string;
  readonly hash: string;
}

const FETCH_SIZE = 1000;

/**
 * Compares the log with the history, event by event and both ways, in the order of positions; answers the number of events
 * compared. The memory does not grow with either.
 */
export async function verifyHistory(
  place: HistoryPlace,
  log: OwnerLog,
  found: (difference: HistoryDifference) => void,
  onProgress?: Progress,
): Promise<number> {
  const blocked = await blockedEvents(place);
  return inSnapshot(place.worker, (tx) => compare(tx, place, log, { found, blocked, onProgress }));
}

interface Comparison {
  readonly found: (difference: HistoryDifference) => void;
  readonly blocked: ReadonlySet<string>;
  readonly onProgress: Progress | undefined;
}

async function compare(
  tx: Transaction,
  place: HistoryPlace,
  log: OwnerLog,
  { found, blocked, onProgress }: Comparison,
): Promise<number> {
  const { topic, upTo } = log;
  const rows = await historyRows(tx, place, log);
  const report = (kind: HistoryDifference['kind'], { position, event, district, appeal, type }: Omit<Row, 'hash'>) =>
    found({ kind, topic, position, district, appeal, event, type });
  let compared = 0;

  /** The history's row of this event. All before it are of no event of the log. */
  async function rowOf(position: number, id: string): Promise<Row | undefined> {
    let own: Row | undefined;
    for (let row = await rows.peek(); row && row.position <= position; row = await rows.peek()) {
      rows.skip();
      if (row.position === position && row.event === id) own = row;
      else report('EXTRA', row);
    }
    return own;
  }

  async function compareOne(logged: LoggedEvent): Promise<void> {
    if ('fault' in logged) {
      const { id, district, type } = logged.fault;
      await rowOf(logged.position, id);
      report('UNPUBLISHED', { position: logged.position, event: id, district, appeal: '', type });
      return;
    }
    const { event, position } = logged;
    const row = await rowOf(position, event.id);
    if (!place.keeps(event.type)) return;
    const here = { position, event: event.id, district: event.district, appeal: event.appeal, type: event.type };
    if (row && !(await isSame(tx, place, row, event))) report('CHANGED', here);
    if (!row) report(missingAs(logged.parked, blocked.has(event.id)), here);
  }

  for await (const page of log.pages()) {
    for (const logged of page) await compareOne(logged);
    compared += page.length;
    onProgress?.(page.at(-1)!.position, upTo);
  }
  await rowOf(upTo, '');
  return compared;
}

function missingAs(isParked: boolean, isBlocked: boolean): HistoryDifference['kind'] {
  if (isParked) return 'UNPUBLISHED';
  return isBlocked ? 'BLOCKED' : 'MISSING';
}

/** The hash first: bodies are read only where it differs. */
async function isSame(tx: Transaction, { service }: HistoryPlace, row: Row, event: PublicEvent): Promise<boolean> {
  const { district, appeal, type } = event;
  if (row.district !== district || row.appeal !== appeal || row.type !== type) return false;
  if (row.hash === createHash('sha256').update(JSON.stringify(event)).digest('hex')) return true;
  const { rows } = await tx.query<{ body: PublicEvent }>(
    `select body from ${service}.history where district = $1 and event = $2`,
    [district, row.event],
  );
  const body = rows[0]?.body;
  return body !== undefined && isSameEvent(body, JSON.parse(JSON.stringify(event)) as PublicEvent);
}

/** The history keeps the version that was published then; this build publishes the same event in the newest one. */
function isSameEvent(kept: PublicEvent, published: PublicEvent): boolean {
  if (kept.schema === published.schema) return isDeepStrictEqual(kept, published);
  const { schema, data: _, ...rest } = published;
  const { schema: before, data: __, ...keptRest } = kept;
  return before < schema && isDeepStrictEqual(keptRest, rest);
}

interface Rows {
  peek(): Promise<Row | undefined>;
  skip(): void;
}

/** The topic's rows up to the position, in its order. Only what is compared is sorted, not the bodies. */
async function historyRows(tx: Transaction, { service }: HistoryPlace, { topic, upTo }: OwnerLog): Promise<Rows> {
  // A cursor takes no parameters.
  await tx.query(`declare history_of_topic no scroll cursor for
    select position::float8 as position, event, district, appeal, type,
      encode(sha256(convert_to(body::text, 'UTF8')), 'hex') as hash
    from ${service}.history where topic = '${topic}' and position <= ${upTo} order by 1, 2`);
  let page: readonly Row[] = [];
  let at = 0;
  let ended = false;
  return {
    async peek() {
      if (at === page.length && !ended) {
        page = (await tx.query<Row>(`fetch ${FETCH_SIZE} from history_of_topic`)).rows;
        at = 0;
        ended = page.length === 0;
      }
      return page[at];
    },
    skip: () => void (at += 1),
  };
}

/** Events that the consumer keeps behind a blocked key, or that were discarded there. */
async function blockedEvents({ worker, service, consumer }: HistoryPlace): Promise<ReadonlySet<string>> {
  const { rows } = await worker.query<{ event: string }>(
    `select event from ${service}.blocked_event where consumer = $1
     union all select event from ${service}.discarded_event where consumer = $1`,
    [consumer],
  );
  return new Set(rows.map(({ event }) => event));
}
