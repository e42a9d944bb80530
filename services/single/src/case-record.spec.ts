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
    fold: '6cc3be90ad6e16d49c2c9a5208ae275a7b10742abb1c03a1adee44972aac5267',
    webhooks: 'c31d6465a7f22d33ba88f5159147ee1efb9722bdb58d342609c5dc9ce91bff54',
    open311: 'b94f2341c2af9524742f6304d7068f8be3ae2642c90cd079ef23a38c3d2cbb96',
    actions: '817012c3cd6a101a375c62a246a14d1350b626e52236a29773a29e25e2fd5252',
  });
});

it('decides and refuses as it did before', () => {
  const outcomes = createHash('sha256').update(stories.map(({ outcomes }) => outcomes.join(' ')).join('\n'));
  expect(outcomes.digest('hex')).toBe('443ed01606ff9a62294e20f8a46f2ee2e5ea8f6005244966d580a44230b8a30a');
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
