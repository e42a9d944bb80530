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

/** A word of a name without its ending: «Громовой» and «Громова» are one. */
export function nameStem(word: string): string {
  const plain = word.toLowerCase().replaceAll('ё', 'е');
  return plain.slice(0, Math.max(3, plain.length - 3));
}
