import type { District, Official } from '@otklik/tenancy';
import { markup } from './markup.js';

export const demonstrationPolicy = `default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export interface DemonstrationPage {
  readonly districts: readonly District[];
  readonly logins: readonly string[];
  readonly to: string;
}

/** The officials of the demonstration: one press signs in. */
export function demonstrationPage({ districts, logins, to }: DemonstrationPage): string {
  const shown = ({ officials }: District): readonly Official[] =>
    officials.filter(({ login }) => logins.includes(login));
  return markup`<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Вход для сотрудников</title></head>
<body><main><h1>Показ: войти одним нажатием</h1>
<form action="/session/demonstration" method="post"><input type="hidden" name="to" value="${to}">
${districts.map(
  (district) =>
    markup`<h2>${district.name}</h2><ul>${shown(district).map(
      ({ login, name }) => markup`<li><button name="login" value="${login}">${name}</button> ${login}</li>`,
    )}</ul>`,
)}
</form></main></body></html>
`.text;
}
