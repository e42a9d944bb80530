import { describe, expect, it } from '@jest/globals';
import type { Command, CommandState } from '../outbox.js';
import { actedRows, lastRefused, partlyRefused, undoable, wordsOf } from './acted-rows.js';

const command = (item: string, state: CommandState): Command => ({
  key: `${item}-${state.is}`,
  list: 'moderation',
  item,
  label: item,
  done: '',
  document: '',
  variables: {},
  at: 0,
  state,
});
const done = (version: number, at = 0): CommandState => ({ is: 'DONE', at, version, data: {} });
const failed: CommandState = { is: 'FAILED', at: 0, code: 'VERSION_CONFLICT', message: '' };
const waiting: CommandState = { is: 'WAITING', offline: true };

describe('acted rows', () => {
  it('hides rows whose act waits, is being sent or was done', () => {
    const commands = [command('a', waiting), command('b', { is: 'SENDING' }), command('c', done(3))];
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, version: 2 }));
    expect([...actedRows(commands, rows)]).toEqual(['a', 'b', 'c']);
  });

  it('hides each of many, and shows those that were refused', () => {
    const items = ['b', 'c', 'd'].map((id) => ({ id }));
    const many = (state: CommandState): Command => ({ ...command('a', state), variables: { input: { items } } });
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, version: 2 }));
    expect([...actedRows([many({ is: 'SENDING' })], rows)]).toEqual(['b', 'c', 'd']);
    const data = [
      { id: 'b', result: { version: 3 } },
      { id: 'c', result: { code: 'VERSION_CONFLICT' } },
      { id: 'd', result: { version: 2 } },
    ];
    expect([...actedRows([many({ is: 'DONE', at: 0, version: 0, data })], rows)]).toEqual(['b']);
    expect([...actedRows([many(failed)], rows)]).toEqual([]);
  });

  it('shows a row again once the list knows of the act and still holds it', () => {
    expect(actedRows([command('a', done(3))], [{ id: 'a', version: 3 }]).size).toBe(0);
  });

  it('shows a row whose last act was refused', () => {
    expect(actedRows([command('a', done(2)), command('a', failed)], [{ id: 'a', version: 2 }]).size).toBe(0);
  });

  it('hides a done row that the list holds no more, so that it is not taken for one that a colleague took', () => {
    expect([...actedRows([command('a', done(3))], [])]).toEqual(['a']);
  });

  it('tells what was refused until a later act on the same row', () => {
    const commands = [command('a', failed), command('b', failed), command('b', waiting), command('c', done(2))];
    expect(lastRefused(commands).map(({ item }) => item)).toEqual(['a']);
  });

  it('tells which of many were refused until a later act on each', () => {
    const data = [
      { id: 'b', result: { version: 3 } },
      { id: 'c', result: { code: 'VERSION_CONFLICT', message: 'Карточку изменили.' } },
      { id: 'd', result: { code: 'VERSION_CONFLICT', message: 'Карточку изменили.' } },
    ];
    const variables = { input: { items: ['b', 'c', 'd'].map((id) => ({ id })) } };
    const many: Command = { ...command('a', { is: 'DONE', at: 0, version: 0, data }), variables };
    expect(partlyRefused([many])).toEqual([{ command: many, ids: ['c', 'd'], of: 3, message: 'Карточку изменили.' }]);
    expect(partlyRefused([many, command('c', waiting)])).toMatchObject([{ ids: ['d'] }]);
    expect(partlyRefused([command('c', done(2)), command('d', failed)])).toEqual([]);
  });

  it('keeps the words that were written with an act', () => {
    const sentBack = { ...command('a', failed), variables: { input: { reason: 'Напишите, когда.' } } };
    expect([wordsOf(sentBack), wordsOf(command('a', failed))]).toEqual(['Напишите, когда.', undefined]);
  });

  it.each(['said', 'text', 'words', 'identifiedBy'])('keeps what a moderator or a caller typed: %s', (field) => {
    const typed = { ...command('a', failed), variables: { input: { id: 'a', [field]: 'Паспорт показан.' } } };
    expect(wordsOf(typed)).toBe('Паспорт показан.');
  });

  it('offers the last done act for undoing, for its time alone', () => {
    const commands = [command('a', done(2, 1_000)), command('b', done(2, 2_000)), command('c', waiting)];
    expect(undoable(commands, 11_999, 10_000)?.item).toBe('b');
    expect(undoable(commands, 12_000, 10_000)).toBeUndefined();
    expect(undoable([...commands, command('d', failed)], 2_001, 10_000)).toBeUndefined();
    expect(undoable([...commands, { ...command('b', done(3, 2_000)), undoes: true }], 2_001, 10_000)).toBeUndefined();
  });
});
