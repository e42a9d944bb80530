/** Words are alike where they begin so: endings say nothing. */
const BEGINNING = 5;
const WORD = /\p{L}{4,}/gu;

interface Read {
  readonly title: string;
  readonly text: string;
}

/**
 * Those with the most words of `asked` first, each word counting less the more of them have it; the others, and those that are
 * alike, stay in their order.
 */
export function byLikeness<Template extends Read>(templates: readonly Template[], asked: string): readonly Template[] {
  const words = beginningsOf(asked);
  const read = templates.map((template) => ({ template, of: beginningsOf(`${template.title} ${template.text}`) }));
  const weights = new Map([...words].map((word) => [word, weightOf(read.filter(({ of }) => of.has(word)).length)]));
  const likeness = (of: ReadonlySet<string>): number =>
    [...weights].reduce((sum, [word, weight]) => (of.has(word) ? sum + weight : sum), 0);
  return read
    .map(({ template, of }) => ({ template, likeness: likeness(of) }))
    .toSorted((one, other) => other.likeness - one.likeness)
    .map(({ template }) => template);
}

function beginningsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().replaceAll('ё', 'е').match(WORD) ?? [];
  return new Set(words.map((word) => word.slice(0, BEGINNING)));
}

function weightOf(having: number): number {
  return having === 0 ? 0 : 1 / having;
}
