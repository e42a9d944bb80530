import { actingNever } from '@otklik/case/case-actions';
import { describe, expect, it } from '@jest/globals';

import { departmentKey } from '../list/co-executors.js';
import type { ListedAppeal } from '../list/listed-row.js';
import { appealView, mayReadCard, type Viewing } from './row-view.js';

const reader = (reads: Viewing['reads'], acting: Partial<Viewing['acting']> = {}) =>
  ({ reads, acting: { ...actingNever, official: 'he', ...acting } }) as Viewing;
const opens = (coExecutors: readonly string[], viewing: Viewing) =>
  mayReadCard({ departments: ['roads'], coExecutors }, viewing);

describe('a card', () => {
  it('is read by the departments of its questions and by their co-executors, and by no one else of a department', () => {
    expect(opens([], reader(['roads']))).toBe(true);
    expect(opens([], reader(['housing']))).toBe(false);
    expect(opens(['he'], reader(['housing']))).toBe(true);
    expect(opens([departmentKey('housing')], reader(['housing']))).toBe(true);
    expect(opens(['another'], reader(['housing']))).toBe(false);
  });

  it('is read by the substitute of a co-executor, while he does the duties of that one', () => {
    const substituting = [{ ...actingNever, official: 'he', onBehalfOf: 'absent' }];
    expect(opens(['absent'], reader(['housing'], { substituting }))).toBe(true);
    expect(opens(['another'], reader(['housing'], { substituting }))).toBe(false);
    expect(opens(['absent'], reader(['housing']))).toBe(false);
  });
});

describe('the author of a public comment', () => {
  const authorFor = (viewing: Viewing, fate?: 'EDITED' | 'REMOVED') => {
    const source = {
      network: 'VK',
      account: 'a',
      kind: 'COMMENT',
      thread: 't',
      author: 'Анна Сивцева',
      ...(fate && { fate }),
    };
    const listed = { departments: ['roads'], source } as unknown as ListedAppeal;
    return appealView(listed, { ...viewing, district: { accounts: [] } } as unknown as Viewing).source?.author;
  };

  it('is named while the comment stands there, to readers of the card', () => {
    expect([authorFor(reader('ALL')), authorFor(reader('ALL'), 'EDITED')]).toEqual(['Анна Сивцева', 'Анна Сивцева']);
    expect(authorFor(reader(['housing']))).toBeNull();
    expect(authorFor(reader('ALL'), 'REMOVED')).toBeNull();
  });
});
