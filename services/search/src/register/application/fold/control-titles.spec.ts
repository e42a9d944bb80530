import { expect, it } from '@jest/globals';
import { controlTitles } from './control-titles.js';

const put = (until: string, stream = 'q1') => ({ type: 'QuestionPutUnderControl', stream, data: { until } });
const off = { type: 'QuestionTakenOffControl', stream: 'q1', data: {} };
const other = { type: 'QuestionRouted', stream: 'q1', data: {} };
const said = (...history: Parameters<typeof controlTitles>[0]) => [...controlTitles(history, 'ru').values()];

it('says until which day, and of a control that runs already that it was prolonged', () => {
  expect(said(put('2026-12-10'), other, put('2026-12-20'))).toEqual([
    'Взято на контроль до 10.12.2026',
    'Контроль продлён до 20.12.2026',
  ]);
});

it('says of an earlier day that it was changed', () => {
  expect(said(put('2026-12-10'), put('2026-12-05'))[1]).toBe('Срок контроля изменён, до 05.12.2026');
});

it('begins again once the control was over, and for another question', () => {
  expect(said(put('2026-12-10'), off, put('2026-12-20'), put('2026-12-25', 'q2'))).toEqual([
    'Взято на контроль до 10.12.2026',
    'Взято на контроль до 20.12.2026',
    'Взято на контроль до 25.12.2026',
  ]);
});

it('is in the language of the reader', () => {
  expect([...controlTitles([put('2026-12-10')], 'en').values()]).toEqual(['Put under control until 10.12.2026']);
});
