import { compact } from '@otklik/kernel';
import type { District, Named } from '@otklik/tenancy';
import { tokenise, type Analyse } from '@otklik/text-analysis';
import type { Query } from '../domain/query.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';

/**
 * What `тема:`, `отдел:` and `район:` of a query mean in these districts. A name that nothing bears finds nothing: it
 * is a wish all the same. Several of one kind are any of them.
 */
export function namedFilter(
  query: Query,
  given: RegisterFilter,
  districts: readonly District[],
  analyse: Analyse,
): { readonly filter: RegisterFilter; readonly districts: readonly District[] } {
  const meant = (named: readonly Named[], typed: readonly string[]): readonly string[] =>
    named.filter((one) => typed.some((text) => isCalled(one, text, analyse))).map(({ code }) => code);
  const inDistricts =
    query.districts.length === 0
      ? districts
      : districts.filter((one) => query.districts.some((text) => isCalled(one, text, analyse)));
  const wish = (typed: readonly string[], of: (district: District) => readonly Named[], also?: readonly string[]) => {
    if (typed.length === 0) return also;
    const codes = inDistricts.flatMap((district) => meant(of(district), typed));
    return also ? codes.filter((code) => also.includes(code)) : [...new Set(codes)];
  };
  const topics = wish(query.topics, (district) => district.topics, given.topics);
  const departments = wish(query.departments, (district) => district.departments, given.departments);
  return {
    districts: inDistricts,
    filter: { ...given, ...compact({ topics, departments }) },
  };
}

/** By its code, by words of its name in any form or by their beginnings, or by the first letters of its words (ЖКХ). */
function isCalled({ code, name }: Named, typed: string, analyse: Analyse): boolean {
  if (code.toLowerCase() === typed.toLowerCase()) return true;
  const wanted = tokenise(typed).map(({ word }) => word);
  const words = tokenise(name).map(({ word }) => word);
  if (typed.length >= MIN_INITIALS && initials(words).includes(typed.toLowerCase())) return true;
  const lemmas = new Set(words.flatMap((word) => analyse(word).lemmas.map(({ form }) => form)));
  return (
    wanted.length > 0 &&
    wanted.every(
      (word) =>
        analyse(word).lemmas.some(({ form }) => lemmas.has(form)) || words.some((known) => known.startsWith(word)),
    )
  );
}

const MIN_INITIALS = 2;

/** «Отдел жилищно-коммунального хозяйства» → «ожкх». */
function initials(words: readonly string[]): string {
  return words.map((word) => word[0] ?? '').join('');
}
