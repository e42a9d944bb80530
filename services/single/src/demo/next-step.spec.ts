import { expect, it } from '@jest/globals';
import type { DemoAppeal, Goal } from './demo-appeal.js';
import { nextStep, type AppealProgress } from './next-step.js';

const appeal = (until: Goal): DemoAppeal => ({ name: 'a', district: 'aldan', until, text: 'текст', answer: 'ответ' });
const row = (changes: Partial<AppealProgress>): AppealProgress => ({
  id: 'appeal',
  regime: 'SOCIAL_MESSAGE',
  state: 'RECEIVED',
  version: 1,
  rating: null,
  questions: [],
  ...changes,
});
const question = (state: string, response: string | null): AppealProgress['questions'] => [
  {
    id: 'question',
    state,
    version: 3,
    response: response === null ? null : { id: 'response', state: response, version: 2 },
  },
];
const act = (until: Goal, standing: AppealProgress): unknown => {
  const next = nextStep(appeal(until), standing, { executor: () => ({ login: 'executor', id: 'an id' }) });
  return typeof next === 'string' ? next : `${next.by} ${next.mutation}`;
};

it.each<[Goal, Partial<AppealProgress>, string]>([
  ['RECEIVED', {}, 'done'],
  ['SPAM', {}, 'moderator markAsSpam'],
  ['WITHDRAWN', {}, 'resident withdrawAppeal'],
  ['RATED', {}, 'moderator takeUpMessage'],
  ['RATED', { regime: 'APPEAL_59FZ' }, 'registrar registerAppeal'],
  ['TAKEN_UP', { state: 'TAKEN_UP' }, 'done'],
  ['RATED', { state: 'REGISTERED' }, 'wait'],
  ['ROUTED', { state: 'REGISTERED', questions: question('ROUTED', null) }, 'done'],
  ['RATED', { state: 'REGISTERED', questions: question('ROUTED', null) }, 'coordinator assignExecutor'],
  ['RATED', { state: 'REGISTERED', questions: question('IN_WORK', 'OPEN') }, 'executor draftResponse'],
  ['RETURNED', { state: 'REGISTERED', questions: question('IN_WORK', 'OPEN') }, 'executor returnQuestion'],
  ['RETURNED', { state: 'REGISTERED', questions: question('RETURNED', 'OPEN') }, 'done'],
  ['SENT_BACK', { state: 'REGISTERED', questions: question('IN_WORK', 'DRAFTED') }, 'approver sendBackResponse'],
  ['RATED', { state: 'REGISTERED', questions: question('IN_WORK', 'DRAFTED') }, 'approver approveResponse'],
  ['RATED', { state: 'REGISTERED', questions: question('IN_WORK', 'APPROVED') }, 'signatory signResponse'],
  ['RATED', { state: 'REGISTERED', questions: question('IN_WORK', 'SIGNED') }, 'wait'],
  [
    'RATED',
    { state: 'REGISTERED', questions: question('IN_WORK', 'SIGNED'), calls: [{ id: 'notice', version: 1 }] },
    'registrar recordOralNotice',
  ],
  ['RATED', { state: 'REGISTERED', questions: question('OPEN', null) }, 'coordinator routeQuestion'],
  ['ANSWERED', { state: 'ANSWERED' }, 'done'],
  ['RATED', { state: 'ANSWERED' }, 'resident rateAppeal'],
  ['RATED', { state: 'ANSWERED', rating: 5 }, 'done'],
  ['ANSWERED', { state: 'ANSWERED', questions: question('ANSWERED', 'DISPATCHED'), publication: null }, 'done'],
])('on the way to %s, from %j: %s', (until, standing, expected) => {
  expect(act(until, row(standing))).toBe(expected);
});

it('publishes an answer by two officials, once it was rated', () => {
  const published = { title: 'Снег', matter: 'Когда уберут снег?' };
  const next = (until: Goal, standing: Partial<AppealProgress>): unknown =>
    nextStep({ ...appeal(until), published }, row({ state: 'ANSWERED', ...standing }), {
      executor: () => ({ login: 'executor', id: 'an id' }),
    });
  const questions = question('ANSWERED', 'DISPATCHED');
  expect(next('RATED', { questions })).toMatchObject({ mutation: 'rateAppeal' });
  expect(next('RATED', { questions, rating: 5 })).toMatchObject({
    mutation: 'proposePublication',
    by: 'coordinator',
    input: { ...published, text: 'ответ', ground: 'CIRCLE' },
  });
  expect(next('ANSWERED', { questions, publication: 'PROPOSED' })).toMatchObject({
    mutation: 'publishAnswer',
    by: 'head',
  });
  expect(next('ANSWERED', { questions, publication: 'PUBLISHED' })).toBe('done');
});
