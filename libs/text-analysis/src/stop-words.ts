const WORDS = `а более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть
еще же за здесь и из или им их к как какой ко когда который кто ли либо мне может мы на над надо наш не него нее ни них но ну
о об однако он она они оно от очень по под при про с со свой так также такой там те тем то того тоже той только том тот ты у уже
хотя чего чей чем что чтобы чье чья эта эти это этот я`;
const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/));

/**
 * A word of nearly every text: it does not distinguish texts. «Нет» and «без» are none: «нет воды» is a complaint, and
 * «вода» is not.
 */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
