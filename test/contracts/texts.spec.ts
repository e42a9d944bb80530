import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { expect, it } from '@jest/globals';
import { errorCodes, refusedInput } from '@otklik/contracts/error-codes';
import { NoticeKind, schemaEnumerations } from '@otklik/contracts/enumerations';
import { savedSearchGrew } from '@otklik/contracts/event-type';
import { publishedEvents } from '@otklik/contracts/published-events';
import { compose } from '@otklik/contracts/schema';
import { textsOf, type TextKind } from '@otklik/contracts/texts';
import { buildSchema, GraphQLEnumType } from 'graphql';

const schema = buildSchema(compose().sdl);
const valuesOf = (name: string) => (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
/** Those of invalid input have the texts of errors. */
const refusalCodes = valuesOf('RefusalCode').filter((code) => !refusedInput.some((other) => other === code));
const wanted: readonly (readonly [TextKind, readonly string[]])[] = [
  ['refusals', refusalCodes],
  ['errors', errorCodes],
];

it.each(wanted)('has a text in both languages for each of the %s, and no other', (kind, codes) => {
  for (const language of ['ru', 'en'] as const) {
    expect(Object.keys(textsOf(kind, language)).sort()).toEqual([...codes].sort());
  }
});

it('has the steps that a resident sees in both languages, each of a published event', () => {
  const steps = Object.keys(textsOf('steps', 'ru'));
  expect(Object.keys(textsOf('steps', 'en'))).toEqual(steps);
  const types = publishedEvents.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(steps.map((step) => step.split('.')[0])));
});

it.each([...wanted.map(([kind]) => kind), 'steps' as const])(
  'speaks of the same things in both languages (%s)',
  (kind) => {
    const placeholders = (text: string | undefined) => [...(text?.matchAll(/\{\w+\}/g) ?? [])].map(String).sort();
    const english = textsOf(kind, 'en');
    for (const [code, russian] of Object.entries(textsOf(kind, 'ru'))) {
      expect([code, placeholders(russian)]).toEqual([code, placeholders(english[code])]);
      if (/\p{L}/u.test(russian)) expect(russian).toMatch(/[а-яё]/);
      expect(english[code]).not.toMatch(/[а-яё]/i);
    }
  },
);

it.each(NoticeKind.values)('has a letter of each kind of notice, and of those to the applicant a step: %s', (kind) => {
  const letters = Object.keys(textsOf('letters', 'ru'));
  expect(letters).toContain(`${kind}.subject`);
  expect(letters.filter((part) => part.startsWith(`${kind}.`)).length).toBeGreaterThan(1);
  const steps = Object.keys(textsOf('steps', 'ru'));
  for (const event of ['NoticeDispatched', 'NoticePosted'])
    expect([kind, steps.includes(`${event}.${kind}`)]).toEqual([kind, !isToBody(kind)]);
});

it('has a title in both languages for each event and each value of an enumeration', () => {
  const titles = [
    ...publishedEvents.map((event) => event.titles),
    ...schemaEnumerations.flatMap((enumeration) => Object.values(enumeration.titles)),
  ];
  expect(titles.length).toBeGreaterThan(60);
  // Names that are written alike in both languages.
  const names = ['MAX', 'Telegram', 'Instagram', 'Open311'];
  for (const { ru, en } of titles) {
    if (!names.includes(ru)) expect(ru).toMatch(/[а-яё]/);
    expect(en).toMatch(/^[^а-яё]+$/i);
  }
});

it('has each error code and each type of a published event in the schema', () => {
  expect(valuesOf('ErrorCode')).toEqual([...errorCodes]);
  expect(valuesOf('EventType')).toEqual(expect.arrayContaining(['APPEAL_RECEIVED', 'DEADLINE_SET', 'NOTICE_FAILED']));
  expect(valuesOf('EventType')).toHaveLength(
    new Set([...publishedEvents.map(({ type }) => type), savedSearchGrew.code]).size,
  );
});
