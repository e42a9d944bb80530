import { i18n, type Messages } from '@lingui/core';
import ru from './ru/index.js';
import type laterRu from './ru/later.js';

type Files = typeof ru & typeof laterRu;

/** Every text of the desk: `<file>.<id>`. English has the same ids, or the build stops. */
export type WordId = { [File in keyof Files]: `${File}.${keyof Files[File] & string}` }[keyof Files];
export type Language = 'ru' | 'en';

const LANGUAGE_KEY = 'otklik.language';

export const language: Language = readLanguage();

function readLanguage(): Language {
  const chosen = globalThis.localStorage?.getItem(LANGUAGE_KEY) ?? globalThis.document?.documentElement.lang;
  return chosen === 'en' ? 'en' : 'ru';
}

/** Loads the language's texts; before the first `t`. */
export async function speak(): Promise<void> {
  const texts = language === 'en' ? (await import('./en/index.js')).default : ru;
  i18n.load(language, flat(texts));
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Loads the texts of screens that are opened later; before their first `t`. */
export async function speakLater(): Promise<void> {
  const { default: texts } = await (language === 'en' ? import('./en/later.js') : import('./ru/later.js'));
  i18n.load(language, flat(texts));
}

/** Keeps the choice and reloads: texts are read once, at the start. */
export function changeLanguage(next: Language): void {
  localStorage.setItem(LANGUAGE_KEY, next);
  location.reload();
}

/** Texts without values, as they were formatted first: a key draws some dozens of them. */
const fixed = new Map<WordId, string>();

/** The text in the official's language; ICU MessageFormat, compiled at build. */
export function t(id: WordId, values?: Record<string, unknown>): string {
  if (values) return i18n._(id, values);
  let text = fixed.get(id);
  if (text === undefined) fixed.set(id, (text = i18n._(id)));
  return text;
}

function flat(files: Readonly<Record<string, Readonly<Record<string, string>>>>): Messages {
  const texts: Messages = {};
  for (const [file, words] of Object.entries(files))
    for (const [id, text] of Object.entries(words)) texts[`${file}.${id}`] = text;
  return texts;
}
