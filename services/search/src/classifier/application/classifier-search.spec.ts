import { describe, expect, it } from '@jest/globals';
import { classifierOf, type ClassifierRow } from '@otklik/tenancy';
import { analyser } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { ClassifierSearch } from './classifier-search.js';

const names: Readonly<Record<string, string>> = {
  '0003': 'Экономика',
  '0003.0009': 'Хозяйственная деятельность',
  '0003.0009.0097': 'Градостроительство',
  '0003.0009.0097.0690': 'Уличное освещение',
  '0003.0009.0099': 'Транспорт',
  '0003.0009.0099.0742': 'Дорожное хозяйство',
  '0003.0009.0099.0742.0110': 'ремонт автомобильных дорог',
  '0003.0009.0099.0744': 'Дорожные знаки',
  '0005': 'Жилищно-коммунальная сфера',
  '0005.0005': 'Жилище',
  '0005.0005.0056': 'Коммунальное хозяйство',
  '0005.0005.0056.1156': 'Перебои в теплоснабжении',
};
const rows = Object.entries(names).map(([code, name]): ClassifierRow => ({ code, name }));
const classifier = classifierOf([{ edition: '31.10.2025', isWhole: true, rows }]);
const search = new ClassifierSearch(analyser(await russianMorphology()));
const found = (words: string, limit = 40) => search.found(classifier, words, limit).map(({ code }) => code);

describe('the search of the classifier', () => {
  it('takes words in any form, and their beginnings', () => {
    expect(found('освещения улиц')).toEqual(['0003.0009.0097.0690']);
    expect(found('дорогу отремонтируйте')[0]).toBe('0003.0009.0099.0742.0110');
    expect(found('тепло')).toEqual(['0005.0005.0056.1156']);
  });

  it('finds the questions of a theme by the theme’s name, and answers no theme', () => {
    expect(found('транспорт')).toHaveLength(3);
    expect(found('коммунальное')).toEqual(['0005.0005.0056.1156']);
    expect(found('экономика').every((code) => code.split('.').length >= 4)).toBe(true);
  });

  it('puts own names before those above, and keeps a theme together', () => {
    expect(found('знаки транспорт')[0]).toBe('0003.0009.0099.0744');
    const themes = found('хозяйство').map((code) => code.slice(0, 14));
    expect(themes).toEqual([...new Set(themes)].flatMap((theme) => themes.filter((one) => one === theme)));
  });

  it('takes the beginning of a code and the number of a question', () => {
    expect(found('0003.0009.0099')).toHaveLength(3);
    expect(found('1156')).toEqual(['0005.0005.0056.1156']);
  });

  it('looks for eight words at most', () => {
    const others = (count: number) => `${'космос '.repeat(count)}освещение`;
    expect([found(others(7)), found(others(8))]).toEqual([['0003.0009.0097.0690'], []]);
  });

  it('finds most of the words where no name has them all, and nothing by none', () => {
    expect(found('освещение космоса')).toEqual(['0003.0009.0097.0690']);
    expect([found(''), found('и в на'), found('космос')]).toEqual([[], [], []]);
    expect(found('хозяйственная', 1)).toHaveLength(1);
  });
});
