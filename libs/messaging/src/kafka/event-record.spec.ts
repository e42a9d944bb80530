import { expect, it } from '@jest/globals';
import { fact, newId } from '../probe.contract.js';
import { eventOf, eventRecord } from './event-record.js';

const TOPIC = 'intake.events';

function found(district: unknown) {
  const event = fact(TOPIC, newId(), { district: district as number });
  const record = eventRecord(event, 0, { after: 0, epoch: 1 });
  return eventOf({ ...record, offset: 0, header: (name) => record.headers[name] }, TOPIC)?.district;
}

it('reads an event only with a valid district', () => {
  for (const district of [1, 2_147_483_647]) expect(found(district)).toBe(district);
  for (const district of [0, -1, 1.5, 2_147_483_648, 3_000_000_000, '1', null]) expect(found(district)).toBeUndefined();
});
