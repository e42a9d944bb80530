import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const ReceptionWay = declareEnumeration('ReceptionWay', 'How one takes part in a reception in person.', {
  IN_PERSON: { ru: 'лично', en: 'in person' },
  VIDEO: { ru: 'по видеосвязи', en: 'by video link' },
});
export type ReceptionWay = ValueOf<typeof ReceptionWay>;

export const ReceptionState = declareEnumeration('ReceptionState', 'How far a reception in person has come.', {
  BOOKED: { ru: 'записан', en: 'booked' },
  CAME: { ru: 'пришёл', en: 'has come' },
  MISSED: { ru: 'не пришёл', en: 'has not come' },
  CANCELLED: { ru: 'отменён', en: 'cancelled' },
  ENDED: { ru: 'принят', en: 'was received' },
});
export type ReceptionState = ValueOf<typeof ReceptionState>;

export const ReceptionOutcome = declareEnumeration(
  'ReceptionOutcome',
  'What a reception in person led to (59-FZ art. 13).',
  {
    REGISTERED: {
      ru: 'обращение зарегистрировано',
      en: 'an appeal was registered; its own answer ends it, oral or written',
    },
    NOT_OURS: { ru: 'разъяснено, куда обратиться', en: 'explained where to turn to' },
    ANSWERED_BEFORE: { ru: 'отказано: ответ дан раньше', en: 'refused: it was answered before on its substance' },
  },
);
export type ReceptionOutcome = ValueOf<typeof ReceptionOutcome>;

export const receptionEnumerations = [ReceptionWay, ReceptionState, ReceptionOutcome] as const;
