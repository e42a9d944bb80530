import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** A password that fewer guesses find is common (NIST SP 800-63B, 3.1.1.2: lists, repetitions, sequences, words of the context). */
const MIN_GUESSES_LOG10 = 9;
/** The estimate of a longer one takes long, and its beginning tells enough. */
const MAX_ESTIMATED_LENGTH = 64;

/** Without spaces and signs. The list of the package has words of one keyboard row; these are whole sentences. */
const PHRASES = [
  ...[
    'correcthorsebatterystaple',
    'tobeornottobe',
    'thequickbrownfox',
    'thequickbrownfoxjumpsoverthelazydog',
    'letmeinplease',
  ],
  ...['iloveyouforever', 'thisismypassword', 'mypasswordispassword', 'loremipsumdolorsitamet', 'maytheforcebewithyou'],
  ...[
    'верныйконьбатареяскрепка',
    'правильнаялошадьбатареяскрепка',
    'мамамылараму',
    'ялюблютебя',
    'ялюблюсебя',
    'ялюблюмаму',
  ],
  ...[
    'бытьилинебыть',
    'слованеворобей',
    'тишеедешьдальшебудешь',
    'светвконцетоннеля',
    'влесуродиласьелочка',
    'влесуродиласьёлочка',
  ],
  ...[
    'увастутчтонибудьслучилось',
    'мойдядясамыхчестныхправил',
    'улукоморьядубзелёный',
    'улукоморьядубзеленый',
    'якутияроднаяземля',
  ],
  ...[
    'этомойпароль',
    'мойпарольпароль',
    'самыйсложныйпароль',
    'оченьсложныйпароль',
    'очемговоритьтоговорить',
    'съешьещёэтихмягкихфранцузскихбулок',
  ],
  ...[
    'съешьещеэтихмягкихфранцузскихбулок',
    'ширетомыслишка',
    'раздватричетырепять',
    'пустьвсегдабудетсолнце',
    'союзнерушимый',
  ],
];

const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";

let estimator: Promise<ZxcvbnFactory> | undefined;

/**
 * Whether a password is one of those that are tried first, in either keyboard layout. `context`: what is known of its owner, such
 * as the login, the name, the district. Loads the list, 49,000 passwords, at the first call.
 */
export async function isCommonPassword(password: string, context: readonly string[]): Promise<boolean> {
  const text = password.normalize('NFKC').toLowerCase();
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (isPhrase(letters) || isRepeated(text)) return true;
  estimator ??= load();
  const known = [...context, 'otklik', 'отклик'].flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const inputs = known.filter((one) => one.length > 2).flatMap((one) => [one, otherLayout(one, RUSSIAN, LATIN)]);
  const found = await estimator;
  return [text, letters].some((one) =>
    [one, otherLayout(one, RUSSIAN, LATIN)].some(
      (typed) => found.check(typed.slice(0, MAX_ESTIMATED_LENGTH), inputs).guessesLog10 < MIN_GUESSES_LOG10,
    ),
  );
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MAX_ESTIMATED_LENGTH });
}

/** A known sentence, also with a year or some digits at its end, and typed in the other layout. */
function isPhrase(letters: string): boolean {
  const words = letters.replace(/\d+$/u, '');
  return [words, otherLayout(words, LATIN, RUSSIAN)].some((one) => PHRASES.includes(one));
}

/** One word again and again: its list of words is the list of common passwords. */
function isRepeated(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.length > 1 && new Set(words).size === 1;
}

function otherLayout(text: string, from: string, to: string): string {
  return Array.from(text, (sign) => to[from.indexOf(sign)] ?? sign).join('');
}
