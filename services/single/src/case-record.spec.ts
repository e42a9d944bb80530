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
    fold: '8edc1cf9ff25ea1b5c66499130d4621e4951ecfc87120418f02f49ca26785913',
    webhooks: '0acac63a5476283ce70ad86a87a9f5d6f0a0e08ab84a826115bf72a9d8afc6a6',
    open311: 'ec88404ae2cac5c9378ca5d02d6b82d8c0703e8951301a743ef608f4990b6b3e',
    actions: 'a60917d88c0c5a3441639a937b445f2b40a4599ef359385d4f21a69eef11c370',
  });
});

it('decides and refuses as it did before', () => {
  const outcomes = createHash('sha256').update(stories.map(({ outcomes }) => outcomes.join(' ')).join('\n'));
  expect(outcomes.digest('hex')).toBe('f1a80619bb5c735c443f57e23cc1edd81c58480a933c074cf44e34a9bdeefc5e');
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
