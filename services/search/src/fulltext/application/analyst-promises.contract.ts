import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { indexedText } from '../domain/indexed-text.js';
import { parseQuery } from '../domain/query.js';
import type { IndexUnderTest } from './search-index.fixture.js';
import { searchTexts, type FoundTexts, type Match } from './search-texts.js';

const TEXTS = {
  parking: 'Негде поставить машину, нужна парковка у поликлиники',
  park: 'В парке сломаны качели и лавочки',
  parkStreet: 'Улица Парковая, не чистят снег',
  stand: 'Платная стоянка занимает весь двор',
  roof: 'Протекает крыша, вода льётся в подъезд',
  lid: 'На колодце нет крышки, дети могут упасть',
  leak: 'Опять течь в подвале, пахнет сыростью',
  repair: 'Когда начнётся текущий ремонт подъезда',
  covid: 'Отец заболел ковидом, а скорая не едет',
  house: 'Дом не признают аварийным много лет',
  pipe: 'Нужен ввод в посёлок, труба рядом',
  noWater: 'Третий день нет воды на улице Лесной',
  water: 'Вода из крана ржавая, пить её нельзя',
  grass: 'Трава выросла по пояс, косить некому',
  poison: 'Просим травить тараканов в общежитии',
  wires: 'Провода протянуты прямо над детской площадкой',
  bus: 'Школьный автобус не приходит вовремя',
  schoolStreet: 'Улица Школьная, автобус больше не ездит',
  oldHousing:
    'Живём в ветхом доме, жильё разваливается, обещали переселить ещё десять лет назад, но никто ничего не делает и ответа нет',
  oldTrees: 'Ветхие сухие деревья',
  emergencyHousing: 'Когда переселят из аварийного жилья по улице Ленина',
  emergencyTree: 'Аварийное дерево накренилось над тротуаром',
  pit: 'Огромная яма на дороге у магазина',
  pitApart:
    'Дорога разбита от моста до самой школы, прошлой весной рабочие уже чинили здесь асфальт, но осенью появилась яма',
  road: 'Дорогу не чистят от снега',
  rubbish: 'Не вывозят мусор из контейнеров',
  heating: 'Слабое отопление, батареи чуть тёплые',
} as const;
type Label = keyof typeof TEXTS;

/** What an analyst may rely on, whichever index answers. */
export function analystPromises(name: string, make: () => Promise<IndexUnderTest>): void {
  describe(`full text ${name}`, () => {
    let under: IndexUnderTest;
    const ids = new Map<string, Label>();

    beforeAll(async () => {
      under = await make();
      const { analyse } = under.language;
      const documents = Object.entries(TEXTS).map(([label, text], at) => {
        const id = randomUUID();
        ids.set(id, label as Label);
        const numbers = label === 'heating' ? ['АЛД-С-2026-6', '7K3M9-2QXPA'] : [`АЛД-С-2026-${60 + at}`];
        return {
          district: 1,
          id,
          version: 1,
          text: indexedText([text, ...numbers], analyse, numbers),
          facets: {
            receivedAt: `2026-11-24T01:00:${10 + at}.000Z`,
            appeal: { state: 'REGISTERED' as const, receivedOn: '2026-11-24' },
            questions: [{ topic: label }],
          },
        };
      });
      await under.index.put(documents);
    });

    const ask = (typed: string, match: Match = 'ALL'): Promise<FoundTexts> =>
      searchTexts(under.index, under.language, {
        districts: [1],
        query: parseQuery(typed),
        match,
        filter: {},
        offset: 0,
        limit: 30,
      });
    const found = async (typed: string, match?: Match): Promise<readonly (Label | undefined)[]> =>
      (await ask(typed, match)).hits.map(({ id }) => ids.get(id));

    it('finds the texts with all the words, and counts exactly those', async () => {
      const { total, relaxed, facets } = await ask('яма дорога');
      expect([total, relaxed]).toEqual([2, false]);
      expect(facets.topics.map(({ value }) => value).sort()).toEqual(['pit', 'pitApart']);
    });

    it('asks for fewer words where no text holds all, and says so', async () => {
      const answer = await ask('отопление светофор батареи');
      expect([answer.relaxed, ids.get(answer.hits[0]!.id)]).toEqual([true, 'heating']);
      expect((await ask('светофор')).total).toBe(0);
    });

    it('names texts with fewer of the words of a long question behind those with all, in no count', async () => {
      const near = async (typed: string, more: { order?: 'NEWEST'; offset?: number } = {}) => {
        const range = { filter: {}, offset: 0, limit: 30, nearby: 10, match: 'ALL', ...more } as const;
        const search = { districts: [1], query: parseQuery(typed), ...range } as const;
        const { total, relaxed, facets, hits, nearby } = await searchTexts(under.index, under.language, search);
        const named = nearby.map(({ id }) => ids.get(id));
        return { total, relaxed, topics: facets.topics.length, hits: hits.map(({ id }) => ids.get(id)), named };
      };
      const { named, ...counted } = await near('яма дорога школа асфальт');
      expect(counted).toEqual({ total: 1, relaxed: false, topics: 1, hits: ['pitApart'] });
      expect(named).toContain('pit');
      expect(named).not.toContain('pitApart');
      expect(named.length).toBeLessThan(10);
      for (const short of ['яма дорога школа', '"яма" дорога школа асфальт', 'яма дорога школа асфал*'])
        expect((await near(short)).named).toEqual([]);
      expect((await near('яма дорога школа асфальт', { order: 'NEWEST' })).named).toEqual([]);
      expect((await near('яма дорога школа асфальт', { offset: 1 })).named).toEqual([]);
    });

    it('finds texts with any of the words where that is asked for', async () => {
      const { total, relaxed } = await ask('яма дорога', 'ANY');
      expect([total, relaxed]).toEqual([3, false]);
      expect((await found('яма дорога', 'ANY'))[0]).toBe('pit');
    });

    it('finds all of one side of «или», and says by what', async () => {
      const { total, relaxed, foundBy, hits } = await ask('ветхое деревья или аварийное дерево или крышу протекает');
      expect([total, relaxed, foundBy.choices]).toEqual([
        3,
        false,
        [['ветхое деревья', 'аварийное дерево', 'крышу протекает']],
      ]);
      expect(hits.map(({ id }) => ids.get(id)).sort()).toEqual(['emergencyTree', 'oldTrees', 'roof']);
      expect([...(await found('(крыша | крышка) подъезд'))].sort()).toEqual(['roof']);
      expect([...(await found('крыша | крышка'))].sort()).toEqual(['lid', 'roof']);
    });

    it('knows phrases, beginnings and negations on the sides of «или»', async () => {
      expect([...(await found('"школьный автобус" | трав* | светофор'))].sort()).toEqual(['bus', 'grass', 'poison']);
      expect(await found('"автобус школьный" или трав* -тараканы')).toEqual(['grass']);
      expect([...(await found('(вод* | "нет воды") кран'))]).toEqual(['water']);
    });

    it('corrects words on the sides of «или»', async () => {
      const { corrections, foundBy, hits } = await ask('атопление или светофор');
      expect(corrections).toEqual([{ from: 'атопление', to: 'отопление' }]);
      expect([foundBy.choices, hits.map(({ id }) => ids.get(id))]).toEqual([[['отопление', 'светофор']], ['heating']]);
    });

    it('ranks words that stand together higher', async () => {
      expect(await found('дорога яма')).toEqual(['pit', 'pitApart']);
    });

    it('never ranks a short text with one of the words above one with all', async () => {
      expect(await found('ветхое жильё')).not.toContain('oldTrees');
      expect((await found('ветхое жильё')).slice(0, 2).sort()).toEqual(['emergencyHousing', 'oldHousing']);
      const any = await found('ветхое жильё', 'ANY');
      expect(any.indexOf('oldHousing')).toBeLessThan(any.indexOf('oldTrees'));
    });

    it('finds nothing by an unknown word, or says what it was corrected to', async () => {
      expect(await ask('Степанова')).toMatchObject({ total: 0, corrections: [] });
      const { total, corrections } = await ask('атопление');
      expect([total, corrections]).toEqual([1, [{ from: 'атопление', to: 'отопление' }]]);
    });

    it('keeps the «нет» of «нет воды»', async () => {
      expect(await found('нет воды')).toEqual(['noWater']);
    });

    it('reads words that were typed in the other keyboard layout', async () => {
      const { total, corrections } = await ask('jnjgktybt');
      expect([total, corrections]).toEqual([1, [{ from: 'jnjgktybt', to: 'отопление' }]]);
      expect(await found('rhsif ghjntrftn')).toEqual(['roof']);
    });

    it.each([
      'АЛД-С-2026-6',
      'алд с 2026 6',
      'ALD-C-2026-6'.replace('LD', 'ЛД'),
      'АЛД С-2026/6',
      '7К3М9-2QХРА',
      '7k3m92qxpa',
    ])('finds an appeal by its number «%s» before any other', async (number) => {
      expect((await found(number))[0]).toBe('heating');
    });

    it.each<readonly [string, Label, readonly Label[]]>([
      ['парковка', 'parking', ['park', 'parkStreet']],
      ['парк', 'park', ['parking', 'parkStreet']],
      ['парковая', 'parkStreet', ['park', 'parking']],
      ['крыша', 'roof', ['lid']],
      ['крышка', 'lid', ['roof']],
      ['течь', 'leak', ['repair']],
      ['текущий', 'repair', ['leak']],
      ['дом', 'house', ['covid']],
      ['вода', 'water', ['pipe']],
      ['ввод', 'pipe', ['water', 'noWater']],
      ['трава', 'grass', ['poison']],
      ['протекает', 'roof', ['wires']],
      ['аварийное дерево', 'emergencyTree', ['emergencyHousing', 'house']],
      ['аварийный дом', 'house', ['emergencyTree']],
      ['школьный автобус', 'bus', []],
    ])('finds by «%s» what it means and nothing that only looks like it', async (typed, meant, others) => {
      const texts = await found(typed);
      expect(texts[0] === meant || texts.includes(meant)).toBe(true);
      for (const other of others) expect(texts).not.toContain(other);
    });

    it('ranks the phrase above its words apart', async () => {
      expect((await found('школьный автобус'))[0]).toBe('bus');
    });

    it('finds a street with and without the abbreviation of its kind', async () => {
      for (const typed of ['ул. Школьная', 'Школьная улица']) expect(await found(typed)).toEqual(['schoolStreet']);
      expect(await found('ул. Лесная')).toEqual(['noWater']);
    });

    it('finds by synonyms, of words and of phrases', async () => {
      expect([...(await found('парковка'))].sort()).toEqual(['parking', 'stand']);
      expect(await found('ТКО')).toEqual(['rubbish']);
      expect(await found('барак')).toContain('emergencyHousing');
      expect(await found('барак')).not.toContain('oldTrees');
    });
  });
}
