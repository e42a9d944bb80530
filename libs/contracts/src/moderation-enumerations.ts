import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const SpamKind = declareEnumeration('SpamKind', 'Why a message is not considered.', {
  ADVERTISING: { ru: 'реклама', en: 'advertising' },
  TROLLING: { ru: 'оскорбления, травля', en: 'abuse, trolling' },
  BOT: { ru: 'бот, рассылка', en: 'bot, mass mailing' },
  NOT_A_QUESTION: { ru: 'не вопрос: благодарность, разговор', en: 'no question: thanks, talk' },
  OTHER: { ru: 'другое', en: 'something else' },
});
export type SpamKind = ValueOf<typeof SpamKind>;

export const Danger = declareEnumeration(
  'Danger',
  'Danger to life or health: it is handled at once, whatever its term.',
  {
    GAS: { ru: 'запах газа', en: 'smell of gas' },
    FIRE: { ru: 'пожар', en: 'fire' },
    WATER: { ru: 'вода: прорыв, подтопление', en: 'water: a burst pipe, a flood' },
    HEAT: { ru: 'нет тепла в мороз', en: 'no heating in the frost' },
    ELECTRICITY: { ru: 'оборванный провод, ток', en: 'a torn wire, electricity' },
    COLLAPSE: { ru: 'обрушение, открытый люк', en: 'a collapse, an open manhole' },
    PERSON: { ru: 'угроза человеку', en: 'a threat to a person' },
    OTHER: { ru: 'другая опасность', en: 'another danger' },
  },
);
export type Danger = ValueOf<typeof Danger>;

export const SourceFate = declareEnumeration('SourceFate', 'What happened to a message in its network.', {
  EDITED: { ru: 'изменено автором', en: 'edited by its author' },
  REMOVED: { ru: 'удалено в сети', en: 'removed in the network' },
});
export type SourceFate = ValueOf<typeof SourceFate>;

export const Urgency = declareEnumeration('Urgency', 'Whether a message tells of danger to life.', {
  DECLARED: { ru: 'срочно', en: 'urgent' },
  PROPOSED: { ru: 'похоже на срочное', en: 'looks urgent' },
});
export type Urgency = ValueOf<typeof Urgency>;
