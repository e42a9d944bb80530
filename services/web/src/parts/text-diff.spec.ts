import { describe, expect, it } from '@jest/globals';
import { compareTexts } from './text-diff.js';

const shown = (before: string, after: string) =>
  compareTexts(before, after).map(({ runs }) =>
    runs.map(({ kind, text }) => (kind === 'SAME' ? text : kind === 'ADDED' ? `+${text}+` : `-${text}-`)).join(' '),
  );

describe('compareTexts', () => {
  it('marks nothing when the texts differ in blank lines alone', () => {
    expect(compareTexts('Один.\n\nДва.', 'Один.\nДва.\n').every(({ changed }) => !changed)).toBe(true);
  });

  it('marks the words that changed inside a paragraph and leaves the rest', () => {
    expect(shown('Журнал ведут утром и вечером.', 'Журнал ведут утром и ночью, он у входа.')).toEqual([
      'Журнал ведут утром и -вечером.- +ночью, он у входа.+',
    ]);
  });

  it('shows an inserted paragraph as added between equal ones', () => {
    expect(shown('Первый.\nТретий.', 'Первый.\nВторой.\nТретий.')).toEqual(['Первый.', '+Второй.+', 'Третий.']);
  });

  it('shows a removed paragraph as removed', () => {
    expect(shown('Первый.\nВторой.', 'Первый.')).toEqual(['Первый.', '-Второй.-']);
  });

  it('does not weave words of paragraphs that share almost none', () => {
    expect(shown('Стояки будут промыты скоро.', 'Родителям не начислят плату за холод.')).toEqual([
      '-Стояки будут промыты скоро.-',
      '+Родителям не начислят плату за холод.+',
    ]);
  });

  it('pairs a changed paragraph with its new form past an inserted one', () => {
    expect(shown('Мы промыли стояки вчера.', 'Здравствуйте.\nМы промыли стояки сегодня.')).toEqual([
      '+Здравствуйте.+',
      'Мы промыли стояки -вчера.- +сегодня.+',
    ]);
  });

  it('keeps every word of both texts', () => {
    const before = 'раз два три\nчетыре пять';
    const after = 'два раз три\nпять шесть';
    const runs = compareTexts(before, after).flatMap((paragraph) => paragraph.runs);
    const text = (...kinds: string[]) =>
      runs.flatMap((run) => (kinds.includes(run.kind) ? run.text.split(' ') : [])).join(' ');
    expect(text('SAME', 'REMOVED')).toBe(before.replace('\n', ' '));
    expect(text('SAME', 'ADDED')).toBe(after.replace('\n', ' '));
  });
});
