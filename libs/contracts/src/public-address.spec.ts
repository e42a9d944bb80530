import { expect, it } from '@jest/globals';
import { answerPath, publicationAt } from './public-address.js';

const ID = '7e9b0f97-d362-51d4-81d8-782a5f2204ba';
const PATH = `/aldan/answers/${ID}`;

it('the address of a published answer names it, however it was copied', () => {
  expect(answerPath('aldan', ID)).toBe(PATH);
  for (const address of [
    `https://otklik.example${PATH}`,
    `https://otklik.example${PATH}/`,
    `https://otklik.example${PATH}?lang=sah#text`,
    `http://www.otklik.example:8080${PATH.toUpperCase()}`,
  ])
    expect(publicationAt(address, 'aldan')).toBe(ID);
});

it.each([
  `https://otklik.example/mirny/answers/${ID}`,
  `https://otklik.example/news/aldan/answers/${ID}`,
  `https://otklik.example${PATH}/more`,
  'https://otklik.example/aldan/answers/7',
  'https://otklik.example/aldan/answers',
  `https://otklik.example/aldan/reviews/${ID}`,
  `https://otklik.example/?page=${PATH}`,
  PATH,
  '',
])('an address of anything else names none: %s', (address) => {
  expect(publicationAt(address, 'aldan')).toBeUndefined();
});
