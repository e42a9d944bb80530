import { describe, expect, it } from '@jest/globals';
import { evolveCase, noCase } from '@otklik/case/case';
import type { CaseFact } from '@otklik/case/events';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { changedTexts, changesOf } from './history-changes.js';

const fact = (type: string, version: number, data: object, topic: PublicEvent['topic'] = 'intake.events') =>
  ({
    id: `e${version}`,
    schema: 1,
    type,
    topic,
    version,
    stream: 'a',
    actor: { kind: 'system' },
    data,
  }) as unknown as PublicEvent;
const district = {
  district: { topics: [{ code: 'roads', name: 'Дороги' }], settlements: [{ code: 'ALDAN', name: 'Алдан' }] },
} as unknown as Parameters<typeof changesOf>[2];
/** As if it were sealed by a mark before it. */
const opened = (sealed: string | undefined) => sealed?.replace('sealed ', '');

const received = fact('AppealReceived', 1, {
  settlement: 'ALDAN',
  placeText: 'sealed ул. Лесная, 3',
  point: 'sealed 58,125',
});
const corrected = fact('DetailsCorrected', 2, {
  gist: 'sealed Нет света',
  isPlaceCorrected: true,
  placeText: 'sealed ул. Лесная, 5',
  formerSettlement: 'ALDAN',
  formerPlaceText: 'sealed ул. Лесная, 3',
  formerPoint: 'sealed 58,125',
  reason: 'sealed why',
});

describe('a correction', () => {
  it('says what each was, and what it became', () => {
    expect(changesOf(corrected, opened, district)).toEqual([
      { of: 'GIST', was: null, is: 'Нет света' },
      { of: 'SETTLEMENT', was: 'Алдан', is: null },
      { of: 'PLACE', was: 'ул. Лесная, 3', is: 'ул. Лесная, 5' },
      { of: 'POINT', was: '58,125', is: null },
    ]);
    const topic = fact('TopicCorrected', 3, { topic: 'roads', formerTopic: 'yards', reason: 'r' }, 'routing.events');
    expect(changesOf(topic, opened, district)).toEqual([{ of: 'TOPIC', was: 'yards', is: 'Дороги' }]);
    expect(changesOf(received, opened, district)).toEqual([]);
  });

  it('opens the texts as those of its own fact', () => {
    expect(changedTexts(corrected)).toContainEqual({
      sealed: 'sealed ул. Лесная, 3',
      eventId: 'e2',
      field: 'formerPlaceText',
    });
    expect(changedTexts(received)).toEqual([]);
  });

  it('replaces the place as a whole in everything that is made of the case, and nothing else of what was received', () => {
    const { appeal } = [received, corrected].reduce((fold, one) => evolveCase(fold, one as CaseFact), noCase);
    expect(appeal.received).toEqual({ placeText: 'sealed ул. Лесная, 5' });
    expect(appeal.gist).toBe('sealed Нет света');
  });

  it('says from whom it was thought to come, and from whom it does, by which term', () => {
    const letter = { kind: 'PROSECUTOR', number: '7-12', date: '2026-11-20' };
    const recorded = fact('SourceRecorded', 2, {
      receivedFrom: { ...letter, term: '2026-12-10' },
      receivedFromBody: 'sealed Прокуратура',
      reason: 'sealed why',
    });
    expect(changesOf(recorded, opened, district)).toEqual([
      { of: 'SOURCE', was: null, is: 'Прокуратура, № 7-12, 20.11.2026' },
      { of: 'SOURCE_TERM', was: null, is: '10.12.2026' },
    ]);
    expect(changedTexts(recorded)).toContainEqual({
      sealed: 'sealed Прокуратура',
      eventId: 'e2',
      field: 'receivedFromBody',
    });
    const removed = fact('SourceRecorded', 3, { formerReceivedFrom: letter, reason: 'sealed why' });
    const { appeal } = [received, recorded, removed].reduce((fold, one) => evolveCase(fold, one as CaseFact), noCase);
    expect(appeal.received).toEqual(received.data);
  });
});
