import { expect, it } from '@jest/globals';
import { evolveCase, noCase, type Case } from '@otklik/case/case';
import { caseFacts, type CaseField } from '@otklik/case/case-facts';
import type { CaseFact } from '@otklik/case/events';
import { isRegisterFact } from '@otklik/search/published-actions';
import type { District } from '@otklik/tenancy';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { recordOf } from './case-record.fixture.js';
import { begun, DEPARTMENTS, received, step } from './case-steps.fixture.js';
import { storyOf } from './case-story.fixture.js';

const district = {
  id: 1,
  departments: DEPARTMENTS.map((code) => ({ id: `id-${code}`, code, name: code })),
} as unknown as District;

const random = fc.tuple(received, begun, fc.array(step, { maxLength: 60, size: 'max' }));
/** The same cases in every run. */
const stories = fc
  .sample(random, { seed: 42, numRuns: 500 })
  .map(([of, first, more]) => storyOf(of, [...first, ...more]));
const cases: readonly (readonly CaseFact[])[] = stories.map(({ facts }) => facts.filter(isRegisterFact));

it('means to every reader what it meant before', () => {
  // Another fold is another form of stored rows: the register's version grows with it.
  expect(recordOf(cases, district)).toEqual({
    fold: '9e638cec3f27ab6b7576e5e63e24519972a62540653a2f1a293e67eb169cdf8d',
    webhooks: 'eabf499ee104881a6ffcf0aad898185ddd4d705a6f26d3dce26e89100ecb0d77',
    open311: '436b4d5608762cb01795bbd16bfa2acc28540ba5c9a3cf6f71f25935ceaef34f',
    actions: '691f2c68530162270e7aa2acca703d01c396d7def099e7ad780f3fee5e26a8c7',
  });
});

it('decides and refuses as it did before', () => {
  const outcomes = createHash('sha256').update(stories.map(({ outcomes }) => outcomes.join(' ')).join('\n'));
  expect(outcomes.digest('hex')).toBe('71083c9e378de86abd4dd2548efbc698eca661af04b2a9630164ef71b7158313');
});

const folded = cases.map((facts) => {
  const whole = facts.reduce(evolveCase, noCase);
  return { facts, whole, fields: new Set(fieldsOf(whole)) };
});

/** Fields of each part that the cases hold. */
const fields = [...new Set(folded.flatMap((one) => [...one.fields]))];

it.each(fields)('%s of a case that is cut after each event is that of the whole case', (field) => {
  const cut = caseFacts([field]);
  for (const { facts, whole } of folded.filter((one) => one.fields.has(field)).slice(0, 40)) {
    expect(facts.reduce((kept, fact) => cut(evolveCase(kept, fact)), noCase)).toEqual(cut(whole));
  }
});

it('keeps nothing undeclared', () => {
  const cut = caseFacts(['appeal.received.receipt', 'question.department']);
  const { appeal, questions, responses } = cut(folded[0]!.whole);
  expect(appeal).toEqual({
    version: appeal.version,
    supplements: [],
    withdrawn: appeal.withdrawn,
    erased: appeal.erased,
    received: { receipt: 'R' },
  });
  for (const question of Object.values(questions)) {
    expect(Object.keys(question).filter((name) => !['version', 'state', 'department'].includes(name))).toEqual([]);
  }
  for (const response of Object.values(responses)) expect(response.draft).toBeUndefined();
});

function fieldsOf({ appeal, questions, responses, notices }: Case): readonly CaseField[] {
  const of = (name: string, parts: readonly object[]) =>
    parts.flatMap((part) => Object.keys(part).map((key) => `${name}.${key}` as CaseField));
  return [
    ...of('appeal', [appeal]),
    ...of('appeal.received', [appeal.received ?? {}]),
    ...of('question', Object.values(questions)),
    ...of('response', Object.values(responses)),
    ...of('notice', Object.values(notices)),
  ];
}
