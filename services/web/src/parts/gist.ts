const MAX_GIST = 160;

/** Sentences that say nothing of what it is about: a greeting, whom it is written to, that measures are asked for. */
const EMPTY = [
  /^(?:здравствуйте|добр(?:ый|ое|ого) (?:день|утро|вечер|дня|времени суток)|привет(?:ствую)?|дорообо)(?:,? (?:уважаем|господ|коллег|всем|администраци)[^.!?]{0,60})?[.!?]+$/iu,
  /^уважаем(?:ый|ая|ые)[^.?]{0,80}[.!]+$/iu,
  /^(?:очень )?(?:прошу|просим)(?: вас)? (?:принять меры|помочь|разобраться|рассмотреть|содействия)[.!]+$/iu,
  /^(?:помогите|спасите|сколько можно|доколе|опять одни обещания|заранее спасибо|спасибо)[^.?!]{0,20}[.!?…]+$/iu,
];
/** A greeting before the matter, in the same sentence: «Здравствуйте, …». */
const GREETING = /^(?:здравствуйте|добр(?:ый|ое) (?:день|утро|вечер))\s*,\s*/iu;
const SENTENCE = /^.+?[.!?…]+(?=\s|$)/u;
const SENTENCE_OF_WORDS = /^.{12,}?[.!?](?=\s|$)/u;

/** The first sentence that says what it is about: the row shows it, the preview the whole. */
export function gistOf(excerpt: string | null): string | null {
  if (excerpt === null) return null;
  const line = excerpt.replace(/\s+/gu, ' ').trim();
  const matter = withoutEmpty(line).replace(GREETING, '');
  const begun = `${matter.slice(0, 1).toUpperCase()}${matter.slice(1)}`;
  const [sentence = begun] = SENTENCE_OF_WORDS.exec(begun) ?? [];
  const gist = sentence.replace(/[.]$/u, '');
  return gist.length > MAX_GIST ? `${gist.slice(0, MAX_GIST)}…` : gist;
}

/** Where there is nothing else, it is the text. */
function withoutEmpty(line: string): string {
  const [first] = SENTENCE.exec(line) ?? [];
  if (first === undefined || !EMPTY.some((one) => one.test(first))) return line;
  const rest = line.slice(first.length).trim();
  return rest === '' ? line : withoutEmpty(rest);
}
