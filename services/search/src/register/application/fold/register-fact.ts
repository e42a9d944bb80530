import type { CaseFact } from '@otklik/case/events';
import { versionedType } from '@otklik/contracts/declare-event';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { DeliveryKept } from '@otklik/contracts/intake.events';
import { KnownIssueLapsed } from '@otklik/contracts/known-issue.events';
import { publishedEvents } from '@otklik/contracts/published-events';

/** A delivery of a network is of no case yet; a known issue is of none. */
export const typesOfNoCase: readonly string[] = [DeliveryKept.type, KnownIssueLapsed.type];

/** Every public event of a case: the register shows them all. */
export const registerEventTypes: readonly string[] = publishedEvents
  .filter(({ type }) => !typesOfNoCase.includes(type))
  .map(versionedType);

/** Whether the history keeps events of the type: those that a later build will know, too. */
export function isKeptInHistory(type: string): boolean {
  return !typesOfNoCase.includes(type);
}

const known: ReadonlySet<string> = new Set(registerEventTypes);

/** Is it of a type and version that the register understands? Others are kept in the history and shown as they are. */
export function isRegisterFact(event: PublicEvent): event is CaseFact {
  return known.has(versionedType(event));
}
