import type { Enumeration } from './declare-enumeration.js';
import { schemaEnumerations } from './enumerations.js';

/** The enums of the GraphQL schema, with their titles in both languages as descriptions. */
export function enumerationsSdl(enumerations: readonly Enumeration[] = schemaEnumerations): string {
  const head = '# Made by `npm run contracts` from ../src/enumerations.ts. Do not edit.\n\n';
  return `${head}${enumerations.map(enumSdl).join('\n\n')}\n`;
}

function enumSdl({ name, description, values, titles }: Enumeration): string {
  const lines = values.flatMap((value) => [`  ${quoted(`${titles[value]!.ru} (${titles[value]!.en})`)}`, `  ${value}`]);
  return [quoted(description), `enum ${name} {`, ...lines, '}'].join('\n');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
