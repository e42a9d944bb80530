import { describe, expect, it } from '@jest/globals';
import { changeSinceSentBack } from './compared-versions.js';

const version = (ordinal: number, text: string | null, isBack = false) => ({
  ordinal,
  text,
  sentBack: isBack ? { at: '2026-11-26T07:20:00Z' } : null,
});

describe('change since the version that was sent back', () => {
  it('compares the current draft with the last one sent back', () => {
    const versions = [
      version(1, 'Раз.', true),
      version(2, 'Здравствуйте.\nСкоро.', true),
      version(3, 'Здравствуйте.\nЗавтра.'),
    ];
    const change = changeSinceSentBack(versions);
    expect(change).toMatchObject({ since: { ordinal: 2 }, same: 1 });
    expect(change?.changed.flatMap(({ runs }) => runs.map(({ kind, text }) => [kind, text]))).toEqual([
      ['REMOVED', 'Скоро.'],
      ['ADDED', 'Завтра.'],
    ]);
  });

  it('compares nothing when no version was sent back', () => {
    expect(changeSinceSentBack([version(1, 'Раз.'), version(2, 'Два.')])).toBeUndefined();
  });

  it('compares nothing with a version that is itself the one sent back', () => {
    expect(changeSinceSentBack([version(1, 'Раз.', true)])).toBeUndefined();
  });

  it('compares nothing when a text was erased', () => {
    expect(changeSinceSentBack([version(1, null, true), version(2, 'Два.')])).toBeUndefined();
  });
});
