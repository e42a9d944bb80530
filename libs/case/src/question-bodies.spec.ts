import { expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import { forwardedTo } from './question-bodies.js';

function forwarded(notComplainedOf?: string[]) {
  const to = [
    { letter: 'l1', name: 'Ростехнадзор' },
    { letter: 'l2', name: 'Росреестр' },
  ];
  const days = { forwardedOn: '2026-11-26', linksUntil: '2027-01-25' };
  const data = { to, ...days, ...compact({ notComplainedOf }) };
  return forwardedTo(data, { at: '2026-11-26T03:00:00.000Z', by: 'coordinator' });
}

it('says by whom a body is not complained of, of those alone that were asked about', () => {
  expect(forwarded(['l2']).bodies).toMatchObject([{ letter: 'l1' }, { noComplaintBy: 'coordinator' }]);
  expect(forwarded(['l2']).bodies[0]).not.toHaveProperty('noComplaintBy');
  expect(forwarded().bodies.some((body) => 'noComplaintBy' in body)).toBe(false);
});
