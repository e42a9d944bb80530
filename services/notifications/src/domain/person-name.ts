/** A name as people write it: «Фамилия Имя Отчество», «Имя Отчество Фамилия», «Имя Фамилия», «И. О. Фамилия». */
export interface FormOfAddress {
  /** «Степан Ильич», else the whole name. */
  readonly name: string;
  /** By the patronymic; undefined when there is none. */
  readonly gender: 'MALE' | 'FEMALE' | undefined;
}

const MALE = /(?:ович|евич|ич)$/iu;
const FEMALE = /(?:овна|евна|ична|инична)$/iu;
const MIN_PATRONYMIC_LENGTH = 5;

/** How a letter addresses the bearer of the name. */
export function formOfAddress(name: string): FormOfAddress {
  const words = name.trim().split(/\s+/u);
  const at = words.findIndex((word, place) => place > 0 && isPatronymic(word));
  if (at < 0) return { name: words.join(' '), gender: undefined };
  const patronymic = words[at]!;
  return { name: `${words[at - 1]!} ${patronymic}`, gender: FEMALE.test(patronymic) ? 'FEMALE' : 'MALE' };
}

export function isPatronymic(word: string): boolean {
  return word.length >= MIN_PATRONYMIC_LENGTH && (MALE.test(word) || FEMALE.test(word));
}

/** Common given names by their stems, in every case: «Марии», «Мария». Short ones need the whole stem. */
const GIVEN = new RegExp(
  `^(?:${[
    'александр|алексе|альбин|алин|алл|анастаси|анатоли|андре|анжел|анн|антон|антонин|аркади|арс?ени|артур|артём|борис',
    'вадим|валентин|валери|варвар|василис|васили|вер|верони?к|виктор|виктори|витали|владимир|владислав|вячеслав',
    'галин|геннади|георги|герман|григори|дарь|денис|дмитри|евгени|екатерин|елен|елизавет|захар|зинаид|зо|иван|игор',
    'ильд?|инн|ирин|каролин|кирилл|константин|ксени|лариса?|леонид|лиди|любов|людмил|магомед|максим|маргарит|марин|мари|марь',
    'михаил|надежд|натали|наталь|никит|никола|нин|оксан|олег|ольг|павл|пётр|петр|полин|раис|рамил|роман|руслан|светлан',
    'семён|семен|серге|софь|софи|станислав|степан|тамар|татьян|тимофе|ульян|фёдор|федор|эдуард|юли|юри|яков|яросл?ав|айаал|айсен|сардан|туйаар',
  ].join('|')})(?:|а|я|и|ы|у|ю|е|й|ь|ой|ей|ою|ею|ом|ем|ём|ия|ии|ию|ией|ю|ье|ьи|ью|ьей)$`,
  'iu',
);

export function isGivenName(word: string): boolean {
  return GIVEN.test(word);
}

/** A word of a name without its ending: «Громовой» and «Громова» are one. */
export function nameStem(word: string): string {
  const plain = word.toLowerCase().replaceAll('ё', 'е');
  return plain.slice(0, Math.max(3, plain.length - 3));
}
