import type { EsiaPerson } from './esia-simulator.js';

/** Where a person signs in, by a click. */
export function signInPage(people: ReadonlyMap<string, EsiaPerson>): string {
  const buttons = [...people].map(
    ([oid, { lastName, firstName }]) => `<button name="oid" value="${oid}">${lastName} ${firstName}</button>`,
  );
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Вход (учебный)</title>
<h1>Учебный вход</h1><form method="post">${buttons.join('')}<button name="oid" value="">Отказаться</button></form></html>`;
}
