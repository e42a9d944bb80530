import { filledText } from '@otklik/kernel';
import { readFileSync } from 'node:fs';
import type { ErrorCode } from './error-codes.js';
import type { RefusalCode } from './generated/graphql.js';
import { publishedEvents } from './published-events.js';

export type TextLanguage = 'ru' | 'en';
export type TextKind = 'refusals' | 'errors' | 'letters' | 'steps' | 'administration' | 'term' | 'open311';
/** Values for `{placeholder}`s; never personal data. */
export type TextDetails = Readonly<Record<string, string | number>>;

type Texts = Readonly<Record<string, string>>;

function load(kind: TextKind, language: TextLanguage): Texts {
  return JSON.parse(readFileSync(new URL(`../texts/${kind}.${language}.json`, import.meta.url), 'utf8')) as Texts;
}

const loaded: Readonly<Record<TextKind, Readonly<Record<TextLanguage, Texts>>>> = {
  refusals: { ru: load('refusals', 'ru'), en: load('refusals', 'en') },
  errors: { ru: load('errors', 'ru'), en: load('errors', 'en') },
  letters: { ru: load('letters', 'ru'), en: load('letters', 'en') },
  administration: { ru: load('administration', 'ru'), en: load('administration', 'en') },
  steps: { ru: load('steps', 'ru'), en: load('steps', 'en') },
  term: { ru: load('term', 'ru'), en: load('term', 'en') },
  open311: { ru: load('open311', 'ru'), en: load('open311', 'en') },
};

/** All texts of one kind, by code. */
export function textsOf(kind: TextKind, language: TextLanguage): Texts {
  return loaded[kind][language];
}

export function isRefusalCode(code: string): code is RefusalCode {
  return code in loaded.refusals.ru;
}

export function refusalText(code: RefusalCode, language: TextLanguage, details: TextDetails = {}): string {
  return filled(loaded.refusals[language][code] ?? code, details);
}

export function errorText(code: ErrorCode, language: TextLanguage, details: TextDetails = {}): string {
  return filled(loaded.errors[language][code] ?? code, details);
}

const eventTitles = new Map(publishedEvents.map(({ type, titles }) => [type, titles]));

/** Title of an event in the history; the type itself when a newer build declared it. */
export function eventTitle(type: string, language: TextLanguage): string {
  return eventTitles.get(type)?.[language] ?? type;
}

/** A step of the appeal as its sender reads it; `<type>.ORAL` for a notice given in person. The history's title without one. */
export function residentStep(step: string, language: TextLanguage): string {
  return loaded.steps[language][step] ?? eventTitle(step.replace(/\..*$/, ''), language);
}

/** A part of a letter to an applicant or an official. Values may be personal: use the result in the letter only. */
export function letterText(part: string, language: TextLanguage, values: TextDetails): string {
  const text = loaded.letters[language][part];
  if (text === undefined) throw new TypeError(`No such part of a letter: ${part}`);
  return filled(text, values);
}

/** What administrators read of a file's faults and of their records; the key itself without a text. */
export function administrationText(key: string, language: TextLanguage, details: TextDetails = {}): string {
  return filled(loaded.administration[language][key] ?? key, details);
}

/** The texts for other front-ends over Open311. */
export function open311Text(key: string, language: TextLanguage, details: TextDetails = {}): string {
  const text = loaded.open311[language][key];
  if (text === undefined) throw new TypeError(`No such text of Open311: ${key}`);
  return filled(text, details);
}

const MONTHS: Readonly<Record<TextLanguage, readonly string[]>> = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A date as people write it: «27 ноября 2026 г.», 27 November 2026. `date`: YYYY-MM-DD. */
export function dateText(date: string, language: TextLanguage): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words = `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
  return language === 'ru' ? `${words} г.` : words;
}

function filled(text: string, details: TextDetails): string {
  return filledText(text, /\{(\w+)\}/g, (name) => details[name]?.toString());
}
