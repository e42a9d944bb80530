/** «Охлопков» of «Дмитрий Охлопков»: names are written as first name, patronymic, surname. */
export function surname(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? name;
}

/** «Д. Охлопков». */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/u);
  if (parts.length < 2) return name;
  const initials = parts.slice(0, -1).map((part) => `${part[0]}.`);
  return `${initials.join(' ')} ${parts.at(-1)}`;
}

const PATRONYMIC = /(?:вич|ьич|вна|чна)$/u;

/** «Седых П. И.»: names of applicants come in either order, which the patronymic tells; without one they stay whole. */
export function applicantName(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const at = parts.findIndex((part, place) => place > 0 && PATRONYMIC.test(part));
  if (parts.length !== 3 || at < 1) return parts.join(' ');
  const [first, middle] = [parts[at - 1]!, parts[at]!];
  return `${parts[at === 2 ? 0 : 2]!} ${first[0]}. ${middle[0]}.`;
}

/** «г. Томмот» → «Томмот»: in a column of settlements the kind says nothing. */
export function shortSettlement(name: string): string {
  return name.replace(/^\p{Ll}+\.?\s+/u, '').replace(/\s*\(.*\)$/u, '');
}

/** «Отдел жилищных отношений» → «Жилищных отношений». */
export function shortDepartment(name: string): string {
  const rest = name.replace(/^(отдел|управление|комитет)\s+(?!по\s)/iu, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
