import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dangerFinder, type UrgentWords } from './danger.js';

const find = dangerFinder([
  { danger: 'GAS', words: ['пахн* ~ газом', 'утечк* ~ газа'] },
  { danger: 'FIRE', words: ['пожар', 'горит ~ дом'] },
]);

describe('the district words of danger', () => {
  it.each([
    ['В подъезде Ленина, 14 сильно пахнет газом, свет не включаем', 'GAS', ['пахн* ~ газом']],
    ['ПОЖАР! Горит соседний дом', 'FIRE', ['пожар', 'горит ~ дом']],
    ['Утечка газа, а напротив пожар', 'GAS', ['утечк* ~ газа']],
  ])('finds %s', (text, kind, words) => {
    expect(find(text)).toEqual({ kind, words });
  });

  it.each(['Когда проведут газ в посёлок?', 'Пожарная часть рядом, спасибо', ''])('finds nothing in «%s»', (text) => {
    expect(find(text)).toBeUndefined();
  });

  it('finds nothing where the district has no words', () => {
    expect(dangerFinder([])('пахнет газом')).toBeUndefined();
  });
});

describe.each(['aldan', 'kuol', 'tuora'])('the words of danger of the district %s', (code) => {
  const file = new URL(`../../../../../deploy/districts/${code}.yaml`, import.meta.url);
  const { policy } = parse(readFileSync(file, 'utf8')) as { policy: { urgentWords: UrgentWords[] } };
  const findThere = dangerFinder(policy.urgentWords);

  it.each([
    ['Мужчина лежит без сознания у остановки', 'PERSON'],
    ['Провод оборвало ветром, лежит на тротуаре и искрит', 'ELECTRICITY'],
    ['Горит проводка в щитке, дым в подъезде!', 'FIRE'],
    ['Сильно пахнет газом в подъезде, второй этаж', 'GAS'],
  ])('find «%s»', (text, kind) => {
    expect(findThere(text)?.kind).toBe(kind);
  });

  it.each(['Когда проводите собрание? Искренне ваш, дом 7', 'Провод от интернета висит во дворе'])(
    'find nothing in «%s»',
    (text) => {
      expect(findThere(text)).toBeUndefined();
    },
  );
});
