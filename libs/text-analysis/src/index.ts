export { corrected, type CountedWord } from './spelling.js';
export { stemOf } from './stem.js';
export { isStopWord } from './stop-words.js';
export { inOneAlphabet } from './one-alphabet.js';
export { folded, tokenise, type Token } from './tokens.js';
export { edits, likeness, likenessTo, trigrams } from './trigrams.js';
export {
  analyser,
  type Analyse,
  type AnalysedWord,
  type Morphology,
  type Reading,
  type WeightedForm,
} from './word-analysis.js';
export { maskPersonalData, personalPlaces, type PersonalPlace } from './personal-data/personal-data.js';
export { plainDigits } from './personal-data/folded-text.js';
export { isStreetName } from './personal-data/addresses.js';
export { isGivenName, isPatronymic, isSurnameLike, isSurnameForm, nameStem } from './personal-data/person-name.js';
export type { Lexicon, PersonalKind } from './personal-data/found.js';
export { holdsPersonalData, sayableOf, unsayablePlaces, type Sayable } from './public-text.js';
export { isPlaceInitial, placeWords } from './place-words.js';
export { synonymsOf, type SynonymGroup, type Synonyms, type SynonymSpan } from './synonyms.js';
export {
  compilePattern,
  parsePattern,
  patternFault,
  PatternError,
  readText,
  type Language,
  type ReadText,
  type TextPattern,
} from './text-pattern.js';
export {
  learned,
  learning,
  proposedChoices,
  type Chosen,
  type LearnedChoice,
  type LearnedWeights,
  type Learning,
  type ProposedChoice,
} from './learned/learned-choice.js';
export { distance, separatingPlane, type Plane, type PlaneExample } from './learned/separating-plane.js';
export type { WeighedText } from './learned/weighed-text.js';
