import { describe, expect, it } from '@jest/globals';
import type { Act, ActState } from '../outbox.js';
import { actedRows, lastRefused, partlyRefused, undoable, wordsOf } from './acted-rows.js';

const act = (item: string, state: ActState): Act => ({
  ...{ key: `${item}-${state.is}`, list: 'moderation', item, label: item, done: '', document: '', variables: {} },
  ...{ at: 0, state },
});
const done = (version: number, at = 0): ActState => ({ is: 'DONE', at, version, data: {} });
const failed: ActState = { is: 'FAILED', at: 0, code: 'VERSION_CONFLICT', message: '' };
const waiting: ActState = { is: 'WAITING', offline: true };

describe('acted rows', () => {
  it('hides rows whose act waits, is being sent or was done', () => {
    const acts = [act('a', waiting), act('b', { is: 'SENDING' }), act('c', done(3))];
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, version: 2 }));
    expect([...actedRows(acts, rows)]).toEqual(['a', 'b', 'c']);
  });

  it('hides each of many, and shows those that were refused', () => {
    const items = ['b', 'c', 'd'].map((id) => ({ id }));
    const many = (state: ActState): Act => ({ ...act('a', state), variables: { input: { items } } });
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
    expect(actedRows([act('a', done(3))], [{ id: 'a', version: 3 }]).size).toBe(0);
  });

  it('shows a row whose last act was refused', () => {
    expect(actedRows([act('a', done(2)), act('a', failed)], [{ id: 'a', version: 2 }]).size).toBe(0);
  });

  it('hides a done row that the list holds no more, so that it is not taken for one that a colleague took', () => {
    expect([...actedRows([act('a', done(3))], [])]).toEqual(['a']);
  });

  it('tells what was refused until a later act on the same row', () => {
    const acts = [act('a', failed), act('b', failed), act('b', waiting), act('c', done(2))];
    expect(lastRefused(acts).map(({ item }) => item)).toEqual(['a']);
  });

  it('tells which of many were refused until a later act on each', () => {
    const data = [
      { id: 'b', result: { version: 3 } },
      { id: 'c', result: { code: 'VERSION_CONFLICT', message: 'Карточку изменили.' } },
      { id: 'd', result: { code: 'VERSION_CONFLICT', message: 'Карточку изменили.' } },
    ];
    const variables = { input: { items: ['b', 'c', 'd'].map((id) => ({ id })) } };
    const many: Act = { ...act('a', { is: 'DONE', at: 0, version: 0, data }), variables };
    expect(partlyRefused([many])).toEqual([{ act: many, ids: ['c', 'd'], of: 3, message: 'Карточку изменили.' }]);
    expect(partlyRefused([many, act('c', waiting)])).toMatchObject([{ ids: ['d'] }]);
    expect(partlyRefused([act('c', done(2)), act('d', failed)])).toEqual([]);
  });

  it('keeps the words that were written with an act', () => {
    const sentBack = { ...act('a', failed), variables: { input: { reason: 'Напишите, когда.' } } };
    expect([wordsOf(sentBack), wordsOf(act('a', failed))]).toEqual(['Напишите, когда.', undefined]);
  });

  it.each(['said', 'text', 'words', 'identifiedBy'])('keeps what a moderator or a caller typed: %s', (field) => {
    const typed = { ...act('a', failed), variables: { input: { id: 'a', [field]: 'Паспорт показан.' } } };
    expect(wordsOf(typed)).toBe('Паспорт показан.');
  });

  it('offers the last done act for undoing, for its time alone', () => {
    const acts = [act('a', done(2, 1_000)), act('b', done(2, 2_000)), act('c', waiting)];
    expect(undoable(acts, 11_999, 10_000)?.item).toBe('b');
    expect(undoable(acts, 12_000, 10_000)).toBeUndefined();
    expect(undoable([...acts, act('d', failed)], 2_001, 10_000)).toBeUndefined();
    expect(undoable([...acts, { ...act('b', done(3, 2_000)), undoes: true }], 2_001, 10_000)).toBeUndefined();
  });
});
