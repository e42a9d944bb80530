import Type from 'typebox';
import { declareEvent, LocalDate, Personal, Uuid } from './declare-event.js';

/* Events of the Question stream about the parts of its co-executors: what each prepares for the answer, and that it is done. */

/** The co-executor, whose part it is: an official, or a department by its code. */
const coExecutor = { official: Type.Optional(Uuid), department: Type.Optional(Type.String()) };

/** What one co-executor prepares, in place of what he had to prepare before; without a text he has no part any more. */
export const CoExecutorPartGiven = declareEvent('CoExecutorPartGiven', 1, {
  titles: { ru: 'Соисполнителю поручена часть', en: 'A co-executor was given a part' },
  fields: {
    ...coExecutor,
    text: Type.Optional(Personal),
    /** His inner day. */
    until: Type.Optional(LocalDate),
  },
  /** Of the command that gave it, which makes giving it idempotent. */
  unpublished: { commandId: Uuid },
});

/** The co-executor says that his part is done; the question goes on as before. */
export const CoExecutorPartDone = declareEvent('CoExecutorPartDone', 1, {
  titles: { ru: 'Соисполнитель выполнил свою часть', en: 'A co-executor has done the part' },
  fields: { ...coExecutor, text: Type.Optional(Personal) },
});

export const coExecutorPartEvents = { CoExecutorPartGiven, CoExecutorPartDone } as const;
