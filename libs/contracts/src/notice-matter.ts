import Type from 'typebox';
import { oneOf, Uuid } from './declare-event.js';
import { NoticeKind } from './enumerations.js';

/** Subject of a notice: its kind and, where it is about one question, the question. */
export const matter = { kind: oneOf(NoticeKind), about: Type.Optional(Uuid) };
