import type { Mutant } from './mutants.js';

/** What a person gave is kept, shown and used. */
export const givenMutants: readonly Mutant[] = [
  {
    name: 'the topic that the applicant chose does not route',
    file: 'services/routing/src/application/district-routes.ts',
    find: 'chosenRoute(district, submission) ?? propose(submission)',
    replace: 'propose(submission) ?? chosenRoute(district, submission)',
    spec: 'services/routing/src/application/district-routes.spec.ts',
    test: 'goes first by the topic that the applicant chose',
  },
  {
    name: 'a topic is chosen that the district does not have',
    file: 'services/intake/src/adapters/chosen-topic.ts',
    find: "  if (!topic) throw new BadInput('TOPIC_UNKNOWN', 'input.topic');\n",
    replace: '  if (!topic) return {};\n',
    spec: 'services/intake/src/adapters/chosen-topic.spec.ts',
    test: 'refuses a topic that the district does not have',
  },
  {
    name: 'only topics with questions can be chosen',
    file: 'services/web/server/resident/write-page.tsx',
    find: '{topics.map((topic) => (\n              <option',
    replace: '{asking.map((topic) => (\n              <option',
    spec: 'services/web/server/resident/submission.spec.ts',
    test: 'is any of the district’s on the form',
  },
  {
    name: 'the point is not given back to who marked it',
    file: 'services/search/src/application/register/given-view.ts',
    find: 'const point = pointOf(opened(sealed));',
    replace: 'const point = pointOf(opened(undefined));',
    spec: 'services/search/src/application/register/resident-view.spec.ts',
    test: 'gives back all that the sender gave',
  },
  {
    name: 'the place is not in the letter to a body',
    file: 'services/notifications/src/application/given-beside-text.ts',
    find: "    ...(point === undefined ? [] : [letterText('COVERING.point', language, { point: point.replace(',', ', ') })]),\n",
    replace: '',
    spec: 'services/notifications/src/application/letter.spec.ts',
    test: 'gives a body the place, the point and the answers',
  },
  {
    name: 'the exact point goes to a server that may publish it',
    file: 'services/notifications/src/application/bodies/write-request.ts',
    find: '(closed ? degrees : Number(degrees.toFixed(PUBLIC_DIGITS)))',
    replace: 'degrees',
    spec: 'services/notifications/src/bodies.int.spec.ts',
    test: 'tells the point that was marked',
  },
  {
    name: 'a request outlives the answer',
    file: 'services/routing/src/domain/question-course.ts',
    find: '{ ...one, isOver: true as const }',
    replace: 'one',
    spec: 'services/routing/src/domain/question-information.decide.spec.ts',
    test: 'is over with the question’s end',
  },
];
