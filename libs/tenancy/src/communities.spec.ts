import { describe, expect, it } from '@jest/globals';
import { communityFaults, politicalWordIn, type Community } from './communities.js';

const faultsOf = (community: Partial<Community>) =>
  communityFaults({
    order: 'Распоряжение № 1-р',
    list: [{ code: 'talk', name: 'Подслушано', address: 'https://vk.com/talk', ...community }],
  }).map(({ code, place, details }) => [code, place, details]);

describe('communities that are watched', () => {
  it('are looked through for matters of the district', () => {
    expect(faultsOf({})).toEqual([]);
    expect(
      faultsOf({
        words: [
          'яма*',
          'свет*',
          'запах* ~ газ*',
          'партер',
          'главный вход',
          'Партизанская',
          'губернаторская',
          'выборка',
        ],
      }),
    ).toEqual([['WORD_POLITICAL', '/communities/list/0/words/7', { word: 'выборка' }]]);
  });

  it.each(['митинг*', 'глава + яма', 'за кого голосование', 'Депутат', 'СВО', 'Путин*'])(
    'are never looked through for what people think: %s',
    (word) => {
      expect(faultsOf({ words: ['свет', word] })).toEqual([
        ['WORD_POLITICAL', '/communities/list/0/words/1', { word: politicalWordIn(word) }],
      ]);
    },
  );

  it('are no pages of persons', () => {
    expect(faultsOf({ address: 'https://vk.com/id1' })).toEqual([
      ['COMMUNITY_IS_A_PERSON', '/communities/list/0/address', { code: 'talk' }],
    ]);
    expect(faultsOf({ address: 'https://vk.com/idyllic' })).toEqual([]);
  });

  it('have patterns that can be read', () => {
    expect(faultsOf({ words: ['~'] })).toEqual([['PATTERN_INVALID', '/communities/list/0/words/0', { pattern: '~' }]]);
  });
});
