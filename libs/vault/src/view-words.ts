import { openTextBox, sealTextBox } from './text-box.js';

/** What an official typed of a saved view: it may hold a person's name. */
export interface ViewWords {
  readonly name: string;
  /** Searched for in the texts; absent: nothing. */
  readonly words?: string;
}

/** Sealed for this view alone by `key` (`Secrets.of('saved-view')`). */
export function sealViewWords(key: Buffer, view: string, words: ViewWords): string {
  return sealTextBox(key, view, JSON.stringify(words));
}

/** Throws when they were sealed for another view, by another key, or changed. */
export function openViewWords(key: Buffer, view: string, sealed: string): ViewWords {
  return JSON.parse(openTextBox(key, view, sealed)) as ViewWords;
}
