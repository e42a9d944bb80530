import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import { chosenTopic } from './chosen-topic.js';
import { fromOfficial } from './submission-fields.js';

const district = {
  topics: [
    { code: 'PITS' },
    {
      code: 'HEAT',
      questions: [
        { code: 'days', text: 'Сколько дней?', options: ['Первый день', 'Дольше'] },
        { code: 'degrees', text: 'Сколько градусов?' },
      ],
    },
  ],
} as unknown as District;
const chosen = (topic?: string, ...topicAnswers: readonly { readonly question: string; readonly answer: string }[]) =>
  chosenTopic({ topic, topicAnswers }, district);
const answer = (question: string, said: string) => ({ question, answer: said });

it('keeps the topic, and each answer with the district’s own question', () => {
  expect(chosen()).toEqual({});
  expect(chosen('PITS')).toEqual({ topic: 'PITS' });
  const { topic, topicAnswers } = chosen('HEAT', answer('days', 'Дольше'), answer('degrees', ' 14 '));
  expect([topic, JSON.parse(topicAnswers!)]).toEqual([
    'HEAT',
    [answer('Сколько дней?', 'Дольше'), answer('Сколько градусов?', '14')],
  ]);
});

it.each([
  ['a topic that the district does not have', () => chosen('GONE'), 'TOPIC_UNKNOWN', 'input.topic'],
  ['answers without a topic', () => chosen(undefined, answer('days', 'Дольше')), 'BAD_INPUT', 'input.topicAnswers'],
  [
    'a question of another topic',
    () => chosen('PITS', answer('days', 'Дольше')),
    'BAD_INPUT',
    'input.topicAnswers.0.question',
  ],
  [
    'a question that is answered twice',
    () => chosen('HEAT', answer('degrees', '14'), answer('degrees', '15')),
    ...(['BAD_INPUT', 'input.topicAnswers.1.question'] as const),
  ],
  [
    'what is none of the options',
    () => chosen('HEAT', answer('days', 'Год')),
    'VALUE_MALFORMED',
    'input.topicAnswers.0.answer',
  ],
  ['an empty answer', () => chosen('HEAT', answer('degrees', ' ')), 'TEXT_EMPTY', 'input.topicAnswers.0.answer'],
])('refuses %s, and names the field', (_what, choose, code, path) => {
  expect(choose).toThrow(expect.objectContaining({ code, path }));
});

it('is kept of what an official enters, too, beside the text', () => {
  const sender = { kind: 'official', id: 'o', login: 'l', name: 'n', assignments: [] } as const;
  const ctx = { inDistrict: { ...district, settlements: [] }, sender, at: '2026-11-26T00:00:00.000Z' };
  const input = { district: 'aldan', key: 'k', channel: 'PAPER', text: 'Холодно', topic: 'HEAT' } as const;
  const entered = fromOfficial({ ...input, topicAnswers: [answer('days', 'Дольше')] }, ctx as never);
  expect(entered).toMatchObject({ text: 'Холодно', topic: 'HEAT' });
  expect(JSON.parse(entered.topicAnswers!)).toEqual([answer('Сколько дней?', 'Дольше')]);
});
