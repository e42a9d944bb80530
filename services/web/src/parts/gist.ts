const MAX_GIST = 160;
/** A longer first sentence is a story: what is asked may be a later one. */
const MAX_STORY = 120;

/** Sentences that say nothing of what it is about: a greeting, whom it is written to, who writes, that measures are asked for. */
const EMPTY = [
  /^(?:здравствуйте|добр(?:ый|ое|ого) (?:день|утро|вечер|дня|времени суток)|привет(?:ствую)?|дорообо)(?:,? (?:уважаем|господ|коллег|всем|администраци|глубокоуважаем)[^.!?]{0,80})?[.!?]+$/iu,
  /^(?:глубоко)?уважаем(?:ый|ая|ые)[^.?]{0,80}[.!]+$/iu,
  /^(?:меня зовут|мо[йяё] (?:имя|фамилия)|пишет вам|к вам обращается|вам пишут?)(?![а-яё])[^?]{0,160}[.!…]+$/iu,
  /^(?:я|мы), [^?]{0,120}(?:прожива|зарегистрирован|жител)[^?]{0,120}[.!…]+$/iu,
  /^(?:прожива[юе]м?|мой адрес|телефон|тел\.)(?![а-яё])[^?]{0,120}[.!…]+$/iu,
  /^(?:очень |убедительно )?(?:прошу|просим)(?: вас)? (?:принять меры|помочь|разобраться|рассмотреть|содействия|внимания|помощи|откликнуться)(?: (?:мо[её]|наше|это|данное) (?:обращение|письмо|заявление|вопрос))?[.!]+$/iu,
  /^(?:обраща(?:юсь|емся) к вам|пишу вам)(?: с (?:просьбой|жалобой|вопросом))?[.!:]+$/iu,
  /^(?:помогите|спасите|сколько можно|доколе|опять одни обещания|заранее спасибо|спасибо)[^.?!]{0,20}[.!?…]+$/iu,
  /^(?:у меня|есть) (?:такой |один |к вам )?вопрос[.!:?]+$/iu,
];
/** What is before the matter in the same sentence: «Здравствуйте, …», «Подскажите, пожалуйста, …». */
const LEAD =
  /^(?:(?:здравствуйте|добр(?:ый|ое) (?:день|утро|вечер))\s*,\s*|(?:скажите|подскажите|ответьте|объясните)(?:\s*,?\s*пожалуйста)?\s*,\s*|(?:хочу|хотел(?:а|и)? бы|хотим) (?:узнать|спросить|сообщить|уточнить)\s*[,:]\s*|обраща(?:юсь|емся) к вам(?: с (?:просьбой|жалобой|вопросом))?\s*[,:]\s*|(?:у меня )?(?:такой )?вопрос\s*[,:]\s*)/iu;
/** It does not end at the full stop of a short word or an initial. */
const SENTENCE =
  /^.+?(?<!(?:^|[\s,(])(?:ул|пер|пр|просп|мкр|д|кв|г|с|п|пос|им|тел|стр|корп|ст|руб|тыс|[А-ЯЁ]))[.!?…]+(?=\s|$)/iu;
/** By these a sentence asks for something. */
const ASKS = /\?$|(?<![а-яё])(?:прошу|просим|требу(?:ю|ем)|когда|почему|нужн[аоы]?|необходимо)(?![а-яё])/iu;

/** A row of a list. */
export interface Gisted {
  /** In the words of an official. */
  readonly gist?: string | null | undefined;
  readonly excerpt: string | null;
}

/** What an official said that it asks; else what its text says. */
export function shownGist({ gist, excerpt }: Gisted): string | null {
  return gist ?? gistOf(excerpt);
}

/** The first sentence that says what it is about, of a long story the first that asks: the row shows it, the preview the whole. */
export function gistOf(excerpt: string | null): string | null {
  if (excerpt === null) return null;
  const matter = withoutEmpty(excerpt.replace(/\s+/gu, ' ').trim());
  const first = sentenceOf(matter);
  const told = first.length > MAX_STORY ? (askedIn(matter.slice(first.length).trim()) ?? first) : first;
  const words = withoutLead(told).replace(/[.]$/u, '');
  const gist = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return gist.length > MAX_GIST ? `${gist.slice(0, MAX_GIST)}…` : gist;
}

function sentenceOf(text: string): string {
  return SENTENCE.exec(text)?.[0] ?? text;
}

/** The first sentence that asks and is short enough. */
function askedIn(text: string): string | undefined {
  if (text === '') return undefined;
  const sentence = sentenceOf(text);
  const isGist = sentence.length <= MAX_STORY && ASKS.test(sentence) && !EMPTY.some((one) => one.test(sentence));
  return isGist ? sentence : askedIn(text.slice(sentence.length).trim());
}

function withoutLead(sentence: string): string {
  const rest = sentence.replace(LEAD, '');
  return rest === sentence || rest === '' ? sentence : withoutLead(rest);
}

/** Where there is nothing else, it is the text. */
function withoutEmpty(line: string): string {
  const [first] = SENTENCE.exec(line) ?? [];
  if (first === undefined || !EMPTY.some((one) => one.test(first))) return line;
  const rest = line.slice(first.length).trim();
  return rest === '' ? line : withoutEmpty(rest);
}
