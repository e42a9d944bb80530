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
    fold: '19b2f5968c944ce6b1243f1ffc42ee2c269d1a63cbda5af4ea0b51ad80359691',
    webhooks: 'eae5bda6781b3996d3b9ab857a0d58c260b6acbd625f8fa7d9b50341e52252f9',
    open311: 'fa0ed9aadff999596e363910fc56f31611f386c7ec13c9d2fb0e11127926b58a',
    actions: '182dfb7cb6cfc0d8763edaa9375041597b84344407ec53c3aded41cb81db4fc1',
  });
});

it('decides and refuses as it did before', () => {
  const outcomes = createHash('sha256').update(stories.map(({ outcomes }) => outcomes.join(' ')).join('\n'));
  expect(outcomes.digest('hex')).toBe('e70baae12742ad18bbbd8b8f657ffb6f6606e2682cb6aab4fcca8d94dfdafcec');
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
