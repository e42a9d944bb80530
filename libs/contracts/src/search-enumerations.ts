import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const WaveMarkKind = declareEnumeration('WaveMarkKind', 'What an official said of a wave of questions.', {
  SILENCED: { ru: 'не предупреждать до дня', en: 'no warning until a day' },
  NOT_A_WAVE: { ru: 'не волна', en: 'it is none' },
  WATCHED: { ru: 'снова предупреждать', en: 'warned of again' },
});
export type WaveMarkKind = ValueOf<typeof WaveMarkKind>;

export const SearchNewsWay = declareEnumeration(
  'SearchNewsWay',
  'How officials learn what is new in a saved search, beside the list of search and comparison.',
  {
    LETTER: { ru: 'утренним письмом', en: 'by the morning letter' },
    WEBHOOK: { ru: 'веб-хуками района', en: 'by the webhooks of the district' },
  },
);
export type SearchNewsWay = ValueOf<typeof SearchNewsWay>;
