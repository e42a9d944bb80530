import Type from 'typebox';
import { declareEvent, oneOf, Personal, Uuid } from './declare-event.js';
import { Regime } from './enumerations.js';

/** The case is kept past its term of storage: a court or a check asks for it. */
export const LegalHoldSet = declareEvent('LegalHoldSet', 1, {
  titles: { ru: 'Хранение продлено: дело не уничтожать', en: 'A legal hold was set' },
  fields: { reason: Personal },
});

export const LegalHoldLifted = declareEvent('LegalHoldLifted', 1, {
  titles: { ru: 'Запрет уничтожать снят', en: 'The legal hold was lifted' },
  fields: { reason: Personal },
});

/**
 * 152-FZ art. 9(2): publication ends, and so do messages that only the consent permits. The consideration of the appeal
 * continues, since its basis is the law (art. 6(1)2), and so do its notices.
 */
export const ConsentWithdrawn = declareEvent('ConsentWithdrawn', 1, {
  titles: { ru: 'Согласие на обработку данных отозвано', en: 'The consent to the processing was withdrawn' },
  fields: {
    person: Uuid,
    regime: oneOf(Regime),
    /** How it came, where an official recorded it. */
    reason: Type.Optional(Personal),
    /** For a case that was handed over to another district of the platform: the code of the receiving district. */
    from: Type.Optional(Type.String()),
  },
});
