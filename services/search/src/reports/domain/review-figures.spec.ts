import { describe, expect, it } from '@jest/globals';
import { figuresOf, keptNumbers } from './review-figures.js';

describe('its figures', () => {
  const line = (code: string, now: number) => ({ code, title: code, now, was: 0 });
  const first = [
    { code: 'VOLUME', title: 'Сколько', lines: [line('APPEALS', 212), line('QUESTIONS', 230)] },
    { code: 'TERMS', title: 'Сроки', lines: [line('ANSWERED', 200), line('KEPT', 195), line('LATE', 5)] },
  ];
  const figures = { appeals: 212, questions: 230, answered: 200, inTime: 195, late: 5 };

  it('are kept with it, so that later names of tables and lines lose none', () => {
    const renamed = [{ code: 'INCOMING', title: 'Сколько', lines: [line('ALL', 212)] }];
    const kept = keptNumbers(JSON.stringify({ figures, tables: renamed }));
    expect(kept).toEqual({ figures, tables: renamed });
  });

  it('are found in the tables of the first editions, which were kept without them', () => {
    expect(keptNumbers(JSON.stringify(first))).toEqual({ figures, tables: first });
  });

  it('are none where a line is not there', () => {
    expect(figuresOf([])).toEqual({ appeals: 0, questions: 0, answered: 0, inTime: 0, late: 0 });
  });
});
