import { topicAnswersIn } from '@otklik/contracts/topic-answers';
import type { District } from '@otklik/tenancy';
import { dangerFinder } from '../domain/danger.js';
import type { Submitted } from './submit-appeal.js';

type Finder = ReturnType<typeof dangerFinder>;

const finders = new WeakMap<District, Finder>();

/** What looks urgent in the sender's words. What is brought over from another system was seen there. */
export function dangerIn(
  district: District,
  { channel, text, topicAnswers }: Pick<Submitted, 'channel' | 'text' | 'topicAnswers'>,
): ReturnType<Finder> {
  if (channel === 'IMPORT') return undefined;
  return finderOf(district)([text, ...topicAnswersIn(topicAnswers).map(({ answer }) => answer)].join('\n'));
}

/** Compiled once for as long as the directory holds the same version of the district. */
function finderOf(district: District): Finder {
  const known = finders.get(district);
  if (known) return known;
  const fresh = dangerFinder(district.policy.urgentWords ?? []);
  finders.set(district, fresh);
  return fresh;
}
