import { addDays } from '@otklik/kernel';
import type { Circumstances } from './acts.fixture.js';

const SENDER = { kind: 'PROSECUTOR', body: 'Прокуратура района' };

/**
 * From whom it came: a prosecutor, who may ask for an answer and set a day, or the applicant. The number that a body gave its letter is
 * of the body, not of the person: it stays when the applicant is erased.
 */
export function sentOn({ chance, today }: Circumstances) {
  const letter = {
    ...SENDER,
    number: `7-${chance.integer(1, 999)}`,
    wantsAnswer: chance.happens(0.5),
    ...(chance.happens(0.8) && { term: addDays(today, chance.integer(0, 12)) }),
  };
  return { reason: 'Потому что так решено', ...(chance.happens(0.8) && { receivedFrom: letter }) };
}
