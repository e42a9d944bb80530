import { expect, it } from '@jest/globals';
import { forwardedTo } from './question-bodies.js';

type Forwarded = Parameters<typeof forwardedTo>[0];

function forwarded(notComplainedOf?: string[]): Forwarded {
  const to = [
    { letter: 'l1', name: 'Ростехнадзор' },
    { letter: 'l2', name: 'Росреестр' },
  ];
  const days = { forwardedOn: '2026-11-26', linksUntil: '2027-01-25' };
  const data = { to, ...days, ...(notComplainedOf ? { notComplainedOf } : {}) };
  return {
    ...{ type: 'QuestionForwarded', at: '2026-11-26T03:00:00.000Z', actor: { kind: 'official', id: 'coordinator' } },
    data,
  } as unknown as Forwarded;
}

it('says by whom a body is not complained of, of those alone that were asked about', () => {
  expect(forwardedTo(forwarded(['l2'])).bodies).toMatchObject([{ letter: 'l1' }, { noComplaintBy: 'coordinator' }]);
  expect(forwardedTo(forwarded(['l2'])).bodies[0]).not.toHaveProperty('noComplaintBy');
  expect(forwardedTo(forwarded()).bodies.some((body) => 'noComplaintBy' in body)).toBe(false);
});
