import Type from 'typebox';
import { LocalDate, oneOf, Uuid } from './declare-event.js';
import { NoticeKind } from './enumerations.js';

/** Subject of a notice: its kind and, where it is about one question, the question. */
export const matter = { kind: oneOf(NoticeKind), about: Type.Optional(Uuid) };

/** The number that the letter has in the district's outgoing series, whatever its way, and the day that it is dated. */
export const Outgoing = Type.Object({ number: Type.String(), on: LocalDate });
