import { eventOwners } from '@otklik/contracts/published-events';
import type { ServiceName } from '@otklik/host';

/** Event type → fields that may never be in clear in the log of the service. */
export function sealedFieldsOf(service: ServiceName): Readonly<Record<string, readonly string[]>> {
  const owned = eventOwners.find(({ topic }) => topic === `${service}.events`);
  return Object.fromEntries(Object.values(owned?.events ?? {}).map(({ type, personal }) => [type, personal]));
}
