import { patternFault } from '@otklik/text-analysis';
import Type, { type Static } from 'typebox';
import type { FileFault } from './checked-district-file.js';

/** `communities:` of a district's file: where people write beside the administration's own pages. All may read the list. */

const strict = { additionalProperties: false };
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' });
const Text = Type.String({ minLength: 1, maxLength: 300 });
/** More would not be read within the network's limits and ten minutes. */
const MAX_COMMUNITIES = 30;

export const Communities = Type.Object(
  {
    /** The order of the administration by which it reads there, as it is published. */
    order: Text,
    list: Type.Array(
      Type.Object(
        {
          code: Code,
          name: Text,
          /** Of its page in VK: by its short address, or `club` and its number. */
          address: Type.String({ pattern: '^https://vk\\.(com|ru)/[A-Za-z0-9_.]{2,40}$' }),
          /** Messages with one of these (patterns of libs/text-analysis, without its dictionary) are taken; absent: all. */
          words: Type.Optional(Type.Array(Text, { minItems: 1, maxItems: 100 })),
          /** Of which place it is. */
          settlement: Type.Optional(Code),
        },
        strict,
      ),
      { minItems: 1, maxItems: MAX_COMMUNITIES },
    ),
  },
  strict,
);
export type Communities = Static<typeof Communities>;
export type Community = Communities['list'][number];

/** What people think of power is not looked for: only matters that a district works at. A star: with any ending. */
const POLITICAL = (
  'выбор* голосовани* референдум* депутат* партия партии партий партию партией единорос* кпрф лдпр президент* путин* губернатор губернатора губернатору губернатором глава главы главе главу главой мэр ' +
  'мэра чиновник* власть власти властью властям коррупц* оппозиц* навальн* митинг* пикет* протест* забастов* иноагент* мобилизаци* сво войн* полити*'
).split(' ');

/** The word of a pattern that looks for opinions and not for a matter of the district. */
export function politicalWordIn(pattern: string): string | undefined {
  const words = pattern
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}]+/u);
  return words.find((word) =>
    POLITICAL.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one)),
  );
}

/** Faults but of codes that other lists must have. */
export function communityFaults(communities: Communities | undefined): readonly FileFault[] {
  return (communities?.list ?? []).flatMap(({ code, address, words = [] }, at) => {
    const place = `/communities/list/${at}`;
    // A person's own page.
    const isPerson = /\/id\d+$/.test(address);
    const found: FileFault[] = isPerson
      ? [fault('COMMUNITY_IS_A_PERSON', `${place}/address`, 'a page of a person is never read', { code })]
      : [];
    return [...found, ...words.flatMap((pattern, of) => wordFaults(pattern, `${place}/words/${of}`))];
  });
}

function wordFaults(pattern: string, place: string): readonly FileFault[] {
  const wrong = patternFault(pattern);
  if (wrong !== undefined) return [fault('PATTERN_INVALID', place, wrong, { pattern })];
  const word = politicalWordIn(pattern);
  return word === undefined ? [] : [fault('WORD_POLITICAL', place, `${word} looks for opinions`, { word })];
}

const fault = (code: FileFault['code'], place: string, why: string, details: FileFault['details']): FileFault => ({
  code,
  place,
  why,
  details,
});
