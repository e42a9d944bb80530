import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import { importedLine } from './import-line.js';

const reading = {
  district: { id: 1, code: 'aldan', zone: 'Asia/Yakutsk' } as District,
  fingerprintKey: Buffer.alloc(32, 1),
  at: '2026-11-26T00:00:00.000Z',
};

it('truncates a label without splitting a surrogate pair', () => {
  const line = importedLine(JSON.stringify({ id: 1, text: 'Яма', theme: `${'а'.repeat(499)}🙂 и дальше` }), 1, reading);
  const { sourceTheme } = (line as { submitted: { sourceTheme: string } }).submitted;
  expect(sourceTheme).toHaveLength(500);
  expect(sourceTheme.isWellFormed()).toBe(true);
});

it('takes a topic of the district with its answers, which are no words of the text, and says what is wrong with another', () => {
  const topics = [{ code: 'heat', name: 'Отопление', questions: [{ code: 'days', text: 'Сколько дней?' }] }];
  const district = { ...reading.district, topics } as unknown as District;
  const read = (more: object) =>
    importedLine(JSON.stringify({ id: 1, text: 'Холодно', ...more }), 1, { ...reading, district });
  const given = { topic: 'heat', topicAnswers: [{ question: 'days', answer: 'Дольше' }] };
  expect(read(given)).toMatchObject({
    submitted: { text: 'Холодно', topic: 'heat', topicAnswers: '[{"question":"Сколько дней?","answer":"Дольше"}]' },
  });
  expect(read({ topic: 'gone' })).toMatchObject({ fault: { code: 'TOPIC_UNKNOWN', field: 'topic' } });
  expect(read({ topic: 'heat', topicAnswers: ['Дольше'] })).toMatchObject({ fault: { field: 'topicAnswers' } });
});
