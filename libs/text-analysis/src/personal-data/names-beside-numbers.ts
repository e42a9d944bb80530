import type { Found, Lexicon } from './found.js';
import { isGivenName, isShortName } from './person-name.js';

const HEAD_LENGTH = 32;
const CAPITAL = /^\p{Lu}(?:[\p{Ll}'-]|\p{Lu}+$)/u;

/** «8914… Марина», «тел. Люда 8914…»: first names beside a telephone number. */
export function namesBesideNumbers(text: string, numbers: readonly Found[], lexicon: Lexicon): readonly Found[] {
  return numbers
    .filter(({ kind }) => kind === 'PHONE')
    .flatMap(({ start, end }) => {
      const ahead = NAME_AHEAD.exec(text.slice(Math.max(0, start - HEAD_LENGTH), start));
      const behind = NAME_BEHIND.exec(text.slice(end, end + HEAD_LENGTH));
      const from = start - (ahead?.[0].length ?? 0);
      return [
        ...(ahead && isNameAlone(ahead[1]!, lexicon)
          ? [{ kind: 'NAME' as const, start: from, end: from + ahead[1]!.length }]
          : []),
        ...(behind && isNameAlone(behind[2]!, lexicon)
          ? [{ kind: 'NAME' as const, start: end + behind[1]!.length, end: end + behind[0].length }]
          : []),
      ];
    });
}

const NAME_AHEAD =
  /(?<!\p{L}|(?<!\p{L})(?:в|из|на|п|пос|г|с|р\. ?п)\.?\s|\p{Lu}\p{Ll}+(?:ий|ый|ой|ая|ое)\s)(\p{L}{3,})[\s,:(—-]{1,4}(?:тел\.?\s*)?$/u;
const NAME_BEHIND = /^([\s,.:(—-]{1,4})(\p{L}{3,})/u;

const MESSENGER = /^(?:whats|viber|telegram|в[ао]тс|вайбер|телегр)/iu;

function isNameAlone(word: string, lexicon: Lexicon): boolean {
  if (MESSENGER.test(word)) return false;
  if (isGivenName(word) || (isShortName(word) && CAPITAL.test(word))) return true;
  return CAPITAL.test(word) && lexicon(word.toLowerCase()).length === 0;
}
