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
    fold: '2eefda6d16187f83af5dbd4e487f93c861e71963f6cc9cc2f5bef2cdb2026ccb',
    webhooks: '8bbc4985a8d0d872233d3516ee6211eab643a28c2e9d345a503350c48e1a47e3',
    open311: '4e73e1fb4856ab249b7471cf003f3e53d11ee3febf9bcd62b91b0701ed16f70f',
    actions: '1c9507d6c80ec138990ab3a4ca455956472189b8c8b8e09486ef378f6ccbdca8',
  });
});

it('decides and refuses as it did before', () => {
  const outcomes = createHash('sha256').update(stories.map(({ outcomes }) => outcomes.join(' ')).join('\n'));
  expect(outcomes.digest('hex')).toBe('0483b76d1b2b46b0ef15a76b4001a5be76e26f7837c48517f48b8d56a22f905a');
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
