import { mulberry32 } from '@otklik/kernel';

/** Words that stand in nearly every appeal, the commonest first. */
const COMMON =
  `в и на не по с у нас что это дом улица дорога просим двор вода прошу когда ремонт адрес подъезд человек год
район город посёлок снег мусор свет яма школа больница автобус тротуар крыша фонарь отопление уборка площадка контейнер
остановка врач ребёнок асфальт тепло батарея администрация компания проблема вопрос ответ меры`.split(/\s+/);

const SYLLABLES =
  `ба бер бо ва вел во га гор да дер до жа же за зор ка кар ко кра ла лес ло ма мел мо на не но па пер по ра рев
ро са сер со ста та тер то тра ха хо ца че чу ша ши ще фа фо`.split(/\s+/);
const CONSONANTS = [...'бвгдзклмнпрст'];

/** Endings of a kind of word, the commonest first: such that the dictionary guesses one word behind all of them. */
const PARADIGMS = [
  ['ость', 'ости', 'остью', 'остей', 'остям'],
  ['ный', 'ная', 'ные', 'ного', 'ных', 'ной', 'ном', 'ным', 'ному', 'ными'],
  ['ение', 'ения', 'ении', 'ений', 'ением', 'ению'],
  ['ировать', 'ирует', 'ировали', 'ируют', 'ировал'],
  ['ский', 'ская', 'ские', 'ского', 'ских', 'ской', 'ском'],
  ['ник', 'ника', 'ники', 'ников', 'нику', 'ником', 'никам'],
];

interface Lexeme {
  readonly stem: string;
  readonly endings: readonly string[];
}

const LEXEMES = 30_000;
const TYPICAL_WORDS = 55;

/** Texts whose words are as unevenly common as in a language (Zipf): some tens of thousands of words, each in many forms. */
export interface TextSource {
  /** A word of this place among the lexemes, 0 the commonest, in some form. */
  word(place: number): string;
  /** An appeal's length: 15 to some 200 words. */
  text(): string;
}

export function generatedTexts(seed: number): TextSource {
  const random = mulberry32(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const lexemes = madeLexemes(pick, random);
  const upTo = cumulated(lexemes.length);
  const word = (place: number): string => {
    const { stem, endings } = lexemes[place]!;
    return stem + endings[Math.floor(random() ** 2 * endings.length)]!;
  };
  return {
    word,
    text() {
      const skew = (random() + random() + random()) / 1.5 - 1;
      const length = Math.max(15, Math.round(TYPICAL_WORDS * Math.exp(skew * 1.3)));
      return Array.from({ length }, () => word(placeOf(upTo, random()))).join(' ');
    },
  };
}

function madeLexemes(pick: <Value>(values: readonly Value[]) => Value, random: () => number): readonly Lexeme[] {
  const made = new Map<string, Lexeme>(COMMON.map((stem) => [stem, { stem, endings: [''] }]));
  while (made.size < LEXEMES) {
    const syllables = 2 + Math.floor(random() * 2.6);
    const stem = Array.from({ length: syllables }, () => pick(SYLLABLES)).join('') + pick(CONSONANTS);
    made.set(stem, { stem, endings: pick(PARADIGMS) });
  }
  return [...made.values()];
}

/** Shares of the words by their place, added up. */
function cumulated(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place += 1) sums[place] = sum += (place + 3) ** -1.25;
  return sums.map((one) => one / sum);
}

function placeOf(upTo: Float64Array, share: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! < share) low = middle + 1;
    else high = middle;
  }
  return low;
}
