import { filledText } from '@otklik/kernel';
import { en } from './en.js';
import { ru, type Word } from './ru.js';
import { sah } from './sah.js';

export type PageLanguage = 'ru' | 'sah' | 'en';
export type { Word };

export const languages: readonly PageLanguage[] = ['ru', 'sah', 'en'];

const words: Readonly<Record<PageLanguage, Readonly<Record<Word, string>>>> = { ru, sah, en };

/** Texts and dates of one language. */
export interface Speech {
  readonly language: PageLanguage;
  /** Language of the API's own texts: Russian for Sakha. */
  readonly api: 'ru' | 'en';
  say(word: Word, values?: Readonly<Record<string, string | number>>): string;
  /** `10,4`: at most one digit after the point, rounded up, so that what is over a limit reads so. */
  decimal(value: number): string;
  /** A text that depends on a value of an enumeration; `undefined` for a value that a newer build added. */
  sayIfKnown(word: string): string | undefined;
  /** `27 ноября 2026 г.`; of an instant, the day in the zone. */
  day(date: string, zone: string): string;
  /** `27 ноября`: the year is left out. */
  shortDay(date: string, zone: string): string;
  /** `вторник`. */
  weekday(date: string): string;
  /** `27 ноября, 14:06`. */
  moment(instant: string, zone: string): string;
  /** `27 ноября 2026 г. в 14:06`. */
  fullMoment(instant: string, zone: string): string;
  /** The end of a term: its day, or of one in hours its day and hour. */
  term(end: { readonly on: string; readonly at?: string | null | undefined }, zone: string): string;
}

const locales: Readonly<Record<PageLanguage, string>> = { ru: 'ru-RU', sah: 'sah', en: 'en-GB' };

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return filledText(text, /\{(\w+)\}/g, (name) => values[name]?.toString());
}

/** A date has no zone of its own. */
function format(language: PageLanguage, text: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const isDate = text.length === 10;
  const timeZone = isDate ? 'UTC' : zone;
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(
    new Date(isDate ? `${text}T00:00:00Z` : text),
  );
}

function speech(language: PageLanguage): Speech {
  const texts = words[language];
  const time = (instant: string, zone: string) =>
    format(language, instant, zone, { hour: '2-digit', minute: '2-digit', hour12: false });
  const shortDay = (date: string, zone: string) =>
    language === 'sah' ? sakhaDay(date, zone) : format(language, date, zone, { day: 'numeric', month: 'long' });
  const day = (date: string, zone: string) =>
    language === 'sah'
      ? `${format(language, date, zone, { year: 'numeric' })} сыл ${sakhaDay(date, zone)}`
      : format(language, date, zone, { dateStyle: 'long' });
  const fullMoment = (instant: string, zone: string) =>
    language === 'ru'
      ? format(language, instant, zone, { dateStyle: 'long', timeStyle: 'short' })
      : `${day(instant, zone)}, ${time(instant, zone)}`;
  return {
    language,
    api: language === 'en' ? 'en' : 'ru',
    say: (word, values = {}) => filled(texts[word], values),
    decimal: (value) => new Intl.NumberFormat(locales[language]).format(Math.ceil(value * 10) / 10),
    sayIfKnown: (word) => (Object.hasOwn(texts, word) ? texts[word as Word] : undefined),
    day,
    shortDay,
    weekday: (date) => format(language, date, 'UTC', { weekday: 'long' }),
    moment: (instant, zone) => `${shortDay(instant, zone)}, ${time(instant, zone)}`,
    fullMoment,
    term: ({ on, at }, zone) => (at ? fullMoment(at, zone) : day(on, zone)),
  };
}

/** «Сэтинньи 27 күнэ», «Балаҕан ыйын 1 күнэ»: ICU declines the month only beside a day, and leaves the last word out. */
function sakhaDay(date: string, zone: string): string {
  return `${format('sah', date, zone, { day: 'numeric', month: 'long' })} күнэ`;
}

const speeches: Readonly<Record<PageLanguage, Speech>> = { ru: speech('ru'), sah: speech('sah'), en: speech('en') };

export function speechOf(language: PageLanguage): Speech {
  return speeches[language];
}
