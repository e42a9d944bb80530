/** Personal data that is never written by chance: each piece is found again in whatever holds it. */
const LETTERS = 'бвгджзклмн';
const KINDS = ['name', 'phone', 'email', 'address', 'number'] as const;

const wordOf = (at: number): string => `Щы${[...String(at)].map((digit) => `${LETTERS[Number(digit)]!}о`).join('')}`;
const digitsOf = (at: number, first: string): string => `${first}${String(at).padStart(8, '0')}`;

export class Planting {
  count = 0;

  name(): string {
    return `${wordOf(this.next())} Василий Николаевич`;
  }

  phone(): string {
    const digits = digitsOf(this.next(), '90');
    return `+7 ${digits.slice(0, 3)} ${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`;
  }

  email(): string {
    return `zqx${this.next()}@planted.example`;
  }

  address(): string {
    return `ул. ${wordOf(this.next())}ая, 12, кв. 3`;
  }

  number(): string {
    return `документ ${digitsOf(this.next(), '77')}`;
  }

  /** So many pieces, of every kind in turn. */
  words(count: number): string {
    return Array.from({ length: count }, () => this[KINDS[this.count % KINDS.length]!]()).join(', ');
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}

/** The pieces in a text, however their digits are written. */
export function leaksIn(text: string): readonly string[] {
  const digits = text.replace(/(?<=\d)[\s()\u00a0-]+(?=\d)/gu, '');
  return [
    ...(text.match(/щы(?:[бвгджзклмн]о)+/giu) ?? []),
    ...(text.match(/zqx\d+(?:@|%40|&#(?:64|x40);)planted/giu) ?? []),
    ...(digits.match(/(?<![\da-f])(?:7|8)?(?:90|77)0{3}\d{5}(?![\da-f])/giu) ?? []),
  ];
}
