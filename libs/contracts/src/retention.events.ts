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
 * 152-FZ art. 9(2): publication ends, and what is told by that consent alone. An appeal is considered on, whose basis is the law
 * (art. 6(1)2), and its notices go on.
 */
export const ConsentWithdrawn = declareEvent('ConsentWithdrawn', 1, {
  titles: { ru: 'Согласие на обработку данных отозвано', en: 'The consent to the processing was withdrawn' },
  fields: {
    person: Uuid,
    regime: oneOf(Regime),
    /** How it came, where an official recorded it. */
    reason: Type.Optional(Personal),
    /** Of a case that another district of the platform handed over: the code of the district to which it was told. */
    from: Type.Optional(Type.String()),
  },
});
