import { expect, it } from '@jest/globals';
import type { Directory } from '../../frame/directory.js';
import { changedChoice, choiceOf, chosenOf, offeredOfficials, type Helpers } from './co-executor-fields.js';

const directory = {
  officials: [
    { id: 'li', name: 'Ли', roles: ['EXECUTOR'] },
    { id: 'approver', name: 'Слепцов', roles: ['APPROVER'] },
    { id: 'moderator', name: 'Прокопьева', roles: ['MODERATOR'] },
    { id: 'registrar', name: 'Кузьмина', roles: ['REGISTRAR'] },
  ],
  departments: [{ code: 'zhilye', name: 'Отдел жилья' }],
} as unknown as Directory;

const former: Helpers = {
  officials: [
    { id: 'moderator', name: 'Прокопьева' },
    { id: 'gone', name: 'Уехавший' },
  ],
  departments: [{ code: 'former', name: 'Прежний отдел' }],
  parts: { former: { text: 'Справку' } },
};

it('offers all who may have a part of the answer, and keeps those who were named before in any role', () => {
  expect(offeredOfficials(directory, former).map(({ key, mayHavePart }) => [key, mayHavePart])).toEqual([
    ['li', true],
    ['approver', true],
    ['moderator', false],
    ['gone', false],
  ]);
  expect(chosenOf(choiceOf(former), directory, former)).toEqual({
    officials: ['moderator', 'gone'],
    departments: ['former'],
    parts: [],
  });
});

it('sends parts that were changed, and nothing where nothing was', () => {
  expect(changedChoice(choiceOf(former), directory, former)).toBeUndefined();
  const { keys, parts } = choiceOf(former);
  const further = { keys: [...keys, 'li'], parts: { ...parts, li: { text: ' Смету ', until: '2026-12-01' } } };
  expect(changedChoice(further, directory, former)).toEqual({
    officials: ['li', 'moderator', 'gone'],
    departments: ['former'],
    parts: [{ official: 'li', text: 'Смету', until: '2026-12-01' }],
  });
  const without = { keys: keys.filter((key) => key !== 'gone'), parts };
  expect(changedChoice(without, directory, former)?.officials).toEqual(['moderator']);
});
