import Type from 'typebox';
import { declareEvent, LocalDate, oneOf, Personal } from './declare-event.js';
import { HandoverEnd } from './case-enumerations.js';

/*
 * A question that goes to another district of the platform (docs/adr/0024). The stream is the question's, in the district
 * that forwards; `to` and `times` name the handover: the code of the receiving district, and how many went there with it.
 */

const handover = { to: Type.String(), times: Type.Integer({ minimum: 1 }) };

/** An official takes the forwarding back. The question is considered again once its notice is cancelled, if it has not left yet. */
export const ForwardingWithdrawn = declareEvent('ForwardingWithdrawn', 1, {
  titles: { ru: 'Направление отзывается', en: 'The forwarding is taken back' },
  fields: { reason: Personal },
});

/** The applicant was notified: the matter is the receiving district's. Its intake opens one case of it. */
export const QuestionHandedOver = declareEvent('QuestionHandedOver', 1, {
  titles: { ru: 'Передано в другой район', en: 'Handed over to another district' },
  fields: {
    ...handover,
    /** The question's own text; absent: the whole appeal is handed over. */
    text: Type.Optional(Personal),
    /** Why it is theirs. */
    reason: Type.Optional(Personal),
  },
});

/** The receiving district has registered it. */
export const HandoverAccepted = declareEvent('HandoverAccepted', 1, {
  titles: { ru: 'Другой район зарегистрировал обращение', en: 'Registered by the other district' },
  fields: { ...handover, number: Type.String(), registeredOn: LocalDate },
});

/** The outcome there; no later event follows. */
export const HandoverEnded = declareEvent('HandoverEnded', 1, {
  titles: { ru: 'В другом районе рассмотрение окончено', en: 'The consideration in the other district ended' },
  fields: { ...handover, end: oneOf(HandoverEnd), endedOn: LocalDate },
});

/**
 * The applicant withdrew the consent here after the question was handed over: the receiving district is notified,
 * because it holds a copy.
 */
export const HandoverConsentWithdrawn = declareEvent('HandoverConsentWithdrawn', 1, {
  titles: {
    ru: 'Другому району сообщено, что согласие отозвано',
    en: 'The other district was notified that the consent is withdrawn',
  },
  fields: handover,
});
