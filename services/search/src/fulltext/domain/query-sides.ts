import type { AskedWord, Query, Side } from './query.js';

/** A side that is being read. */
interface OpenSide {
  readonly words: AskedWord[];
  readonly phrases: string[][];
  /** What stood in brackets on it. */
  readonly choices: (readonly Side[])[];
}

/** More than this no person types; the rest is left aside, and said to be. */
const MAX_SIDES = 16;
const MAX_WORDS = 32;

/** The sides of «или» as they are read: those of the whole query, and those within brackets, which do not nest. */
export class OpenSides {
  private readonly outer: OpenSide[] = [openSide()];
  private inner: OpenSide[] | undefined;
  private room = MAX_WORDS;
  private isCut = false;

  add(words: readonly AskedWord[]): void {
    const taken = words.slice(0, this.room);
    if (taken.length < words.length) this.isCut = true;
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

  closed(): Pick<Query, 'words' | 'phrases' | 'choices' | 'isCut'> {
    this.close();
    const sides = this.outer.filter(saysAnything);
    const [first = openSide()] = sides;
    const choices = sides.length < 2 ? first.choices : [sides.flatMap(multipliedOut)];
    const isCut = this.isCut || choices.some((choice) => choice.length > MAX_SIDES);
    const kept = { choices: choices.map((choice) => choice.slice(0, MAX_SIDES)), ...(isCut && { isCut }) };
    return sides.length < 2
      ? { words: first.words, phrases: first.phrases, ...kept }
      : { words: [], phrases: [], ...kept };
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

/** «а (б | в)» is «а б» or «а в»; not many more than are kept. */
function multipliedOut({ words, phrases, choices }: OpenSide): readonly Side[] {
  let sides: readonly Side[] = [{ words, phrases }];
  for (const choice of choices)
    sides = sides.flatMap((one) => choice.map((other) => joined(one, other))).slice(0, MAX_SIDES + 1);
  return sides;
}

function joined(one: Side, other: Side): Side {
  return { words: [...one.words, ...other.words], phrases: [...one.phrases, ...other.phrases] };
}
