import type { AskedWord, Query, Side } from './query.js';

/** A side that is being read. */
interface OpenSide {
  readonly words: AskedWord[];
  readonly phrases: string[][];
  /** What stood in brackets on it. */
  readonly choices: (readonly Side[])[];
}

/** More than this no person types; the rest is left aside. */
const MAX_SIDES = 16;
const MAX_WORDS = 32;

/** The sides of «или» as they are read: those of the whole query, and those within brackets, which do not nest. */
export class OpenSides {
  private readonly outer: OpenSide[] = [openSide()];
  private inner: OpenSide[] | undefined;
  private room = MAX_WORDS;

  add(words: readonly AskedWord[]): void {
    const taken = words.slice(0, this.room);
    this.room -= taken.length;
    this.side.words.push(...taken);
  }

  addPhrase(words: readonly string[]): void {
    this.side.phrases.push([...words]);
  }

  /** `|`, `(` or `)`; one that makes no sense here means nothing. */
  sign(sign: string): void {
    if (sign === '|') (this.inner ?? this.outer).push(openSide());
    else if (sign === '(') this.inner ??= [openSide()];
    else this.close();
  }

  closed(): Pick<Query, 'words' | 'phrases' | 'choices'> {
    this.close();
    const sides = this.outer.filter(saysAnything);
    const [first = openSide()] = sides;
    if (sides.length < 2) return first;
    return { words: [], phrases: [], choices: [sides.flatMap(multipliedOut).slice(0, MAX_SIDES)] };
  }

  /** What is read now belongs to it. */
  private get side(): OpenSide {
    return (this.inner ?? this.outer).at(-1)!;
  }

  private close(): void {
    const sides = this.inner?.filter(saysAnything) ?? [];
    this.inner = undefined;
    const [first] = sides;
    if (first && sides.length < 2) {
      this.side.words.push(...first.words);
      this.side.phrases.push(...first.phrases);
    } else if (first) this.side.choices.push(sides.map(({ words, phrases }) => ({ words, phrases })));
  }
}

function openSide(): OpenSide {
  return { words: [], phrases: [], choices: [] };
}

function saysAnything({ words, phrases, choices }: OpenSide): boolean {
  return words.length + phrases.length + choices.length > 0;
}

/** «а (б | в)» is «а б» or «а в». */
function multipliedOut({ words, phrases, choices }: OpenSide): readonly Side[] {
  let sides: readonly Side[] = [{ words, phrases }];
  for (const choice of choices)
    sides = sides.flatMap((one) => choice.map((other) => joined(one, other))).slice(0, MAX_SIDES);
  return sides;
}

function joined(one: Side, other: Side): Side {
  return { words: [...one.words, ...other.words], phrases: [...one.phrases, ...other.phrases] };
}
