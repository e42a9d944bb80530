import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const FoundOutcome = declareEnumeration(
  'FoundOutcome',
  'What an official decided about a message that was found.',
  {
    ANSWER_THERE: { ru: 'ответить там', en: 'to be answered there' },
    WRITE_AUTHOR: { ru: 'написать автору', en: 'its author is written to' },
    NOTE_ONLY: { ru: 'только учесть', en: 'noted' },
    NOT_OURS: { ru: 'не наше', en: 'no matter of the district' },
  },
);
export type FoundOutcome = ValueOf<typeof FoundOutcome>;

export const PlaceProblem = declareEnumeration('PlaceProblem', 'Why a public place is not read, or not to its end.', {
  CLOSED: { ru: 'стена закрыта: читать могут только участники', en: 'the wall is closed: only members may read it' },
  GONE: { ru: 'по этому адресу ничего нет', en: 'nothing is at this address' },
  NO_COMMUNITY: { ru: 'это страница человека, её не читают', en: 'this is a page of a person, which is never read' },
  LIMIT: { ru: 'сеть пока не даёт читать больше', en: 'the network lets us read no more for now' },
  TOKEN: { ru: 'ключ доступа не подходит', en: 'the access key is not accepted' },
  UNREACHABLE: { ru: 'сеть не отвечает', en: 'the network does not answer' },
  NO_ACCOUNT: {
    ru: 'страница района в этой сети не подключена, читать нечем',
    en: 'the district has no page in this network, so nothing can read it',
  },
});
export type PlaceProblem = ValueOf<typeof PlaceProblem>;
