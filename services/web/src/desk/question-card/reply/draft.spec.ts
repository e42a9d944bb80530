import { describe, expect, it } from '@jest/globals';
import { isConflict, startingDraft, type Draft } from './draft.js';

const standing = { text: 'Ответ коллеги', outcome: 'EXPLAINED', version: 5 } as const;
const draft = (text: string, at: number, basedOn = 5): Draft => ({ text, outcome: '', basedOn, at });

describe('where writing goes on', () => {
  it('takes the later of what browser and server have kept', () => {
    expect(startingDraft(draft('браузер', 2), draft('сервер', 1), standing).text).toBe('браузер');
    expect(startingDraft(draft('браузер', 1), draft('сервер', 2), standing).text).toBe('сервер');
  });

  it('keeps an own text although a colleague has changed the response', () => {
    expect(startingDraft(draft('моё', 1, 3), undefined, standing)).toEqual(draft('моё', 1, 3));
  });

  it('begins with the text that was sent to approval when nothing is kept', () => {
    expect(startingDraft(undefined, undefined, standing)).toEqual({
      text: 'Ответ коллеги',
      outcome: 'EXPLAINED',
      basedOn: 5,
      base: 'Ответ коллеги',
      at: 0,
    });
  });

  it('begins with the text that was sent to approval when what is kept is empty', () => {
    expect(startingDraft(draft('', 7), undefined, standing).text).toBe('Ответ коллеги');
  });
});

describe('two who changed a text', () => {
  it('are told when the response went on and the texts differ', () => {
    expect(isConflict(draft('моё', 1, 4), standing)).toBe(true);
  });

  it('are not told when a note or a return changed the version alone', () => {
    expect(isConflict({ ...draft('моё', 1, 4), base: 'Ответ коллеги' }, standing)).toBe(false);
  });

  it('are not told while the response stands', () => {
    expect(isConflict(draft('моё', 1, 5), standing)).toBe(false);
  });

  it('are not told when both wrote the same', () => {
    expect(isConflict({ text: 'Ответ коллеги', outcome: 'EXPLAINED', basedOn: 4, at: 1 }, standing)).toBe(false);
  });

  it('are not told where nobody has written yet', () => {
    expect(isConflict({ ...draft('', 0, 4) }, standing)).toBe(false);
  });
});
