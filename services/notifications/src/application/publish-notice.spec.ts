import { expect, it } from '@jest/globals';
import { samples } from '@otklik/contracts/samples';
import type { RecordedEvent } from '@otklik/event-store';
import { publishNotice } from './publish-notice.js';

it('publishes every fact of a notice as its sample says', () => {
  const mine = samples()
    .map(({ event }) => event)
    .filter((event) => event.topic === 'notifications.events');
  expect(mine.map((event) => event.type).sort()).toEqual([
    'NoticeDispatched',
    'NoticeFailed',
    'NoticeOpened',
    'NoticePosted',
  ]);
  for (const sample of mine) {
    const { topic: _topic, appeal: _appeal, ...recorded } = sample;
    expect(publishNotice(recorded as RecordedEvent)).toEqual(sample);
  }
});

it('keeps the id of an oral record to itself', () => {
  const [sample] = samples()
    .map(({ event }) => event)
    .filter((event) => event.type === 'NoticeDispatched');
  const recorded = { ...sample, data: { ...(sample!.data as object), record: 'r' } } as RecordedEvent;
  expect(publishNotice(recorded).data).not.toHaveProperty('record');
});
