import { describe, expect, it } from '@jest/globals';
import { emptyIndex, type MakeIndex } from './search-index.fixture.js';

/** How every index finds texts by the words that are typed. */
export function indexWordsContract(make: MakeIndex): void {
  const { index, document, search, found, fill } = emptyIndex(make);

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
      const misspelt = await search('уникуум');
      expect([misspelt.total, misspelt.corrections]).toEqual([0, []]);
      expect(await found('уник*')).toEqual([]);
      expect(await found('', {}, [2])).toEqual(['theirs']);
      expect(await found('яма', {}, [2])).toEqual(['theirs']);
      expect((await search('яма')).total).toBe(1);
      expect(new Set(await found('яма', {}, [1, 2]))).toEqual(new Set(['pit', 'theirs']));
      expect((await search('')).facets.states.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    });

    it('reads misspelt words as the index’s own, and says so', async () => {
      await fill();
      for (const [typed, meant] of [
        ['дорге', 'дороге'],
        ['фанари', 'фонари'],
        ['агромная', 'огромная'],
      ] as const) {
        const answer = await search(typed);
        expect([answer.corrections, answer.total]).toEqual([[{ from: typed, to: meant }], 1]);
      }
      expect((await search('ямы')).corrections).toEqual([]);
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
      await index().put([
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
      await index().put([
        document('synonym', ['Наше аварийное жильё очень старое']),
        document('typed', ['Наш барак очень старый']),
      ]);
      expect(await found('барак')).toEqual(['typed', 'synonym']);
    });

    it('finds the texts of each side of a choice, beside a word that many texts hold', async () => {
      const common = Array.from({ length: 70 }, (_, at) => document(`common ${at}`, ['Тихий двор']));
      await index().put([
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
      await index().put([document('mixed', ['Нет вoды, дом 7a']), document('pure', ['Нет воды, дом 7а'])]);
      for (const typed of ['вода', 'вoда', '7а', '7a'])
        expect(new Set(await found(typed))).toEqual(new Set(['mixed', 'pure']));
    });

    it('finds a house however its address is written, and above texts that have its number elsewhere', async () => {
      await index().put([
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
      await index().put([document('dark', ['Уулуссаҕа хараҥаҕа сылдьабыт']), document('help', ['Көмөҕө наадыйабын'])]);
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
}
