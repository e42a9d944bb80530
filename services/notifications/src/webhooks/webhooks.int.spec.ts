import { describe, expect, it } from '@jest/globals';
import { setSpans, type SpanStart } from '@otklik/observability';
import { eventually, HttpReceiver } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { SendToWebhooks } from './application/send-to-webhooks.js';
import {
  act,
  addWebhook,
  adminOf,
  bodies,
  database,
  dueNow,
  fact,
  idsTold,
  received,
  receiver,
  restOver,
  send,
  service,
  shown,
  tell,
} from './webhooks-world.fixture.js';

const minute = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const of = (webhook: { readonly id: string; readonly version: number }) => ({
  id: webhook.id,
  expectedVersion: webhook.version,
});
/** The sender verified what came last by this secret. */
const verified = (secret: string | null) => {
  const { body, headers } = receiver.received.at(-1)!;
  return new Webhook(secret!).verify(body, headers as Record<string, string>);
};

describe('a webhook', () => {
  it('is sent what happens, signed, in its district alone', async () => {
    const { webhook, secret } = await addWebhook();
    const registered = fact('intake.events', 'AppealRegistered', { number: 'АЛД-2026-1' });
    await tell(registered, received({ district: 2 }));
    await send();
    expect(verified(secret)).toEqual({
      type: 'APPEAL_REGISTERED',
      timestamp: registered.at,
      data: {
        version: 1,
        id: registered.id,
        district: 'aldan',
        appeal: registered.appeal,
        number: 'АЛД-2026-1',
        question: null,
        state: 'REGISTERED',
        at: registered.at,
      },
    });
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]).toMatchObject({
      path: '/hook',
      headers: { 'content-type': 'application/json', 'webhook-id': registered.id },
    });
    expect(await shown(webhook.id)).toMatchObject({ waiting: 0, failed: 0, sentAt: expect.any(String) });
  });

  it('is in the trace of what happened, which does not go out with it', async () => {
    await addWebhook();
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const started: SpanStart[] = [];
    setSpans({ start: (span) => void started.push(span), close: () => Promise.resolve() });
    try {
      await tell(received({ traceparent }));
      await send();
    } finally {
      setSpans(undefined);
    }
    expect(started).toContainEqual(
      expect.objectContaining({ name: 'send webhook', kind: 'CLIENT', parent: traceparent }),
    );
    expect(JSON.stringify(receiver.received)).not.toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('is sent the types that it wants, once each, and of nothing before it was there', async () => {
    const before = received({ recordedAt: ago(minute) });
    await addWebhook({ types: ['APPEAL_RECEIVED', 'NOTICE_DISPATCHED'] });
    const wanted = [received(), fact('notifications.events', 'NoticeDispatched', { about: randomUUID() })];
    const unwanted = [fact('routing.events', 'QuestionOpened'), fact('intake.events', 'DeliveryKept')];
    await tell(before, ...wanted, ...unwanted);
    await tell(...wanted);
    await send();
    expect(idsTold().sort()).toEqual(wanted.map(({ id }) => id).sort());
  });

  it('is sent the same again until it has taken it, under the same id', async () => {
    const { webhook } = await addWebhook();
    const failures = [500, 404, 302];
    receiver.answer = () => ({ status: failures.shift() ?? 200 });
    const one = received();
    await tell(one);
    for (const status of [500, 404, 302]) {
      await send();
      expect(await shown(webhook.id)).toMatchObject({ waiting: 1, lastFailure: String(status) });
      await dueNow();
    }
    await send();
    expect(idsTold()).toEqual(Array.from({ length: 4 }, () => one.id));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(await shown(webhook.id)).toMatchObject({ waiting: 0, failed: 0, failingSince: null });
  });

  it('is sent again what was sent when the process ended before it was recorded', async () => {
    await addWebhook();
    const one = received();
    await tell(one);
    await send();
    // As if the answer had never been recorded.
    await database.scope(1).query(`update notifications.webhook_delivery set state = 'WAITING'`);
    await dueNow();
    await send();
    expect(idsTold()).toEqual([one.id, one.id]);
  });

  it('is given up for one fact after all attempts, and sent the others', async () => {
    const { webhook } = await addWebhook();
    const [poison, other] = [received(), received()];
    receiver.answer = ({ body }) => ({ status: body.includes(poison.id) ? 500 : 200 });
    await tell(poison, other);
    await send();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await dueNow();
      await send();
    }
    expect(await shown(webhook.id)).toMatchObject({ waiting: 0, failed: 1, pausedBecause: null });
    expect(idsTold().filter((id) => id === poison.id)).toHaveLength(10);
    expect(idsTold()).toContain(other.id);
  });

  it('is sent the facts of an appeal in order, and one that is not taken holds back its appeal alone, and not for days', async () => {
    await addWebhook();
    const appeal = randomUUID();
    const [first, second] = [received({ appeal }), received({ appeal })];
    const other = received();
    receiver.answer = ({ body }) => ({ status: body.includes(first.id) ? 500 : 200 });
    await tell(first, second, other);
    await send();
    await dueNow();
    await send();
    expect(idsTold()).toContain(other.id);
    await dueNow();
    await send();
    expect(idsTold()).not.toContain(second.id);
    await restOver();
    await send();
    expect(idsTold().slice(-2)).toEqual([first.id, second.id]);
  });
});

it('is sent the next of an appeal as soon as the one before has ended, without another wait', async () => {
  await addWebhook();
  const appeal = randomUUID();
  const facts = [received({ appeal }), received({ appeal }), received({ appeal })];
  await tell(...facts);
  const sender = service.get(SendToWebhooks);
  // Each look that finds nothing due while a message is under way lasts until it has ended, and is followed by another at once.
  let looks = 0;
  while ((await sender.sendDue()) > 0) looks += 1;
  expect(idsTold()).toEqual(facts.map(({ id }) => id));
  expect(looks).toBeLessThanOrEqual(2 * facts.length);
});

describe('a receiver that is in trouble', () => {
  it('rests as long as it asks to', async () => {
    const { webhook } = await addWebhook();
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '120' } });
    await tell(received());
    await send();
    await tell(received(), received());
    await send();
    expect(receiver.received).toHaveLength(1);
    const { rows } = await database
      .scope(1)
      .query<{ rest: number }>(
        'select extract(epoch from rest_until - now())::float8 as rest from notifications.webhook where id = $1',
        [webhook.id],
      );
    expect(rows[0]!.rest).toBeGreaterThan(100);
    expect(rows[0]!.rest).toBeLessThan(121);
  });

  it('is tried by one delivery at a time while it fails', async () => {
    await addWebhook();
    receiver.answer = () => ({ status: 500 });
    await tell(received());
    await send();
    receiver.received.length = 0;
    await tell(...Array.from({ length: 6 }, () => received()));
    await dueNow();
    await send();
    expect(receiver.received).toHaveLength(1);
  });

  it('that says it is gone is paused at once, and what waits is sent once it is resumed', async () => {
    const { webhook } = await addWebhook();
    receiver.answer = () => ({ status: 410 });
    await tell(received(), received());
    await send();
    expect(await shown(webhook.id)).toMatchObject({ pausedBecause: 'GONE', waiting: 2, lastFailure: '410' });
    receiver.answer = () => ({ status: 200 });
    await tell(received());
    await dueNow();
    receiver.received.length = 0;
    await send();
    expect(receiver.received).toHaveLength(0);
    const resumed = await act('resumeWebhook', of(webhook));
    expect(resumed.webhook).toMatchObject({ pausedBecause: null, failingSince: null, waiting: 3 });
    await send();
    expect(receiver.received).toHaveLength(3);
  });

  it('that took nothing for three days is paused', async () => {
    const { webhook } = await addWebhook();
    receiver.answer = () => ({ status: 503 });
    await tell(received());
    await send();
    const long = `update notifications.webhook set failing_since = now() - interval '73 hours' where id = $1`;
    await database.scope(1).query(long, [webhook.id]);
    await dueNow();
    await send();
    expect(await shown(webhook.id)).toMatchObject({ pausedBecause: 'DEAD', waiting: 1 });
  });

  it('does not hold up the others', async () => {
    await addWebhook();
    const { webhook: slow } = await addWebhook({ url: `${receiver.origin}/slow` });
    const { promise: after, resolve: answerSlowly } = Promise.withResolvers<void>();
    receiver.answer = ({ path }) => ({ status: 200, ...(path === '/slow' && { after }) });
    const facts = Array.from({ length: 12 }, () => received());
    await tell(...facts);
    const sending = send();
    const taken = () => receiver.received.filter(({ path }) => path === '/hook').length;
    await eventually(() => Promise.resolve(taken() === 12 || undefined));
    expect(receiver.received.filter(({ path }) => path === '/slow').length).toBeLessThan(12);
    answerSlowly();
    await sending;
    expect(await shown(slow.id)).toMatchObject({ waiting: 0 });
  });
});

describe('an administrator', () => {
  it('gets the secret once, and the same for a repeated command; another content is refused', async () => {
    const key = randomUUID();
    const first = await addWebhook({ key });
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await addWebhook({ key })).toEqual(first);
    await expect(addWebhook({ key, description: 'Другое' })).rejects.toThrow('this key was used for something else');
    expect(JSON.stringify(await shown(first.webhook.id))).not.toContain(first.secret!.slice(6, 20));
    const { rows } = await database.scope(1).query('select * from notifications.webhook');
    expect(JSON.stringify(rows)).not.toContain(first.secret!.slice(6, 20));
  });

  it('renews it, and both sign until the day is over', async () => {
    const { webhook, secret: before } = await addWebhook();
    const { webhook: renewed, secret } = await act('renewWebhookSecret', of(webhook));
    expect(secret).not.toBe(before);
    expect(Date.parse(renewed.formerSecretUntil!)).toBeGreaterThan(Date.now() + 23 * 60 * minute);
    await tell(received());
    await send();
    expect(verified(before)).toEqual(verified(secret));
    // A change of its description keeps the former one.
    const changed = await act('changeWebhook', {
      ...of(renewed),
      url: `${receiver.origin}/new`,
      types: [],
      description: 'Другая',
    });
    expect(changed.webhook).toMatchObject({ formerSecretUntil: renewed.formerSecretUntil, version: 3 });
  });

  it('pauses and resumes it', async () => {
    const { webhook } = await addWebhook();
    const paused = await act('pauseWebhook', of(webhook));
    expect(paused.webhook.pausedBecause).toBe('ADMINISTRATOR');
    const one = received();
    await tell(one);
    await send();
    expect(receiver.received).toHaveLength(0);
    await act('resumeWebhook', of(paused.webhook));
    await send();
    expect(idsTold()).toEqual([one.id]);
  });

  it('has sent again what happened in a time, also to a webhook that was not there', async () => {
    const { webhook } = await addWebhook();
    const [early, late] = [received({ at: '2026-11-20T08:00:00.000Z' }), received({ at: '2026-11-20T10:00:00.000Z' })];
    await tell(early, late);
    await send();
    const { webhook: second } = await addWebhook({ url: `${receiver.origin}/second` });
    receiver.received.length = 0;
    const period = { from: '2026-11-20T07:00:00.000Z', to: '2026-11-20T10:00:00.000Z' };
    expect((await act('replayWebhook', { ...of(webhook), ...period })).replayed).toBe(1);
    const again = await act('replayWebhook', { ...of(second), ...period });
    expect(again).toMatchObject({ replayed: 1, webhook: { keptSince: expect.any(String) } });
    await send();
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/hook', '/second']);
    expect(bodies().map(({ data }) => data.id)).toEqual([early.id, early.id]);
    await expect(
      act('replayWebhook', { ...of(again.webhook), from: period.to, to: period.from }),
    ).rejects.toMatchObject({ path: 'input.to' });
  });

  it('removes it, with what waits and its secret', async () => {
    const { webhook } = await addWebhook();
    receiver.answer = () => ({ status: 500 });
    await tell(received());
    await send();
    await act('removeWebhook', of(webhook));
    expect(await shown(webhook.id)).toBeUndefined();
    await dueNow();
    receiver.received.length = 0;
    await send();
    expect(receiver.received).toHaveLength(0);
    const { rows } = await database
      .scope(1)
      .query<{ sealed: string }>('select sealed from notifications.webhook where id = $1', [webhook.id]);
    expect(rows).toEqual([{ sealed: '' }]);
  });

  it.each(['http://hooks.example/', 'https://127.0.0.1/', 'https://2130706433/', 'https://hooks.example:8443/', 'x'])(
    'is refused the address %s',
    async (url) => {
      await expect(addWebhook({ url })).rejects.toMatchObject({ code: 'ADDRESS_NOT_PUBLIC', path: 'input.url' });
    },
  );

  it('is refused what webhooks are not sent, an outdated version, and what is another district’s', async () => {
    await expect(addWebhook({ types: ['DELIVERY_KEPT'] })).rejects.toMatchObject({ path: 'input.types' });
    const { webhook } = await addWebhook();
    const other = { id: webhook.id, expectedVersion: 7 };
    expect(await act('pauseWebhook', other)).toMatchObject({ __typename: 'Refusal', code: 'VERSION_CONFLICT' });
    await expect(act('pauseWebhook', of(webhook), 2)).rejects.toMatchObject({ name: 'NotFound' });
    const foreign = service.resolve('webhookDeliveries', { district: 'tompo', webhook: webhook.id }, adminOf(2));
    await expect(foreign).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('sees the last deliveries, and those in one state', async () => {
    const { webhook } = await addWebhook();
    const [bad, good] = [received(), received()];
    receiver.answer = ({ body }) => ({ status: body.includes(bad.id) ? 500 : 200 });
    await tell(bad, good);
    await send();
    const list = (more: object) =>
      service.resolve('webhookDeliveries', { district: 'aldan', webhook: webhook.id, ...more }, adminOf());
    expect(await list({})).toMatchObject([
      { id: good.id, state: 'SENT', outcome: '200', attempts: 1, nextAt: null },
      { id: bad.id, state: 'WAITING', outcome: '500', type: 'APPEAL_RECEIVED', nextAt: expect.any(String) },
    ]);
    expect(await list({ state: 'WAITING' })).toMatchObject([{ id: bad.id }]);
    await act('pauseWebhook', of(webhook));
    expect(await list({ state: 'WAITING' })).toMatchObject([{ id: bad.id, nextAt: null }]);
  });

  it('is refused a twenty-first one', async () => {
    for (let count = 0; count < 20; count += 1) await addWebhook();
    expect(await addWebhook()).toMatchObject({ __typename: 'Refusal', code: 'TOO_MANY_WEBHOOKS' });
  });
});

it('an address that leads inside, although its name looked public, is never reached', async () => {
  const canary = await HttpReceiver.start();
  const { webhook } = await addWebhook();
  for (const url of [`${canary.origin}/`, `https://localhost:${canary.port}/`, 'https://localhost/']) {
    // As it would stand there from before the operator took the address off the allowed ones.
    await database.scope(1).query('update notifications.webhook set url = $2 where id = $1', [webhook.id, url]);
    await tell(received());
    await dueNow();
    await send();
    expect(await shown(webhook.id)).toMatchObject({ lastFailure: 'INNER_ADDRESS' });
  }
  expect(canary.connections).toBe(0);
  await canary.stop();
});
