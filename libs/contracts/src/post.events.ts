import Type from 'typebox';
import { declareEvent, LocalDate, oneOf, Uuid } from './declare-event.js';
import { LetterOutcome, PostalProof } from './notice-enumerations.js';
import { matter } from './notice-matter.js';

/* Events of the Notice stream that say what became of a letter on paper after it had left. They end nothing: its posting did. */

const letter = {
  ...matter,
  /** Which of the notice's postings it is about: 1, 2 … */
  posting: Type.Integer({ minimum: 1 }),
  proof: oneOf(PostalProof),
};

export const LetterDelivered = declareEvent('LetterDelivered', 1, {
  titles: { ru: 'Письмо вручено', en: 'The letter was delivered' },
  fields: { ...letter, deliveredOn: LocalDate },
  /** Id of the record, which makes recording it idempotent. */
  unpublished: { record: Uuid },
});

/** It came back. Where the notice is still owed, `NoticeFailed` follows with its next way. */
export const LetterReturned = declareEvent('LetterReturned', 1, {
  titles: { ru: 'Письмо вернулось', en: 'The letter came back' },
  fields: { ...letter, outcome: oneOf(LetterOutcome), returnedOn: LocalDate },
  /** Id of the record, which makes recording it idempotent. */
  unpublished: { record: Uuid },
});
