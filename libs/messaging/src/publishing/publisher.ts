import type { PublicEvent } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import { compact, isUuid } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Source } from '../log-subscription.js';
import { isFault, publishedForm, type Fault, type PublishedForm } from './published-form.js';
import { openPublisherBlocks, type ParkedEvent, type PublisherBlocks, type PublisherKey } from './publisher-blocks.js';

/** Publishes events that were parked, in order; repeated after a crash. */
export type Release = (events: readonly PublicEvent[]) => Promise<void>;

/**
 * Turns a service's recorded events into public ones. An event that has no published form blocks its key: it and the
 * later events of the key are parked in the service's schema, all others are published. The position may pass them.
 */
export interface Publisher {
  /** Loads the blocked keys. */
  open(): Promise<void>;
  readonly form: (recorded: RecordedEvent) => PublishedForm;
  /** The public events among these, in order, without those of blocked keys, which are parked before this resolves. */
  admit(forms: readonly PublishedForm[]): Promise<readonly PublicEvent[]>;
  /** Retries the blocked keys that are due. */
  retryDue(release: Release, how?: RetryOptions): Promise<void>;
  blockedKeys(): number;
}

export interface RetryOptions {
  /** Nothing is admitted or published while the work runs, so that no event of a key overtakes the released ones. */
  readonly exclusively?: (work: () => Promise<void>) => Promise<void>;
  /** Position that has been published: what was parked behind it by another process waits until it is reached. */
  readonly upTo?: number;
}

export interface PublisherOptions {
  readonly source: Source;
  readonly logger: Logger;
  /** Called with the number of blocked keys when it has changed. */
  readonly onBlocked?: ((service: string, keys: number) => void) | undefined;
}

const MAX_RELEASED_EVENTS = 200;

export function makePublisher({ source, logger, onBlocked }: PublisherOptions): Publisher {
  const { log, publish, worker } = source;
  const { service } = log;
  const blocks = worker && openPublisherBlocks(worker, service);
  /** `<district>/<appeal>` → position from which nothing of it is published. */
  const blocked = new Map<string, number>();
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: parking and releasing both change the blocked keys. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  const form = (recorded: RecordedEvent): PublishedForm => publishedForm(recorded, publish);

  async function keyOf(fault: Fault, kept: PublisherBlocks): Promise<PublisherKey> {
    const { district, stream, correlationId } = fault.recorded;
    if (isUuid(correlationId)) return { district, appeal: correlationId };
    return { district, appeal: (await kept.appealOf(district, stream)) ?? stream };
  }

  function isBlocked({ district, appeal }: PublisherKey, position: number): boolean {
    const from = blocked.get(nameOf({ district, appeal }));
    return from !== undefined && position >= from;
  }

  async function faultOf(fault: Fault, kept: PublisherBlocks): Promise<ParkedEvent> {
    const { district, appeal } = await keyOf(fault, kept);
    const { id: event, type } = fault.recorded;
    const state = fault.isUnknown ? ('WAITING' as const) : ('DEAD_LETTERED' as const);
    return { district, appeal, event, type, position: fault.position, reason: fault.reason, state };
  }

  function block(parked: ParkedEvent): void {
    const key = nameOf(parked);
    const from = blocked.get(key);
    blocked.set(key, Math.min(from ?? parked.position, parked.position));
    if (from !== undefined) return;
    const { district, appeal, event, reason: code } = parked;
    const text =
      parked.state === 'WAITING'
        ? 'an event waits for a build that can publish it; its key is blocked'
        : 'an event cannot be published and its key is blocked: an operator must act';
    logger.error(text, compact({ service, district, appeal, event, code }));
  }

  async function admitInTurn(forms: readonly PublishedForm[], kept: PublisherBlocks): Promise<readonly PublicEvent[]> {
    const before = new Map(blocked);
    const discarded = await kept.discarded(forms.filter(isFault).map(({ recorded }) => recorded.id));
    const admitted: PublicEvent[] = [];
    const parked: ParkedEvent[] = [];
    try {
      for (const one of forms) {
        if (isFault(one)) {
          if (discarded.has(one.recorded.id)) continue;
          const fault = await faultOf(one, kept);
          block(fault);
          parked.push(fault);
        } else if (one.event) {
          const { district, appeal, stream, id: event, type, position } = one.event;
          const key = [appeal, stream].find((id) => isBlocked({ district, appeal: id }, position));
          if (key === undefined) admitted.push(one.event);
          else parked.push({ district, appeal: key, event, type, position });
        }
      }
      await kept.park(parked);
    } catch (error) {
      // Not stored: the next reader meets the same events.
      blocked.clear();
      for (const [key, from] of before) blocked.set(key, from);
      throw error;
    }
    if (blocked.size !== before.size) onBlocked?.(service, blocked.size);
    return admitted;
  }

  async function readForm(position: number): Promise<PublishedForm | undefined> {
    const [recorded] = await log.read(position - 1, 1);
    return recorded?.position === position ? form(recorded) : undefined;
  }

  /** The public events at these positions, up to the first that has no published form. */
  async function readParked(key: PublisherKey, positions: readonly number[], kept: PublisherBlocks) {
    const events: PublicEvent[] = [];
    let published = 0;
    for (const position of positions) {
      const one = await readForm(position);
      if (one && isFault(one)) return { events, published, stopped: { ...(await faultOf(one, kept)), ...key } };
      if (one?.event) events.push(one.event);
      published = position;
    }
    return { events, published };
  }

  /** Publishes the key's parked events up to the first that has no published form. */
  async function releaseKey(
    key: PublisherKey,
    release: Release,
    kept: PublisherBlocks,
    upTo: number,
  ): Promise<'MORE' | 'DONE'> {
    const parked = await kept.parked(key, MAX_RELEASED_EVENTS);
    const positions = parked.filter((position) => position <= upTo);
    if (positions.length === 0 && parked.length > 0) return 'DONE';
    const { events, published, stopped } = await readParked(key, positions, kept);
    if (events.length > 0) await release(events);
    const from = await kept.settle(key, published, stopped);
    if (from === undefined) blocked.delete(nameOf(key));
    else blocked.set(nameOf(key), from);
    return from === undefined || from > upTo || stopped ? 'DONE' : 'MORE';
  }

  async function isStillStuck(key: PublisherKey, kept: PublisherBlocks): Promise<boolean> {
    const [first] = await kept.parked(key, 1);
    const one = first === undefined ? undefined : await readForm(first);
    if (!one || !isFault(one)) return false;
    await kept.settle(key, 0, { ...(await faultOf(one, kept)), ...key });
    return true;
  }

  async function retryKey(
    key: PublisherKey,
    release: Release,
    kept: PublisherBlocks,
    { exclusively = (work) => work(), upTo = Infinity }: RetryOptions,
  ): Promise<void> {
    // The usual outcome, which needs nothing to stop.
    if (await inTurn(() => isStillStuck(key, kept))) return;
    await exclusively(async () => {
      while ((await inTurn(() => releaseKey(key, release, kept, upTo))) === 'MORE');
    });
    const { district, appeal } = key;
    if (blocked.has(nameOf(key))) return;
    logger.info('a blocked key was published again', { service, district, appeal });
    onBlocked?.(service, blocked.size);
  }

  return {
    async open() {
      if (!blocks) return;
      blocked.clear();
      for (const range of await blocks.open()) blocked.set(nameOf(range), range.from);
      onBlocked?.(service, blocked.size);
    },
    form,
    async admit(forms) {
      if (blocked.size === 0 && !forms.some(isFault)) return forms.flatMap((one) => publicOf(one) ?? []);
      if (blocks) return inTurn(() => admitInTurn(forms, blocks));
      throw forms.find(isFault)!.error;
    },
    async retryDue(release, how = {}) {
      if (!blocks || blocked.size === 0) return;
      for (const key of await blocks.due()) await retryKey(key, release, blocks, how);
    },
    blockedKeys: () => blocked.size,
  };
}

function nameOf({ district, appeal }: PublisherKey): string {
  return `${district}/${appeal}`;
}

function publicOf(form: PublishedForm): PublicEvent | undefined {
  return isFault(form) ? undefined : form.event;
}
