import { expect, it } from '@jest/globals';
import { addressOf, addressSince, savedParts, soughtSince, type SavedSearch } from './saved-search.js';

const saved = (query: string, words: string | null = null) => ({ query, words }) as SavedSearch;
const days = { since: '2026-11-30', today: '2026-12-02' };

it('keeps words apart and puts them back into the address', () => {
  const parts = savedParts('?q=ветхое+жильё&topic=HOUSING&from=2026-01-01');
  expect(parts).toEqual({ query: 'topic=HOUSING&from=2026-01-01', words: 'ветхое жильё' });
  expect(new URLSearchParams(addressOf(parts)).get('q')).toBe('ветхое жильё');
  expect(savedParts('q=+')).toEqual({ query: '', words: null });
  expect(addressOf({ query: '', words: null })).toBe('');
});

it('asks for what came since an opening, within the period of the search', () => {
  expect(soughtSince(saved('topic=ROADS', 'яма'), days)).toMatchObject({
    query: 'яма',
    topics: ['ROADS'],
    from: '2026-11-30',
    to: '',
  });
  expect(soughtSince(saved('from=2026-12-01&to=2026-12-31'), days)).toMatchObject({ from: '2026-12-01' });
  expect(soughtSince(saved('from=2026-01-01&to=2026-11-29'), days)).toBeUndefined();
});

it('leads from a letter to the same filters from its day on, and not before the first day of the search', () => {
  expect(addressSince({ query: 'topic=ROADS&period=all', words: null }, '2026-11-30')).toBe(
    '?topic=ROADS&from=2026-11-30',
  );
  expect(addressSince({ query: 'from=2026-12-01', words: null }, '2026-11-30')).toBe('?from=2026-12-01');
  expect(addressSince({ query: 'topic=ROADS', words: null }, '')).toBe('?topic=ROADS');
});
