import { describe, expect, it } from '@jest/globals';
import { themesOf, type ClassifierChoices, type CodeProposal } from './classifier-lines.js';

const line = (code: string, name: string, more: readonly string[] = []) => ({
  code,
  name,
  edition: '31.10.2025',
  path: ['Экономика', 'Хозяйство', `Тема ${code.slice(0, 14)}`, ...more],
  theme: code.slice(0, 14),
});
const roads = line('0003.0009.0099.0742.0110', 'ремонт', ['Дороги']);
const signs = line('0003.0009.0099.0744', 'Знаки');
const lights = line('0003.0009.0097.0690', 'Освещение');
const part: ClassifierChoices = {
  editions: [{ edition: '31.10.2025', isWhole: false }],
  proposed: [roads, lights, signs],
  favourites: [lights, line('0003.0009.0097.0692', 'Озеленение')],
  found: [],
};

const trees = line('0003.0009.0097.0692', 'Озеленение');
const proposals: readonly CodeProposal[] = [
  { item: roads, isOfTopic: true, words: ['яма'] },
  { item: trees, isOfTopic: false, words: ['ветки', 'дерево'] },
];

describe('what the classifier offers', () => {
  it('is first what is proposed for the question, in its order, with its reasons', () => {
    const [first, second, ...others] = themesOf(part, proposals, '');
    expect([first, second]).toMatchObject([
      { of: 'PROPOSED', lines: [{ code: roads.code, because: { isOfTopic: true, words: ['яма'] } }] },
      { of: 'PROPOSED', lines: [{ code: trees.code, because: { isOfTopic: false, words: ['ветки', 'дерево'] } }] },
    ]);
    expect(others.map(({ of }) => of)).toEqual(['TOPIC', 'TOPIC']);
  });

  it('is by the topic and by use, grouped by theme, each once', () => {
    const themes = themesOf(part, [], '');
    expect(themes.map(({ of, lines }) => [of, lines.map(({ name }) => name)])).toEqual([
      ['TOPIC', ['Дороги: ремонт', 'Знаки']],
      ['TOPIC', ['Освещение']],
      ['FAVOURITES', ['Озеленение']],
    ]);
    expect(themes[0]!.path).toBe('Экономика › Хозяйство › Тема 0003.0009.0099');
    expect(themesOf(part, proposals, '').flatMap(({ lines }) => lines)).toHaveLength(4);
  });

  it('is a typed code where a part of an edition cannot say that it is wrong', () => {
    const code = '0005.0005.0056.1156';
    expect(themesOf(part, proposals, code)).toMatchObject([{ of: 'TYPED', lines: [{ code }] }]);
    expect(themesOf(part, [], '0005.0005')).toEqual([]);
    expect(themesOf({ ...part, editions: [{ edition: '31.10.2025', isWhole: true }] }, [], code)).toEqual([]);
  });
});
