import { describe, expect, it } from '@jest/globals';
import type { SearchOrder } from '@otklik/contracts/enumerations';
import { emptyIndex, type MakeIndex } from './search-index.fixture.js';

/** How every index filters, counts and orders what was found. */
export function indexFiltersContract(make: MakeIndex): void {
  const { index, labelOf, document, search, found, fill } = emptyIndex(make);

  describe('filters and order', () => {
    it('filters and counts what was found', async () => {
      await fill();
      expect(await found('школа', { departments: ['roads'], topics: ['light'] })).toEqual(['lamp']);
      expect(await found('', { states: ['ANSWERED'] })).toEqual(['water']);
      expect(await found('', { overdue: true, now: { 1: '2026-11-24T09:00', 2: '2026-11-24T09:00' } })).toEqual([
        'lamp',
      ]);
      expect(await found('', { receivedTo: '2026-10-31' })).toEqual(['water']);
      expect(await found('', { channels: ['PHONE'], and: [{ settlements: ['tommot'] }] })).toEqual(['lamp']);
      expect(await found('', { settlements: ['aldan', 'tommot'], and: [{ settlements: ['tommot'] }] })).toEqual([
        'lamp',
      ]);
      expect(await found('', { terms: ['KEPT'] })).toEqual(['water']);
      expect(await found('', { ratings: [5], networks: ['VK'], regimes: ['SOCIAL_MESSAGE'] })).toEqual(['water']);
      expect(await found('', { reopened: [1, 2, 3] })).toEqual(['lamp']);
      expect(await found('', { sentBy: ['DEPUTY'], regimes: ['APPEAL_59FZ'] })).toEqual(['lamp']);
      const { facets, total } = await search('школа вода');
      expect(total).toBeGreaterThanOrEqual(1);
      expect((await search('')).facets).toEqual({
        topics: [
          { value: 'pits', count: 2 },
          { value: 'light', count: 1 },
          { value: 'water', count: 1 },
        ],
        departments: [
          { value: 'roads', count: 3 },
          { value: 'housing', count: 1 },
        ],
        states: [
          { value: 'REGISTERED', count: 3 },
          { value: 'ANSWERED', count: 1 },
        ],
        months: [
          { value: '2026-11', count: 3 },
          { value: '2026-10', count: 1 },
        ],
        channels: [
          { value: 'SITE', count: 3 },
          { value: 'PHONE', count: 1 },
        ],
        results: [],
        classifiers: [],
        settlements: [
          { value: 'aldan', count: 3 },
          { value: 'tommot', count: 1 },
        ],
        terms: [
          { value: 'OPEN', count: 3 },
          { value: 'KEPT', count: 1 },
        ],
        regimes: [
          { value: 'SOCIAL_MESSAGE', count: 3 },
          { value: 'APPEAL_59FZ', count: 1 },
        ],
        networks: [{ value: 'VK', count: 1 }],
        senders: [
          { value: 'APPLICANT', count: 3 },
          { value: 'DEPUTY', count: 1 },
        ],
        ratings: [{ value: '5', count: 1 }],
        reopened: [
          { value: '0', count: 3 },
          { value: '2', count: 1 },
        ],
        districts: [{ value: '1', count: 4 }],
      });
      expect(facets.states.length).toBeGreaterThan(0);
    });

    it('meets all conditions on questions by one and the same question, and counts an appeal once', async () => {
      const both = document('both', ['Разные вопросы']);
      const question = (topic: string, department: string, termKept: boolean) => ({
        questionState: 'ANSWERED' as const,
        topic,
        department,
        termKept,
        dueOn: '2026-11-20',
        due: '2026-11-20T24:00',
      });
      const questions = [
        question('pits', 'roads', true),
        question('pits', 'roads', true),
        question('water', 'housing', false),
      ];
      await index().put([{ ...both, facets: { ...both.facets, questions } }]);
      expect(await found('', { topics: ['pits'], departments: ['roads'] })).toEqual(['both']);
      expect(await found('', { topics: ['pits'], departments: ['housing'] })).toEqual([]);
      expect(await found('', { termKept: false, departments: ['housing'] })).toEqual(['both']);
      expect(await found('', { termKept: false, departments: ['roads'] })).toEqual([]);
      const now = { 1: '2026-11-24T09:00' };
      expect(await found('', { overdue: true, departments: ['roads'], now })).toEqual(['both']);
      // The appeal itself has no deadline left.
      expect(await found('', { overdue: true, now })).toEqual([]);
      expect((await search('')).facets.topics).toEqual([
        { value: 'pits', count: 1 },
        { value: 'water', count: 1 },
      ]);
    });

    it('lists by the time of reception where that is asked for', async () => {
      const at = (day: string) => ({ facets: { receivedAt: `2026-11-${day}T01:00:00.000Z` } });
      await index().put([
        document('second', ['яма на дороге, очень глубокая яма'], at('02')),
        document('first', ['яма'], at('01')),
        document('third', ['ямы'], at('03')),
      ]);
      const ordered = async (order: SearchOrder, offset = 0) =>
        (await search('яма', { order, offset, limit: 2 })).hits.map(({ id }) => labelOf(id));
      expect(await ordered('NEWEST')).toEqual(['third', 'second']);
      expect(await ordered('NEWEST', 2)).toEqual(['first']);
      expect(await ordered('OLDEST')).toEqual(['first', 'second']);
    });

    it('pages without doubles', async () => {
      const labels = Array.from({ length: 7 }, (_, at) => `number ${at}`);
      await index().put(labels.map((label) => document(label, ['Разбитый тротуар'])));
      const pages = await Promise.all([0, 3, 6].map((offset) => search('тротуар', { limit: 3, offset })));
      expect(pages.map(({ hits }) => hits.length)).toEqual([3, 3, 1]);
      expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => labelOf(id))))).toEqual(new Set(labels));
    });
  });
}
