import { describe, expect, it } from '@jest/globals';
import { countedFilters, isReaderOf, searchedDistricts, type FollowedSearch } from './followed-search.js';
import type { District } from './directory.js';

const none = { districts: [], topics: [], departments: [], settlements: [], channels: [] };

describe('filters of a saved search', () => {
  it('are read as its address has them, without what says how it is shown', () => {
    expect(countedFilters('')).toEqual(none);
    expect(
      countedFilters('district=aldan&topic=ROADS&topic=SNOW&settlement=tommot&order=NEWEST&by=TOPIC&period=all'),
    ).toEqual({ ...none, districts: ['aldan'], topics: ['ROADS', 'SNOW'], settlements: ['tommot'] });
    expect(countedFilters('department=dorogi&channel=SITE&from=2024-02-29&to=')).toEqual({
      ...none,
      departments: ['dorogi'],
      channels: ['SITE'],
      from: '2024-02-29',
    });
  });

  it.each(['state=SPAM', 'overdue=yes', 'q=яма', 'result=SUPPORTED', 'toString=1', 'code=0003'])(
    'cannot be counted by %s',
    (query) => expect(countedFilters(`topic=ROADS&${query}`)).toBeUndefined(),
  );

  it.each(['2026-02-31', '2026-13-01', '2026-1-1', 'today', '2026-02-29', '0000-00-00'])('are of no day %s', (day) => {
    expect(countedFilters(`from=${day}`)).toBeUndefined();
    expect(countedFilters(`to=${day}`)).toBeUndefined();
  });
});

describe('a reader of what is new', () => {
  const aldan = {
    id: 1,
    code: 'aldan',
    departments: [{ id: 'd', code: 'roads', name: 'Roads' }],
  } as unknown as District;
  const tompo = { ...aldan, id: 2, code: 'tompo' };
  const holder = (role: string, district = 1, department?: string) =>
    ({ id: 'o', assignments: [{ district, role, department }] }) as unknown as Parameters<typeof isReaderOf>[2];
  const search: FollowedSearch = {
    id: 's',
    query: '',
    owner: 'another',
    isShared: true,
    readers: [{ official: 'o', ways: ['LETTER'], since: '' }],
  };

  it('sees the search still, as its owner or one with whom it is shared', () => {
    expect(isReaderOf(search, 'LETTER', holder('HEAD'), aldan)).toBeDefined();
    expect(isReaderOf({ ...search, isShared: false }, 'LETTER', holder('HEAD'), aldan)).toBeUndefined();
    expect(isReaderOf({ ...search, owner: 'o', isShared: false }, 'LETTER', holder('HEAD'), aldan)).toBeDefined();
    const ofRoads = { ...search, department: 'roads' };
    expect(isReaderOf(ofRoads, 'LETTER', holder('EXECUTOR', 1, 'd'), aldan)).toBeDefined();
    expect(isReaderOf(ofRoads, 'LETTER', holder('EXECUTOR', 1, 'other'), aldan)).toBeUndefined();
    expect(isReaderOf(search, 'LETTER', holder('HEAD', 2), aldan)).toBeUndefined();
  });

  it('searches where he may, of that in the named districts, or in all', () => {
    const codes = (named: readonly string[], of = holder('ANALYST')) =>
      searchedDistricts({ districts: named }, of, [aldan, tompo]).map(({ code }) => code);
    const both = {
      ...holder('ANALYST'),
      assignments: [1, 2].map((district) => ({ district, role: 'ANALYST' as const })),
    };
    expect(codes([], both)).toEqual(['aldan', 'tompo']);
    expect(codes(['tompo'], both)).toEqual(['tompo']);
    // He had a role there once.
    expect(codes(['tompo'])).toEqual([]);
    expect(codes([], { id: 'o', assignments: [] })).toEqual([]);
  });
});
