/** Okapi BM25: how soon repetition stops to count, and how much a long text is held against itself. */
export const K1 = 1.2;
export const B = 0.75;

/** The weight of a word that occurs in `holding` of so many texts. */
export function rarity(texts: number, holding: number): number {
  return Math.log(1 + (Math.max(texts, holding) - holding + 0.5) / (holding + 0.5));
}

/** What is made of a word's rarity by its frequency in a text and the text's length beside the mean one. */
export function saturation(frequency: number, length: number, mean: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / Math.max(mean, 1)));
}
