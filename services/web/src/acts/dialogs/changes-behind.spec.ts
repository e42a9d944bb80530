import { expect, it } from '@jest/globals';
import { isOwnChange, noteOwnChange } from '../../frame/own-changes.js';
import { changesBehind, type Versioned } from './changes-behind.js';

const name = (one: string) => ({ name: one });
const before: Versioned = { id: 'q', version: 3, department: name('Дороги') };
const assigned = (executor: string, by?: string): Versioned => ({
  ...before,
  version: 4,
  executor: name(executor),
  assignedAt: '2026-11-30T20:37:00.000Z',
  ...(by !== undefined && { assignedBy: name(by) }),
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

it('knows the change that an act of this window made, and no other, as its own', () => {
  const after = (version: number, id = 'own') => ({ row: { id, version } });
  expect(isOwnChange(after(3), after(4))).toBe(false);
  noteOwnChange({ __typename: 'Change', id: 'own', version: 4 });
  expect(isOwnChange(after(3), after(4))).toBe(true);
  expect(isOwnChange([after(3), after(1, 'other')], [after(4), after(1, 'other')])).toBe(true);
  // Another official acted since, or on another of them.
  expect(isOwnChange(after(3), after(5))).toBe(false);
  expect(isOwnChange([after(3), after(1, 'other')], [after(4), after(2, 'other')])).toBe(false);
  expect(isOwnChange(after(4), after(4))).toBe(false);
});
