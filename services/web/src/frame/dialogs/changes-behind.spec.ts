import { expect, it } from '@jest/globals';
import { changesBehind, type Versioned } from './changes-behind.js';

const name = (one: string) => ({ name: one });
const before: Versioned = { id: 'q', version: 3, department: name('Дороги') };
const assigned = (executor: string, by?: string): Versioned => ({
  ...{ ...before, version: 4, executor: name(executor), assignedAt: '2026-11-30T20:37:00.000Z' },
  ...(by === undefined ? {} : { assignedBy: name(by) }),
});
const behind = (after: Versioned | undefined, held = before) => changesBehind([held], after ? [after] : []);

it('tells who named whom since the dialog was opened', () => {
  expect(behind(assigned('Охлопков', 'Т. Никифорова'))).toMatchObject([
    { word: 'dialogs.changedAssignedBy', by: 'Т. Никифорова', executor: 'Охлопков', at: '2026-11-30T20:37:00.000Z' },
  ]);
  expect(behind(assigned('Ли'))).toMatchObject([{ word: 'dialogs.changedAssigned', executor: 'Ли' }]);
});

it('tells another department, another change, and what left the list; nothing of what is as it was', () => {
  expect(behind({ ...before, version: 4, department: name('ЖКХ') })).toMatchObject([
    { word: 'dialogs.changedDepartment', department: 'ЖКХ' },
  ]);
  const held = assigned('Ли', 'Громова');
  expect(behind({ ...held, version: 5 }, held)).toMatchObject([{ word: 'dialogs.changedOther' }]);
  expect(behind(undefined)).toMatchObject([{ word: 'dialogs.changedLeft' }]);
  expect(behind(before)).toEqual([]);
});
