/** Derivational endings of dictionary forms, longest first. What is left is close to the root with its prefix. */
const ENDINGS = [
  ...['ировать', 'ирование', 'изировать', 'ированный', 'ествовать', 'енность', 'ительный', 'ительство'],
  ...['овать', 'евать', 'ывать', 'ивать', 'ование', 'евание', 'ывание', 'ивание', 'ельный', 'альный', 'ичный'],
  ...['ческий', 'еский', 'ский', 'ской', 'енный', 'анный', 'янный', 'ённый', 'очный', 'ечный', 'овый', 'евый', 'овка'],
  ...['ость', 'есть', 'ство', 'ение', 'ание', 'яние', 'ация', 'яция', 'иция', 'тель', 'щик', 'чик', 'ник', 'ница'],
  ...['нуть', 'ать', 'ять', 'ить', 'еть', 'ться', 'тись', 'ный', 'ной', 'ний', 'ный', 'кий', 'лый', 'тый', 'ый', 'ой'],
  ...['ий', 'ка', 'ок', 'ек', 'ец', 'ие', 'ия', 'ье', 'ья', 'ти', 'ть', 'а', 'я', 'о', 'е', 'ы', 'и', 'й', 'ь'],
].sort((one, other) => other.length - one.length);
const MIN_ROOT_LENGTH = 4;

/**
 * A coarse stem that derivations share: «ремонт», «ремонтировать», «ремонтный». Unrelated words share one too («парк»,
 * «парковка»): it may raise a text, never make it found. Empty for short words, which collide.
 */
export function stemOf(lemma: string): string {
  const reflexive = lemma.endsWith('ся') ? lemma.slice(0, -2) : lemma;
  let stem = reflexive;
  for (let cut = 0; cut < 2; cut += 1) {
    const ending = ENDINGS.find((one) => stem.length - one.length >= MIN_ROOT_LENGTH && stem.endsWith(one));
    if (!ending) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem.length >= MIN_ROOT_LENGTH ? stem : '';
}
