import { isUuid } from '@otklik/kernel';
import type { AppendRequest } from './event-store.js';

/** A request that is validated and serialised before it joins a batch, so that it cannot fail the other members. */
export interface PreparedAppend extends AppendRequest {
  /** The fields of the envelope without a column of their own, as JSON. */
  readonly meta: string;
  /** `data` of each event, as JSON. */
  readonly json: readonly string[];
}

/** Throws `TypeError` on a malformed request. */
export function encodeAppend(request: AppendRequest): PreparedAppend {
  if (!request.events.length) throw new TypeError('an append needs at least one event');
  const ids = [request.stream, request.commandId, ...request.events.map((event) => event.id)];
  if (!ids.every(isUuid)) throw new TypeError('ids of streams, commands and events are UUIDs');
  if (Number.isNaN(Date.parse(request.at))) throw new TypeError('at is an ISO 8601 instant');
  if (!isWhole(request.district, 2 ** 31)) throw new TypeError('district is a whole number');
  const { expected } = request;
  if (typeof expected === 'number' && !isWhole(expected, 2 ** 31))
    throw new TypeError('an expected version is 1 or more');
  const { actor, correlationId, causationId, traceparent } = request;
  return {
    ...request,
    meta: JSON.stringify({ actor, correlationId, causationId, traceparent }),
    json: request.events.map(({ type, schema, data }) => {
      if (!isWhole(schema, 2 ** 15)) throw new TypeError(`${type} has no schema version`);
      const json = JSON.stringify(data) as string | undefined;
      if (json === undefined) throw new TypeError(`${type} has no data`);
      return json;
    }),
  };
}

function isWhole(value: number, below: number): boolean {
  return Number.isInteger(value) && value > 0 && value < below;
}
