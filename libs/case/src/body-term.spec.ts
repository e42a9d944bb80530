import { expect, it } from '@jest/globals';
import { askedFor, bodyTerm } from './body-term.js';

const zone = 'Asia/Yakutsk';
const ofLaw = { duty: 'ANSWER', dueOn: '2026-12-24', countedFrom: '2026-11-24', start: 'REGISTERED', zone } as const;
const longer = { ...ofLaw, dueOn: '2027-01-23', countedFrom: '2026-12-24', start: 'TERM_END' } as const;
const anew = { ...ofLaw, dueOn: '2027-01-14', countedFrom: '2026-12-15' } as const;

it('runs from the registration, also beside a term that was extended', () => {
  const term = { rule: 'BODY', duty: 'ANSWER', dueOn: '2026-12-20', countedFrom: '2026-11-24', zone };
  expect(bodyTerm({ deadline: ofLaw, deadlines: [ofLaw] }, '2026-12-20')).toEqual(term);
  expect(bodyTerm({ deadline: longer, deadlines: [ofLaw, longer] }, '2026-12-20')).toEqual(term);
  expect(bodyTerm({ deadline: ofLaw, deadlines: [ofLaw] }, '2026-12-24')).toBeUndefined();
  expect(bodyTerm({ deadline: ofLaw }, undefined)).toBeUndefined();
  expect(bodyTerm({}, '2026-12-20')).toBeUndefined();
});

it('is none of a question that is considered again where the day had passed by then', () => {
  const reopened = { deadline: anew, deadlines: [anew], reopened: 1 };
  expect(bodyTerm(reopened, '2026-12-10')).toBeUndefined();
  expect(askedFor(reopened, '2026-12-15')).toBeUndefined();
  expect(bodyTerm(reopened, '2026-12-25')).toMatchObject({ dueOn: '2026-12-25', countedFrom: '2026-12-15' });
  expect(askedFor({ deadline: ofLaw, deadlines: [ofLaw] }, '2026-11-20')).toBe('2026-11-20');
});
