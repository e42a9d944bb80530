import { errorCodes, refusedInput } from './error-codes.js';
import { schemaEnumerations } from './enumerations.js';
import { eventTypeCode, savedSearchGrew } from './event-type.js';
import { publishedEvents } from './published-events.js';
import { textsOf } from './texts.js';

interface SchemaEnum {
  readonly name: string;
  readonly description: string;
  /** With their descriptions. */
  readonly values: readonly (readonly [value: string, description: string])[];
}

/** The enums of the GraphQL schema, with the titles of their values as descriptions. */
export function enumerationsSdl(): string {
  const head = '# Made by `npm run contracts` from ../src. Do not edit.\n\n';
  return `${head}${[...declared(), eventTypes(), errors()].map(enumSdl).join('\n\n')}\n\n${inputRefusals()}\n`;
}

function declared(): readonly SchemaEnum[] {
  return schemaEnumerations.map(({ name, description, titles }) => ({
    name,
    description,
    values: Object.entries(titles).map(([value, title]) => [value, inBoth(title)]),
  }));
}

function eventTypes(): SchemaEnum {
  const byCode = new Map(publishedEvents.map(({ type, titles }) => [eventTypeCode(type), inBoth(titles)]));
  return {
    name: 'EventType',
    description: 'The type of a published event, or of what else webhooks are sent.',
    values: [...byCode, [savedSearchGrew.code, inBoth(savedSearchGrew.titles)]],
  };
}

function errors(): SchemaEnum {
  const [russian, english] = [textsOf('errors', 'ru'), textsOf('errors', 'en')];
  const values = errorCodes.map((code) => [code, `${russian[code]} (${english[code]})`] as const);
  return { name: 'ErrorCode', description: 'Codes of `errors[].extensions.code`.', values };
}

/** What is wrong with an input is a refusal of a mutation, too. */
function inputRefusals(): string {
  const titles = textsOf('errors', 'en');
  return ['extend enum RefusalCode {', ...valueLines(refusedInput.map((code) => [code, titles[code]!])), '}'].join(
    '\n',
  );
}

function inBoth({ ru, en }: { readonly ru: string; readonly en: string }): string {
  return `${ru} (${en})`;
}

function enumSdl({ name, description, values }: SchemaEnum): string {
  return [JSON.stringify(description), `enum ${name} {`, ...valueLines(values), '}'].join('\n');
}

function valueLines(values: SchemaEnum['values']): readonly string[] {
  return values.flatMap(([value, title]) => [`  ${JSON.stringify(title)}`, `  ${value}`]);
}
