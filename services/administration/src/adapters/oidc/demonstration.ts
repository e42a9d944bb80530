import { markup, type Language, type Markup } from '@otklik/host';
import type { District, Official } from '@otklik/tenancy';
import { roleOrder, roleWords, wordsOf } from './words.js';

export interface Demonstration {
  readonly districts: readonly District[];
  readonly logins: readonly string[];
  /** Code of the district that is shown. */
  readonly chosen: string | undefined;
  readonly language: Language;
  /** Address of this page. */
  readonly here: string;
}

const KEYS = '1234567890';

/** The officials of the demonstration by district: one press, or a digit, signs in. */
export function demonstrationList({ districts, logins, chosen, language, here }: Demonstration): Markup | undefined {
  const shown = districts.filter(({ officials }) => officials.some(({ login }) => logins.includes(login)));
  const district = shown.find(({ code }) => code === chosen) ?? shown[0];
  if (!district) return undefined;
  const words = wordsOf(language);
  const people = district.officials
    .filter(({ login }) => logins.includes(login))
    .toSorted((one, other) => rank(one, district) - rank(other, district));
  return markup`<section class="demo" aria-labelledby="demo">
<h2 id="demo">${words('demo.title')}</h2>
<p class="muted">${words('demo.lead')}</p>
<nav class="tabs" aria-labelledby="demo">${shown.map(
    ({ code, name }) =>
      markup`<a href="${here}?district=${code}"${code === district.code && markup` aria-current="true"`}>${shortName(name)}</a>`,
  )}</nav>
<form action="/session/demonstration" method="post"><ul class="people">
${people.map((official, at) => person(official, district, language, KEYS[at]))}
</ul></form>
</section>`;
}

function person(official: Official, district: District, language: Language, key: string | undefined): Markup {
  const { login, name, assignments } = official;
  const held = assignments.find((one) => one.district === district.id);
  if (!held) return markup``;
  const { title, does } = roleWords(held.role, language);
  const department = district.departments.find(({ id }) => id === held.department);
  const pressed = key !== undefined && markup` data-key="${key}"`;
  return markup`<li><button name="login" value="${login}"${pressed}><b>${title}</b><i>${name}</i>${
    key !== undefined && markup`<kbd>${key}</kbd>`
  }<small>${department?.name ?? does}</small></button></li>
`;
}

/** In the order in which an appeal meets them, those without a department first. */
function rank({ assignments }: Official, { id }: District): number {
  const held = assignments.find(({ district }) => district === id);
  return held ? roleOrder.indexOf(held.role) * 2 + (held.department === undefined ? 0 : 1) : Number.MAX_SAFE_INTEGER;
}

/** Without the second name in brackets. */
export function shortName(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}
