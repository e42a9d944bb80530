import { expect, it } from '@jest/globals';
import type { QuestionPart } from '@otklik/case/question';
import type { PublishedAppeal } from '@otklik/case/appeal';
import { askedBy, earliest, sentBy } from './sent-on.js';

const sent = (term?: string) =>
  ({ received: { receivedFrom: { kind: 'PROSECUTOR', ...(term && { term }) } } }) as unknown as PublishedAppeal;
const ofLaw = { rule: 'ANS', dueOn: '2026-12-24', workBy: '2026-12-23', zone: 'Asia/Yakutsk' };
const open = { state: 'IN_WORK' } as const;

it('is due by the earlier of the term of the law and that of the body, as long as the question is open', () => {
  const asked = { rule: 'BODY', dueOn: '2026-12-10', workBy: '2026-12-10', zone: 'Asia/Yakutsk' };
  expect(earliest(ofLaw, open, sent('2026-12-10'))).toEqual(asked);
  expect(earliest(ofLaw, open, sent('2026-12-25'))).toBe(ofLaw);
  expect(earliest(ofLaw, open, sent('2026-12-24'))).toBe(ofLaw);
  expect(earliest(ofLaw, open, sent())).toBe(ofLaw);
  expect(earliest(ofLaw, { state: 'ANSWERED' }, sent('2026-12-10'))).toBe(ofLaw);
  const again = { state: 'IN_WORK', reopened: 1, deadline: { ...ofLaw, countedFrom: '2026-12-12' } };
  expect(earliest(ofLaw, again as unknown as QuestionPart, sent('2026-12-10'))).toBe(ofLaw);
  expect(earliest(undefined, open, sent('2026-12-10'))).toBeUndefined();
});

it('came of the applicant where no body sent it on', () => {
  expect([sentBy(sent()), sentBy({}), askedBy({}), askedBy(sent('2026-12-10'))]).toEqual([
    'PROSECUTOR',
    'APPLICANT',
    undefined,
    '2026-12-10',
  ]);
});
