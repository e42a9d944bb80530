import { declareEvent, Personal } from './declare-event.js';

/** The case is kept past its term of storage: a court or a check asks for it. */
export const LegalHoldSet = declareEvent('LegalHoldSet', 1, {
  titles: { ru: 'Хранение продлено: дело не уничтожать', en: 'A legal hold was set' },
  fields: { reason: Personal },
});

export const LegalHoldLifted = declareEvent('LegalHoldLifted', 1, {
  titles: { ru: 'Запрет уничтожать снят', en: 'The legal hold was lifted' },
  fields: { reason: Personal },
});
