import { describe, expect, it } from '@jest/globals';
import { filesOf, isConflict, lackOf, startingDraft, type Draft } from './draft.js';
import { nextBlank } from '../../../parts/tab-out.js';

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
  it('are announced when the response went on and the texts differ', () => {
    expect(isConflict(draft('моё', 1, 4), standing)).toBe(true);
  });

  it('are not announced when a note or a return changed the version alone', () => {
    expect(isConflict({ ...draft('моё', 1, 4), base: 'Ответ коллеги' }, standing)).toBe(false);
  });

  it('are not announced while the response is unchanged', () => {
    expect(isConflict(draft('моё', 1, 5), standing)).toBe(false);
  });

  it('are not announced when both wrote the same', () => {
    expect(isConflict({ text: 'Ответ коллеги', outcome: 'EXPLAINED', basedOn: 4, at: 1 }, standing)).toBe(false);
  });

  it('are not announced where no text was entered yet', () => {
    expect(isConflict({ ...draft('', 0, 4) }, standing)).toBe(false);
  });
});

describe('what keeps an answer from going to approval', () => {
  const own = { text: '', outcome: '', basedOn: 5, at: 1 } as const;
  const empty = { text: null, outcome: null, version: 5 };

  it('is its missing text, a field of the template, the missing outcome, in this order', () => {
    expect(lackOf({ ...own, text: '  ' }, empty)).toEqual({ is: 'TEXT' });
    const text = 'Вывезут до {{ срок }}, отвечает {{кто}}.';
    const field = { name: 'срок', start: 11, end: 21 };
    expect(lackOf({ ...own, text }, empty)).toEqual({ is: 'FIELD', field });
    expect(text.slice(field.start, field.end)).toBe('{{ срок }}');
    expect(lackOf({ ...own, text: 'Вывезут завтра.' }, empty)).toEqual({ is: 'OUTCOME' });
    expect(lackOf({ ...own, text: 'Вывезут завтра.', outcome: 'MEASURES_TAKEN' }, empty)).toBeUndefined();
  });

  it('is that the same text was sent already', () => {
    const sent = { ...standing, isSent: true };
    const same = { ...own, text: ' Ответ коллеги ', outcome: 'EXPLAINED' } as const;
    expect(lackOf(same, sent)).toEqual({ is: 'CHANGE' });
    expect(lackOf({ ...same, outcome: 'SUPPORTED' }, sent)).toBeUndefined();
    expect(lackOf({ ...same, text: 'Другой' }, sent)).toBeUndefined();
    expect(lackOf(same, { ...standing, isSent: false })).toBeUndefined();
  });

  it('is first of all that a colleague has changed it', () => {
    expect(lackOf({ ...own, basedOn: 3, text: 'Моё {{кто}}' }, standing)).toEqual({ is: 'MERGE' });
  });

  it('is no brace that belongs to the text', () => {
    expect(nextBlank('Дом {3}, корпус {{2}')).toBeUndefined();
  });
});

describe('the files of an answer', () => {
  const file = { id: 'f1', name: 'Схема.pdf', size: 9 };
  const sent = { text: 'Ответ', outcome: 'EXPLAINED', version: 5, isSent: true, files: [file] } as const;
  const same: Draft = { text: 'Ответ', outcome: 'EXPLAINED', basedOn: 5, base: 'Ответ', at: 1 };

  it('are those of the response until the official changes them', () => {
    expect(filesOf(same, sent)).toEqual([file]);
    expect(filesOf({ ...same, files: [] }, sent)).toEqual([]);
  });

  it('are a change that goes to approval, and the same ones are none', () => {
    expect(lackOf(same, sent)).toEqual({ is: 'CHANGE' });
    expect(lackOf({ ...same, files: [file] }, sent)).toEqual({ is: 'CHANGE' });
    expect(lackOf({ ...same, files: [] }, sent)).toBeUndefined();
  });
});
