import Type from 'typebox';
import { deadlineFields, missedFields, nearFields } from './deadline.js';
import { declareEvent, LocalDate, oneOf, Uuid } from './declare-event.js';
import { DeadlineReason } from './enumerations.js';

/* Terms of a question and their warnings. Facts of the question's stream. */

/** A term of a rule with everything from which it was counted: recorded once, never moved by a later policy. */
export const DeadlineSet = declareEvent('DeadlineSet', 1, {
  titles: { ru: 'Установлен срок', en: 'Deadline set' },
  fields: {
    ...deadlineFields,
    /** Why it takes the place of an earlier one of the same rule and event; absent where it is the first of them. */
    reason: Type.Optional(oneOf(DeadlineReason)),
    /** The last day of the one before. */
    before: Type.Optional(LocalDate),
  },
});

/** Who had the question when a warning of its term was due: codes and ids, absent where it was unassigned. */
const holder = { department: Type.Optional(Type.String()), executor: Type.Optional(Uuid) };

/** Of the term of another body: the request that it was given with. */
const ofRequest = { request: Type.Optional(Uuid) };

/** So much of a term has passed, in percent; the district says when it wants to know. */
export const DeadlineNear = declareEvent('DeadlineNear', 1, {
  titles: { ru: 'Срок близок', en: 'The deadline is near' },
  fields: { ...nearFields, ...ofRequest, ...holder },
});

/** The term has ended, and the question has not. */
export const DeadlineMissed = declareEvent('DeadlineMissed', 1, {
  titles: { ru: 'Срок пропущен', en: 'The deadline was missed' },
  fields: { ...missedFields, ...ofRequest, ...holder },
});
