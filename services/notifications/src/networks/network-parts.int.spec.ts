import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { NetworkParts } from './store/network-parts.js';
import { database, service } from '../notice/notices-world.fixture.js';

const newPart = () => ({
  district: 1,
  notice: randomUUID(),
  way: 'THREAD' as const,
  part: 1,
  parts: 1,
  text: 'sealed',
});
const at = '2026-11-24T03:00:00.000Z';

it('exactly one of two copies claims a part, and again only what was released', async () => {
  const [one, other] = [service.get(NetworkParts), new NetworkParts(database)];
  for (let round = 0; round < 20; round += 1) {
    const part = newPart();
    const claims = await Promise.all([one, other, one, other].map((copy) => copy.claim(part, at)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  }
  const part = newPart();
  await one.claim(part, at);
  await other.release(part);
  expect(await other.claim(part, at)).toBe(true);
  await one.settle(part, 'SENT', { kind: 'sent', id: '17', level: 'visible' });
  await other.release(part);
  expect(await other.claim(part, at)).toBe(false);
  expect(await one.of(part)).toMatchObject([{ state: 'SENT', claimedAt: at, outcome: { id: '17' } }]);
});
