import Type from 'typebox';
import { BodyReaction, ReactionSource } from './case-enumerations.js';
import { Addressee } from './notice-enumerations.js';
import { declareEvent, LocalDate, oneOf, Personal, Uuid } from './declare-event.js';

/* A question that goes to other bodies, and what they do with it. The stream is the question's; `letter` names the body. */

/** Code of an organisation of the district's directory, of another district of the platform, or a body outside it with its address. */
const Body = Type.Object({
  /** Id of its covering letter, of which its page's link is made. */
  letter: Uuid,
  organisation: Type.Optional(Type.String()),
  district: Type.Optional(Type.String()),
  name: Type.String(),
  address: Type.Optional(Type.String()),
});

/** Decided: it goes to the competent bodies, and the applicant is notified (59-FZ art. 8(3), 8(5)). */
export const QuestionForwarded = declareEvent('QuestionForwarded', 1, {
  titles: { ru: 'Направляется по компетенции', en: 'Forwarded to the competent body' },
  fields: {
    to: Type.Array(Body),
    reason: Type.Optional(Personal),
    /** The question's own text; absent where it is the whole appeal. */
    text: Type.Optional(Personal),
    forwardedOn: LocalDate,
    /** The last day on which the bodies' pages open. */
    linksUntil: LocalDate,
    /** It stays under control until its end there is known. */
    keepControl: Type.Optional(Type.Boolean()),
    /** By this day the bodies are asked to tell how it ended. */
    awaitedOn: Type.Optional(LocalDate),
    /** Letters to the bodies that the complaint names, and of which it does not complain by the word of who forwards it. */
    notComplainedOf: Type.Optional(Type.Array(Uuid)),
    /** It ends by the proofs of its letters and of the notice; absent in facts from before that, which end by the notice alone. */
    endsByLetters: Type.Optional(Type.Boolean()),
  },
});

/** One of the letters of a forwarding left, and another one has not yet: the last proof ends the question (59-FZ art. 8(3)). */
export const ForwardingStepProved = declareEvent('ForwardingStepProved', 1, {
  titles: { ru: 'Отправлена часть писем о направлении', en: 'A part of the letters of the forwarding left' },
  fields: {
    /** The covering letter, or the notice to the applicant. */
    notice: Uuid,
    addressee: oneOf(Addressee),
    provedOn: LocalDate,
  },
});

/** What a body to which the question was forwarded did with it, by its page or as it wrote to the administration. */
export const BodyReacted = declareEvent('BodyReacted', 1, {
  titles: { ru: 'Сообщил орган, которому направлено', en: 'The body to which it was forwarded reacted' },
  fields: {
    letter: Uuid,
    reaction: oneOf(BodyReaction),
    source: oneOf(ReactionSource),
    /** Under which the body registered it. */
    number: Type.Optional(Type.String()),
    reactedOn: LocalDate,
    text: Type.Optional(Personal),
  },
  // The command of the body's page, by which it is known again.
  unpublished: { record: Type.Optional(Uuid) },
});

/** A body's page does not open any more. */
export const BodyLinkRevoked = declareEvent('BodyLinkRevoked', 1, {
  titles: { ru: 'Ссылка для органа отозвана', en: "The body's link was revoked" },
  fields: { letter: Uuid },
});

/** Every body gave it back as not its own: it is considered here again, and the clock of the law never stopped. */
export const QuestionTakenBack = declareEvent('QuestionTakenBack', 1, {
  titles: { ru: 'Органы вернули, вопрос снова у координатора', en: 'Given back by the bodies, considered here again' },
  fields: {},
});
