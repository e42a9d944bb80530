import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type {
  AppealSender,
  AppealState,
  Channel,
  Network,
  Regime,
  SearchOrder,
  TermState,
} from '@otklik/contracts/enumerations';
import { highlight, MARK_END, MARK_START } from '../domain/highlight.js';
import { indexedText } from '../domain/indexed-text.js';
import { parseQuery } from '../domain/query.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { IndexDocument, IndexedFacets, IndexWords, SearchIndex } from './search-index.js';
import type { Districts } from '../../register/application/list/register-reader.js';
import { searchTexts, type Language } from './search-texts.js';

export interface IndexUnderTest {
  readonly index: SearchIndex & IndexWords;
  readonly language: Language;
}

interface Told {
  readonly state?: AppealState;
  readonly receivedOn?: string;
  readonly dueOn?: string;
  readonly topic?: string;
  readonly department?: string;
  readonly channel?: Channel;
  readonly settlement?: string;
  readonly term?: TermState;
  readonly regime?: Regime;
  readonly network?: Network;
  readonly rating?: number;
  readonly reopened?: number;
  readonly sentBy?: AppealSender;
  readonly receivedAt?: string;
}

const plain: Required<Omit<Told, 'dueOn' | 'network' | 'rating'>> = {
  state: 'REGISTERED',
  receivedOn: '2026-11-24',
  receivedAt: '2026-11-24T01:00:00.000Z',
  channel: 'SITE',
  settlement: 'aldan',
  topic: 'pits',
  department: 'roads',
  term: 'OPEN',
  reopened: 0,
  regime: 'SOCIAL_MESSAGE',
  sentBy: 'APPLICANT',
};

/** Of an appeal with one question. */
function facetsOf(told: Told = {}): IndexedFacets {
  const { receivedOn, receivedAt, topic, department, term, reopened, dueOn, ...of } = { ...plain, ...told };
  const due = dueOn === undefined ? {} : { dueOn, due: `${dueOn}T24:00` };
  return {
    receivedAt,
    appeal: { ...of, receivedOn, receivedMonth: receivedOn.slice(0, 7), ...due },
    questions: [{ questionState: 'ROUTED', responseState: 'OPEN', topic, department, term, reopened, ...due }],
  };
}

/**
 * What every index must do. Each text is in the middle of two districts' indexes: a query of one never reveals the
 * other.
 */
export function searchIndexContract(name: string, make: () => Promise<IndexUnderTest>): void {
  describe(`the search index ${name}`, () => {
    let under: IndexUnderTest;
    let ids: Map<string, string>;
    beforeEach(async () => {
      under = await make();
      ids = new Map();
    });

    function document(
      label: string,
      texts: readonly string[],
      over: Partial<Pick<IndexDocument, 'district' | 'version'>> & { readonly facets?: Told } = {},
    ): IndexDocument {
      const id = ids.get(label) ?? randomUUID();
      ids.set(label, id);
      return {
        district: 1,
        version: 1,
        ...over,
        id,
        text: indexedText(texts, under.language.analyse),
        facets: facetsOf(over.facets),
      };
    }

    const labelOf = (id: string): string => [...ids].find(([, known]) => known === id)?.[0] ?? id;

    async function ask(text: string, filter: RegisterFilter = {}, districts: Districts = [1], limit = 20, offset = 0) {
      const query = parseQuery(text);
      return searchTexts(under.index, under.language, { districts, query, match: 'ALL', filter, limit, offset });
    }
    async function found(text: string, filter: RegisterFilter = {}, districts: Districts = [1]): Promise<string[]> {
      return (await ask(text, filter, districts)).hits.map(({ id }) => labelOf(id));
    }

    async function fill(): Promise<void> {
      await under.index.put([
        document('pit', ['Огромная яма на дороге у школы', 'улица Лесная']),
        document('water', ['Третий день нет горячей воды в доме', 'посёлок Нижний'], {
          facets: {
            department: 'housing',
            topic: 'water',
            state: 'ANSWERED',
            receivedOn: '2026-10-02',
            term: 'KEPT',
            rating: 5,
            network: 'VK',
          },
        }),
        document('lamp', ['Не горят фонари, вечером дети идут из школы в темноте'], {
          facets: {
            department: 'roads',
            topic: 'light',
            dueOn: '2026-11-20',
            channel: 'PHONE',
            settlement: 'tommot',
            regime: 'APPEAL_59FZ',
            sentBy: 'DEPUTY',
            reopened: 2,
          },
        }),
        document('sakha', ['Үлэһит көмө наада, быһаарыҥ диэн көрдөһөбүн']),
        document('theirs', ['Огромная яма на дороге и секретный уникум, нет воды'], { district: 2 }),
      ]);
    }

    describe('words', () => {
      it('finds words in any form, the better text first', async () => {
        await fill();
        expect(await found('ямы')).toEqual(['pit']);
        expect(await found('ДОРОГА')).toEqual(['pit']);
        expect(await found('ребёнок')).toEqual(['lamp']);
        expect((await found('школа фонарь'))[0]).toBe('lamp');
        expect(await found('лесной улицей')).toEqual(['pit']);
        expect(await found('дверь')).toEqual([]);
      });

      it('never tells of another district, neither texts nor words, numbers nor corrections', async () => {
        await fill();
        expect(await found('уникум')).toEqual([]);
        const misspelt = await ask('уникуум');
        expect([misspelt.total, misspelt.corrections]).toEqual([0, []]);
        expect(await found('уник*')).toEqual([]);
        expect(await found('', {}, [2])).toEqual(['theirs']);
        expect(await found('яма', {}, [2])).toEqual(['theirs']);
        expect((await ask('яма', {}, [1])).total).toBe(1);
        expect(new Set(await found('яма', {}, [1, 2]))).toEqual(new Set(['pit', 'theirs']));
        expect((await ask('')).facets.states.reduce((sum, { count }) => sum + count, 0)).toBe(4);
      });

      it('reads misspelt words as the index’s own, and says so', async () => {
        await fill();
        for (const [typed, meant] of [
          ['дорге', 'дороге'],
          ['фанари', 'фонари'],
          ['агромная', 'огромная'],
        ] as const) {
          const answer = await ask(typed);
          expect([answer.corrections, answer.total]).toEqual([[{ from: typed, to: meant }], 1]);
        }
        expect((await ask('ямы')).corrections).toEqual([]);
      });

      it('knows phrases, negations and beginnings of words', async () => {
        await fill();
        expect(await found('"яма на дороге"')).toEqual(['pit']);
        expect(await found('"дороге на яма"')).toEqual([]);
        expect(await found('"школы улица"')).toEqual([]);
        expect(await found('школа -фонарь')).toEqual(['pit']);
        expect(await found('школа -"яма на дороге"')).toEqual(['lamp']);
        expect(await found('горяч*')).toEqual(['water']);
        expect(await found('школа -огром*')).toEqual(['lamp']);
        expect(new Set(await found('-вода'))).toEqual(new Set(['pit', 'lamp', 'sakha']));
      });

      it('finds by a beginning that very many words share, however rare the word', async () => {
        const common = Array.from({ length: 210 }, (_, at) => `дом${1_000 + at}`).join(' ');
        await under.index.put([
          document('many', [common]),
          document('many too', [common]),
          document('rare', ['Тихий домище над рекой']),
          document('none', ['Над рекой туман']),
        ]);
        expect(new Set(await found('дом*'))).toEqual(new Set(['many', 'many too', 'rare']));
        expect(await found('река дом*')).toEqual(['rare']);
        expect(await found('домищ* дом*')).toEqual(['rare']);
        // A word that no text holds chooses nothing, and forbids nothing.
        expect(await found('синхрофазотрон тих* дом*')).toEqual(['rare']);
        expect((await found('синхрофазотрон дом*')).length).toBe(3);
        expect(await found('рекой тих* дом*')).toEqual(['rare']);
      });

      it('ranks what was typed above a name of more words', async () => {
        await under.index.put([
          document('synonym', ['Наше аварийное жильё очень старое']),
          document('typed', ['Наш барак очень старый']),
        ]);
        expect(await found('барак')).toEqual(['typed', 'synonym']);
      });

      it('finds the texts of each side of a choice, beside a word that many texts hold', async () => {
        const common = Array.from({ length: 70 }, (_, at) => document(`common ${at}`, ['Тихий двор']));
        await under.index.put([
          ...common,
          document('one', ['Двор, сирень']),
          document('other', ['Двор, черёмуха']),
          document('both apart', ['Двор, зелёная трава']),
        ]);
        expect(new Set(await found('(сирень | черёмуха) двор'))).toEqual(new Set(['one', 'other']));
        expect(new Set(await found('сирень или зелёная трава'))).toEqual(new Set(['one', 'both apart']));
        expect(await found('сирень двор или черёмуха трава')).toEqual(['one']);
      });

      it('finds words in which letters are of the other alphabet, as they look', async () => {
        await under.index.put([document('mixed', ['Нет вoды, дом 7a']), document('pure', ['Нет воды, дом 7а'])]);
        for (const typed of ['вода', 'вoда', '7а', '7a'])
          expect(new Set(await found(typed))).toEqual(new Set(['mixed', 'pure']));
      });

      it('finds a house however its address is written, and above texts that have its number elsewhere', async () => {
        await under.index.put([
          document('full', ['Прорвало трубу, ул. Ленина, д. 5']),
          document('short', ['На Ленина 5 прорвало трубу']),
          document('letter', ['Прорвало трубу, улица Ленина, дом 5 а']),
          document('elsewhere', ['На Ленина 12 прорвало трубу, ждём уже 5 дней']),
          document('street', ['Прорвало трубу на Ленина']),
        ]);
        for (const typed of ['Ленина 5', 'ул. Ленина, д. 5', 'на улице Ленина, в доме 5']) {
          const texts = await found(typed);
          expect(new Set(texts)).toEqual(new Set(['full', 'short', 'letter', 'elsewhere']));
          expect(texts.at(-1)).toBe('elsewhere');
        }
        expect(await found('Ленина 5а')).toEqual(['letter']);
        expect(await found('труба 5')).not.toContain('street');
      });

      it('finds Sakha words in other forms', async () => {
        await under.index.put([
          document('dark', ['Уулуссаҕа хараҥаҕа сылдьабыт']),
          document('help', ['Көмөҕө наадыйабын']),
        ]);
        expect(await found('хараҥа')).toEqual(['dark']);
        expect(await found('хараҥаттан')).toEqual(['dark']);
        expect(await found('көмө')).toEqual(['help']);
      });

      it('finds Sakha words with and without their letters', async () => {
        await fill();
        expect(await found('үлэһит')).toEqual(['sakha']);
        expect(await found('улэхит')).toEqual(['sakha']);
        expect(await found('КӨМӨ')).toEqual(['sakha']);
      });
    });

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
        const { facets, total } = await ask('школа вода');
        expect(total).toBeGreaterThanOrEqual(1);
        expect((await ask('')).facets).toEqual({
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
        await under.index.put([{ ...both, facets: { ...both.facets, questions } }]);
        expect(await found('', { topics: ['pits'], departments: ['roads'] })).toEqual(['both']);
        expect(await found('', { topics: ['pits'], departments: ['housing'] })).toEqual([]);
        expect(await found('', { termKept: false, departments: ['housing'] })).toEqual(['both']);
        expect(await found('', { termKept: false, departments: ['roads'] })).toEqual([]);
        const now = { 1: '2026-11-24T09:00' };
        expect(await found('', { overdue: true, departments: ['roads'], now })).toEqual(['both']);
        // The appeal itself has no deadline left.
        expect(await found('', { overdue: true, now })).toEqual([]);
        expect((await ask('')).facets.topics).toEqual([
          { value: 'pits', count: 1 },
          { value: 'water', count: 1 },
        ]);
      });

      it('lists by the time of reception where that is asked for', async () => {
        const at = (day: string) => ({ facets: { receivedAt: `2026-11-${day}T01:00:00.000Z` } });
        await under.index.put([
          document('second', ['яма на дороге, очень глубокая яма'], at('02')),
          document('first', ['яма'], at('01')),
          document('third', ['ямы'], at('03')),
        ]);
        const query = parseQuery('яма');
        const ordered = async (order: SearchOrder, offset = 0) => {
          const search = { districts: [1], query, match: 'ALL', filter: {}, order, offset, limit: 2 } as const;
          return (await searchTexts(under.index, under.language, search)).hits.map(({ id }) => labelOf(id));
        };
        expect(await ordered('NEWEST')).toEqual(['third', 'second']);
        expect(await ordered('NEWEST', 2)).toEqual(['first']);
        expect(await ordered('OLDEST')).toEqual(['first', 'second']);
      });

      it('pages without doubles', async () => {
        const labels = Array.from({ length: 7 }, (_, at) => `number ${at}`);
        await under.index.put(labels.map((label) => document(label, ['Разбитый тротуар'])));
        const pages = await Promise.all([0, 3, 6].map((offset) => ask('тротуар', {}, [1], 3, offset)));
        expect(pages.map(({ hits }) => hits.length)).toEqual([3, 3, 1]);
        expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => labelOf(id))))).toEqual(new Set(labels));
      });
    });

    describe('versions', () => {
      it('lets the newer version stand, whatever comes when', async () => {
        await under.index.put([document('one', ['старый забор'], { version: 5 })]);
        await under.index.put([document('one', ['новый мост'], { version: 9 })]);
        await under.index.put([document('one', ['старый забор'], { version: 7 })]);
        await under.index.put([document('one', ['старый забор'], { version: 9 })]);
        expect([await found('мост'), await found('забор')]).toEqual([['one'], []]);
        await under.index.put([document('one', ['новый мост'], { version: 10, facets: { state: 'ANSWERED' } })]);
        expect(await found('мост', { states: ['ANSWERED'] })).toEqual(['one']);
        const held = await Promise.all(
          [9, 10, 11].map((version) => under.index.holds({ district: 1, id: ids.get('one')!, version })),
        );
        expect(held).toEqual([true, true, false]);
        expect(await under.index.versions(1, undefined, 10)).toEqual([{ id: ids.get('one'), version: 10 }]);
        expect(await under.index.versions(2, undefined, 10)).toEqual([]);
      });

      it('forgets what was removed, with all its words', async () => {
        await fill();
        const id = ids.get('water')!;
        await under.index.remove([{ district: 1, id, version: 4 }]);
        await under.index.put([document('water', ['Третий день нет горячей воды'], { version: 3 })]);
        expect(await found('вода')).toEqual([]);
        expect(await found('горяч*')).toEqual([]);
        expect((await ask('горячейй')).corrections).toEqual([]);
        expect(await under.index.versions(1, undefined, 10)).not.toContainEqual({ id, version: 4 });
        expect(await found('вода', {}, [2])).toEqual(['theirs']);
      });
    });

    describe('answers', () => {
      it('marks what was asked for', async () => {
        await fill();
        const { asked } = await ask('ямы дорог*');
        expect(highlight('Огромная яма на дороге', asked)).toEqual([
          `Огромная ${MARK_START}яма${MARK_END} на ${MARK_START}дороге${MARK_END}`,
        ]);
      });

      it('answers anything', async () => {
        await fill();
        const nasty = [
          '',
          '   ',
          '"',
          '-',
          '*',
          'a:b',
          '%_\\',
          `'; drop table`,
          '🙂',
          '\u0000\uD800',
          'я '.repeat(5_000),
        ];
        for (const text of nasty) expect((await ask(text)).total).toBeGreaterThanOrEqual(0);
        expect(await found('не на')).toEqual(expect.any(Array));
      });
    });
  });
}
