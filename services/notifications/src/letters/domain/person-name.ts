import { isPatronymic } from '@otklik/text-analysis';

/** A name as people write it: «Фамилия Имя Отчество», «Имя Отчество Фамилия», «Имя Фамилия», «И. О. Фамилия». */
export interface FormOfAddress {
  /** «Степан Ильич», else the whole name. */
  readonly name: string;
  /** By the patronymic; undefined when there is none. */
  readonly gender: 'MALE' | 'FEMALE' | undefined;
}

const FEMALE = /(?:овна|евна|ична|инична)$/iu;

/** How a letter addresses the bearer of the name. */
export function formOfAddress(name: string): FormOfAddress {
  const words = name.trim().split(/\s+/u);
  const at = words.findIndex((word, place) => place > 0 && isPatronymic(word));
  if (at < 0) return { name: words.join(' '), gender: undefined };
  const patronymic = words[at]!;
  return { name: `${words[at - 1]!} ${patronymic}`, gender: FEMALE.test(patronymic) ? 'FEMALE' : 'MALE' };
}
