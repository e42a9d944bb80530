import { beforeEach, describe, expect, it } from '@jest/globals';
import { draftKey, putOff, putOffDrafts, takeUp } from './put-off.js';
import { emptyDraft, type RegistrationDraft } from './registration-draft.js';

const of = { official: 'o-1', district: 'aldan' };
const empty = emptyDraft('PAPER', '2026-11-27', () => 'none');
const form = (enterKey: string, text: string): RegistrationDraft => ({ ...empty, enterKey, text });

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

describe('forms that were put off', () => {
  let storage: Storage;
  beforeEach(() => {
    storage = memory();
    putOff(storage, of, form('letter', 'Крыша'), 1);
    putOff(storage, of, form('call', 'Мусор'), 2);
  });

  it('wait with everything that was typed, the latest first', () => {
    expect(putOffDrafts(storage, of, empty)).toEqual([
      { draft: form('call', 'Мусор'), at: 2 },
      { draft: form('letter', 'Крыша'), at: 1 },
    ]);
  });

  it('are each there once, however often they are put off', () => {
    putOff(storage, of, form('letter', 'Крыша и подъезд'), 3);
    expect(putOffDrafts(storage, of, empty).map(({ draft }) => draft.text)).toEqual(['Крыша и подъезд', 'Мусор']);
  });

  it('leave the list as they are taken up again, and are then the form in hand', () => {
    takeUp(storage, of, form('letter', 'Крыша'), true);
    expect(putOffDrafts(storage, of, empty).map(({ draft }) => draft.enterKey)).toEqual(['call']);
    expect(JSON.parse(storage.getItem(draftKey(of)) ?? '')).toEqual(form('letter', 'Крыша'));
  });

  it('are seen by no one else on the machine', () => {
    expect(putOffDrafts(storage, { ...of, official: 'o-2' }, empty)).toEqual([]);
    expect(putOffDrafts(storage, { ...of, district: 'tompo' }, empty)).toEqual([]);
  });
});
