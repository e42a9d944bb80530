import { describe, expect, it } from '@jest/globals';
import { byLikeness } from './by-likeness.js';

const roads = { title: 'Дорога', text: 'Уважаемый заявитель! Ямы на дороге засыпаны.' };
const water = { title: 'Вода', text: 'Уважаемый заявитель! Подача горячей воды восстановлена.' };
const plain = { title: 'Общий', text: 'Уважаемый заявитель! Ваше обращение рассмотрено.' };

describe('templates by likeness', () => {
  it('are first those with the words that was asked with, whatever their endings', () => {
    expect(byLikeness([roads, water, plain], 'Уважаемые, нет горячей воды')).toEqual([water, roads, plain]);
    expect(byLikeness([plain, water, roads], 'Дорогу размыло')).toEqual([roads, plain, water]);
  });

  it('stay in their order where nothing is alike, and where a word is in all of them', () => {
    expect(byLikeness([plain, water, roads], 'Уважаемый глава!')).toEqual([plain, water, roads]);
    expect(byLikeness([plain, water], '')).toEqual([plain, water]);
  });
});
