import { domainEvent, type CommandContext, type EventStore } from '@otklik/event-store';
import { fold, refuse } from '@otklik/kernel';
import type { Database, Transaction } from '@otklik/tenancy';
import { appeal, isLost } from '../domain/appeal.decide.js';
import type { AppealEvent } from '../domain/appeal.js';
import type { AppealHandle } from './appeal-log.js';
import { keyedMutex } from './keyed-mutex.js';

export interface DuplicatePorts {
  readonly database: Database;
  readonly store: EventStore;
  readonly handle: AppealHandle;
  /** Holds off other marks of the district until the transaction ends. */
  readonly lockDuplicates: (tx: Transaction, district: number) => Promise<void>;
}

export interface Duplicate {
  readonly id: string;
  /** The appeal that holds the matter. */
  readonly of: string;
  readonly expectedVersion: number;
}

/** Also of a duplicate's original: it was ended before anybody answered it, and so nobody will. */
export function willHaveNoAnswer(events: readonly AppealEvent[]): boolean {
  return isLost(fold(appeal, events).status) && !events.some(({ type }) => type === 'AppealAnswered');
}

type Marked = Awaited<ReturnType<DuplicatePorts['handle']>>;

const exclusively = keyedMutex();

/**
 * The marks of a district follow one another: two that were decided at once could make each appeal the duplicate of the
 * other, and then neither would ever be answered. Throws `Refusal` (NOT_FOUND: the district has no appeal `of`),
 * `VersionConflict`, `IdempotencyKeyReused`.
 */
export function markAsDuplicate(
  { database, store, handle, lockDuplicates }: DuplicatePorts,
  { id, of, expectedVersion }: Duplicate,
  context: CommandContext,
): Promise<Marked> {
  const { district } = context;
  const mark = async (tx: Transaction): Promise<Marked> => {
    await lockDuplicates(tx, district);
    const recorded = await store.read(district, of, 0, { tx });
    const { status } = fold(appeal, recorded.map(domainEvent<AppealEvent>));
    if (status === 'NONE') return refuse('NOT_FOUND');
    return handle(context, id, { type: 'MarkAsDuplicate', id, of: { id: of, status } }, { tx, expectedVersion });
  };
  return exclusively(district, () => database.scope(district).transaction(mark));
}
