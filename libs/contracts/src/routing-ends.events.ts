import Type from 'typebox';
import { declareEvent, Instant, LocalDate, oneOf, Personal, Uuid, Zone } from './declare-event.js';
import { Outcome, QuestionEnd, UnansweredGround } from './enumerations.js';

/** At a reception in person the applicant agreed to the oral answer: its record in the card ends the question (59-FZ art. 13(3)). */
export const OralAnswerRecorded = declareEvent('OralAnswerRecorded', 1, {
  titles: { ru: 'На приёме дан устный ответ', en: 'Answered orally at the reception' },
  fields: {
    text: Personal,
    outcome: oneOf(Outcome),
    answeredBy: Uuid,
    answeredAt: Instant,
    /** The day of the reception; absent in events of 0.1.0, as what follows. */
    receivedOn: Type.Optional(LocalDate),
    /** The official said so, and the applicant agreed to the oral answer. */
    factsPlain: Type.Optional(Type.Boolean()),
  },
});

/** Decided by the head: no answer on the merits (59-FZ art. 11). */
export const QuestionLeftUnanswered = declareEvent('QuestionLeftUnanswered', 1, {
  titles: { ru: 'Решено не отвечать по существу', en: 'Left without an answer on the merits' },
  fields: {
    ground: oneOf(UnansweredGround),
    /** With REPEAT: the questions that were answered before. */
    earlier: Type.Array(Uuid),
    /** With PUBLISHED: the address of the published answer. */
    address: Type.Optional(Type.String()),
    reason: Type.Optional(Personal),
  },
});

/** By the proof of the notice that the end demands, or at once where it demands none: the clock stops. */
export const QuestionEnded = declareEvent('QuestionEnded', 1, {
  titles: { ru: 'Рассмотрение вопроса окончено', en: 'The consideration of the question ended' },
  fields: {
    end: oneOf(QuestionEnd),
    /** Of one that was left without an answer. */
    ground: Type.Optional(oneOf(UnansweredGround)),
    notice: Type.Optional(Uuid),
    endedOn: LocalDate,
    zone: Zone,
  },
});
