import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Open311Client } from '@otklik/networks';
import { randomUUID } from 'node:crypto';
import { keyOf, Open311World } from './open311-world.fixture.js';

let on: Open311World;
let client: Open311Client;
beforeAll(async () => {
  on = await Open311World.start();
  const endpoint = `${on.url}/open311/v2`;
  client = new Open311Client({ endpoint, jurisdiction: 'aldan', apiKey: keyOf('aldan'), isAllowed: true });
});
afterAll(() => on.stop());

const { signal } = new AbortController();

it('speaks with our own server: posts once by its key, and follows it; no text is published by which it could look for what was lost', async () => {
  const since = new Date(Date.parse(on.world.at()) - 1_000).toISOString();
  expect(await client.services(signal)).toContainEqual({ code: 'dorogi', name: 'Дороги & тротуары' });
  const key = randomUUID();
  const request = {
    key,
    reference: 'Письмо А',
    service: 'dorogi',
    text: 'Яма. Письмо А',
    attributes: { publish: 'yes' },
  };
  const posted = await client.post(request, signal);
  expect(posted).toEqual({ kind: 'posted', id: expect.any(String) });
  expect(await client.post(request, signal)).toEqual(posted);
  const { id } = posted as { readonly id: string };
  expect(await client.idOf(id, signal)).toBe(id);
  expect(await client.requests([id, randomUUID()], signal)).toMatchObject([{ id, status: 'open' }]);
  await on.deliver(id);
  const act = { id, key: randomUUID(), expectedVersion: 1, district: 'aldan' };
  await on.world.moderation.takeUpMessage(act, on.world.as('MODERATOR'));
  await on.deliver(id);
  expect(await client.reconcile(request, since, signal)).toEqual({ kind: 'unknown' });
  expect(await client.updates(since, signal)).toMatchObject([{ request: id, status: 'investigating' }]);
  const wrong = { endpoint: `${on.url}/open311/v2`, jurisdiction: 'aldan', apiKey: 'nobody', isAllowed: true };
  expect(await new Open311Client(wrong).post(request, signal)).toEqual({ kind: 'refused', status: 403 });
});
