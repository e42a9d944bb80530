import type { PublicEvent } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import { isUuid, UnknownType } from '@otklik/kernel';
import { eventSize } from '../event-size.js';
import type { Publish } from '../messaging.js';
import { errorLabel } from '../outage.js';

/** A recorded event and what it is published as. */
export type PublishedForm = Published | Fault;

export interface Published {
  readonly position: number;
  /** Undefined: the event is private to its service. */
  readonly event: PublicEvent | undefined;
  /** Approximate size in memory. */
  readonly bytes: number;
}

/** The event has no published form: the row is damaged, its mapping has a defect, or a newer build wrote it. */
export interface Fault {
  readonly position: number;
  readonly recorded: RecordedEvent;
  /** Names and codes, never a message, which may hold data. */
  readonly reason: string;
  /** Only a newer build knows the type. */
  readonly isUnknown: boolean;
  readonly error: unknown;
  readonly bytes: number;
}

/** What consumers rely on is missing, or of another type. */
class IncompleteForm extends Error {
  override readonly name = 'IncompleteForm';
}

export function publishedForm(recorded: RecordedEvent, publish: Publish): PublishedForm {
  const { position, type, schema } = recorded;
  try {
    if (recorded.unreadable) throw recorded.unreadable;
    const event = publish(recorded);
    if (event) demandComplete(event);
    return { position, event, bytes: event ? eventSize(event) : 0 };
  } catch (error) {
    const reason = `${errorLabel(error)} ${type}@${schema}`;
    return { position, recorded, reason, isUnknown: error instanceof UnknownType, error, bytes: eventSize(recorded) };
  }
}

export function isFault(form: PublishedForm): form is Fault {
  return 'reason' in form;
}

function demandComplete({ appeal, data }: PublicEvent): void {
  if (!isUuid(appeal)) throw new IncompleteForm('the appeal is no UUID');
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new IncompleteForm('the data are no object');
}
