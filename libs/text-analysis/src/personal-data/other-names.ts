import type { Found } from './found.js';

const LATIN = '[A-Z][a-z]{1,}';
const GIVEN =
  'ivan|petr|pyotr|sergey|sergei|alexander|aleksandr|alexey|aleksei|dmitry|dmitri|dmitrii|andrey|andrei|nikolay|nikolai|vladimir|mikhail|viktor|victor|yuri|yury|oleg|igor|pavel|kirill|maxim|maksim|roman|denis|anton|artem|artyom|arkady|arkadiy|evgeny|evgeniy|ilya|stepan|semyon|semen|vasily|vasiliy|gleb|timofey|ruslan|rustam|anna|maria|mariya|elena|olga|natalia|natalya|irina|tatiana|tatyana|svetlana|ekaterina|yulia|julia|galina|ludmila|lyudmila|valentina|vera|nadezhda|lyubov|larisa|marina|rosa|roza|sofia|polina|daria|darya|ksenia|alina|victoria|viktoria|zoya|tamara|sardana|aisen|aysen';
const CAPITAL_GIVEN = GIVEN.replace(/\b[a-z]/gu, (letter) => letter.toUpperCase());
const SURNAME =
  '[a-z]{2,}(?:ov|ova|ev|eva|yov|in|ina|yn|yna|sky|skiy|skii|skaya|enko|chuk|yuk|ich|ovna|evna|ichna|shvili|yan)';
const LATIN_PAIRS = [
  new RegExp(
    `(?<![\\p{L}\\d@./_-])(?:(?:${GIVEN})[ ]+${SURNAME}|${SURNAME}[ ]+(?:${GIVEN}))(?:[ ]+${SURNAME})?(?![\\p{L}\\d@_])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d@./_-])(?:(?:${CAPITAL_GIVEN})[ ]+${LATIN}|${LATIN}[ ]+(?:${CAPITAL_GIVEN}))(?![\\p{L}\\d@_])`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\d@./_-])(?=[A-Z])[A-Z]${SURNAME}[ ]+[A-Z]\\.(?:\\s?[A-Z]\\.)?`, 'gu'),
  new RegExp(
    `(?<![\\p{L}\\d@./_-])${LATIN}[ ]+(?:${LATIN}[ ]+)?(?:o[gq]l[yui]|k[yi]z[yi]|g[yi]z[yi])(?!\\p{L})`,
    'giu',
  ),
];
/** «Рустам Алиев Гасан оглы»: the words before it are of the name. */
const SON_OF = '(?:оглы|оглу|огли|кызы|кизи|гызы|уулу|угли|улы|ОГЛЫ|ОГЛУ|КЫЗЫ|ГЫЗЫ|Оглы|Кызы)(?!\\p{L})';
const OF_FATHER = [
  new RegExp(`(?:(?<!\\p{L})\\p{Lu}[\\p{L}-]+\\s){1,3}${SON_OF}(?:\\s\\p{Lu}\\p{Ll}+){0,2}`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:\\p{Ll}[\\p{L}-]+\\s){1,2}${SON_OF}`, 'gu'),
];
const SAID_AFTER =
  /(?<=(?<!\p{L})(?:зовут|моё имя|мое имя|фио|спросить|спрашивать|с уважением|подпись|заявитель|обращается)[\s:,—-]{1,3})(?:я\s)?\p{Lu}[\p{Ll}-]+(?:\s\p{Lu}[\p{Ll}-]+){0,2}(?:\s\p{Lu}\.)?/gu;

/** «С уважением степанова м н», in any case of letters. */
const SIGNED = /(?<=(?<!\p{L})с ув(?:ажением|\.)?[\s,:—-]{1,3})\p{L}{3,}(?:\s\p{L}(?!\p{L})\.?){1,2}/giu;
/** «Н-ва Алёна»: a surname that is cut short. */
const CUT_SHORT = /(?<![\p{L}-])\p{Lu}-(?:ва|на|в|н|ая|ий|ко)\s\p{Lu}\p{Ll}+/gu;

/** Names of other alphabets and peoples, and those that are introduced as names. */
export function foreignNames(text: string): readonly Found[] {
  const patterns = [...(/[a-z]{2}/iu.test(text) ? LATIN_PAIRS : []), ...OF_FATHER, SAID_AFTER, SIGNED, CUT_SHORT];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: run, index }) => ({
      kind: 'NAME' as const,
      start: index,
      end: index + run.length,
    })),
  );
}
