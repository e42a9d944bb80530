import { t } from '../../../words/words.js';
import { itemsOf, textOf, textsOf, titleOf, type Item, type ListName, type Model } from './district-model.js';
import { nameOf } from './edited-yaml.js';

const SHOWN = 4;

/** A routing rule as one reads it aloud. */
export function ruleSentence(model: Model, rule: Item): string {
  const [words, without] = [textsOf(rule['words']), textsOf(rule['without'])];
  const places = textsOf(rule['settlements']).map((code) => named(model, 'settlements', code));
  const conditions = [
    words.length > 0 ? t('settings.sayWords', { words: listed(words) }) : t('settings.sayAnyText'),
    ...(without.length > 0 ? [t('settings.sayWithout', { words: listed(without) })] : []),
    ...(places.length > 0 ? [t('settings.sayPlaces', { places: places.join(', ') })] : []),
    ...(rule['channels'] === undefined ? [] : [t('settings.sayChannels')]),
  ];
  const topic = named(model, 'topics', textOf(rule['topic']));
  const department = named(model, 'departments', textOf(rule['department']));
  return t('settings.sayRule', { conditions: conditions.join(', '), topic, department });
}

function listed(words: readonly string[]): string {
  const said = words.slice(0, SHOWN).map((word) => `«${word}»`);
  const more = words.length - said.length;
  return said.join(t('settings.sayOr')) + (more > 0 ? t('settings.sayMore', { count: more }) : '');
}

function named(model: Model, list: ListName, code: string): string {
  const found = itemsOf(model, list).find((item) => nameOf(item) === code);
  return found ? titleOf(found) : code;
}
