import { expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { NetworkParts } from './store/network-parts.js';
import { asked, page } from './networks-world.fixture.js';
import {
  deliver,
  deliverTo,
  events,
  retryBlocked,
  service,
  tell,
  types,
  until,
  vault,
} from '../notice/notices-world.fixture.js';

type Made = Awaited<ReturnType<typeof asked>>;

const consumer = () => service.consumers.find(({ name }) => name === 'notifications.case')!;

/** As intake tells it. */
async function told(type: string, made: Made, id: string, kind = 'COMMENT') {
  const event = randomUUID();
  const ref = JSON.stringify({ account: page('VK').id, kind, thread: made.thread, id });
  const data = { sourceRef: await vault.seal(1, made.person, event, 'sourceRef', ref), at: '2026-11-24T05:00:00.000Z' };
  return tell('intake.events', type, made.appeal, made.appeal, { ...data, message: randomUUID() }, event);
}

const hear = async (...of: Parameters<typeof told>) => deliverTo(consumer(), await told(...of));

async function dispatched(): Promise<Made & { readonly answer: string }> {
  const made = await asked('VK');
  await deliver(made.registered);
  await deliver(made.signed);
  const { data } = await until(made.notice, 'NoticeDispatched');
  return { ...made, answer: (data as { readonly proof: string }).proof };
}

const last = async (notice: string) => (await events(notice)).at(-1)!;

it('an answer that the network shows is seen in its place, once', async () => {
  const made = await dispatched();
  await hear('OwnMessageSeen', made, made.answer);
  await hear('OwnMessageSeen', made, made.answer);
  expect((await types(made.notice)).slice(-2)).toEqual(['NoticeDispatched', 'NoticeSeenInPlace']);
  expect((await last(made.notice)).data).toMatchObject({ kind: 'ANSWERED', way: 'THREAD' });
});

it('an answer that the person read is read, once', async () => {
  const made = await dispatched();
  await hear('OwnMessageRead', made, made.answer);
  await hear('OwnMessageRead', made, made.answer);
  expect((await types(made.notice)).slice(-2)).toEqual(['NoticeDispatched', 'NoticeReadInPlace']);
  expect((await last(made.notice)).data).toMatchObject({ way: 'THREAD', readAt: expect.any(String) });
});

it('a removed answer is reported, and so is its return', async () => {
  const made = await dispatched();
  await hear('RemovedAtSource', made, made.answer);
  const removed = await last(made.notice);
  expect(removed).toMatchObject({ type: 'NoticeRemovedInPlace', data: { removedAt: '2026-11-24T05:00:00.000Z' } });
  await hear('RestoredAtSource', made, made.answer);
  expect((await last(made.notice)).type).toBe('NoticeSeenInPlace');
});

it('what a person wrote, or an official by hand, is no notice', async () => {
  const made = await dispatched();
  const before = await types(made.notice);
  await hear('RemovedAtSource', made, made.said.id);
  await hear('OwnMessageSeen', made, '987654');
  await hear('OwnMessageSeen', made, made.answer, 'DIRECT');
  expect(await types(made.notice)).toEqual(before);
});

it('an echo that comes before the sending is recorded waits for it', async () => {
  const made = await dispatched();
  const parts = service.get(NetworkParts);
  const part = { district: 1, notice: made.notice, way: 'THREAD', part: 2 } as const;
  await parts.claim({ ...part, parts: 2, text: 'sealed' }, '2026-11-24T05:00:00.000Z');
  await hear('OwnMessageSeen', made, '55555');
  expect((await types(made.notice)).at(-1)).toBe('NoticeDispatched');
  await parts.settle(part, 'SENT', { kind: 'sent', id: '55555', level: 'visible' });
  await eventually(async () => {
    await retryBlocked(consumer());
    return (await types(made.notice)).at(-1) === 'NoticeSeenInPlace' || undefined;
  });
});
