import type { Locator, Page } from 'playwright-core';
import { chooseBeginning } from './browser.js';

const MAX_TABS = 60;

/**
 * What a person does at a page, counted: a key or chord is one action and so is a press of the mouse, whatever is typed
 * into a field is none.
 */
export class Hand {
  private actions = 0;
  private tabs = 0;
  private fields = 0;
  /**
   * Of the last `counted()`, as tables of other products count: a key, a chord, a press and a filled field are one each, the
   * way to the field by Tab none.
   */
  steps = 0;

  constructor(readonly page: Page) {}

  async keys(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      this.actions += 1;
      if (chord === 'Tab') this.tabs += 1;
      await this.page.keyboard.press(chord);
    }
  }

  async click(target: Locator, options: { readonly modifiers?: 'Shift'[] } = {}): Promise<void> {
    this.actions += 1;
    await target.click(options);
  }

  async type(text: string): Promise<void> {
    if (text !== '') this.fields += 1;
    await this.page.keyboard.type(text);
  }

  /** Of a list of choices, by the first letters of its option. */
  async choose(list: Locator, words: string): Promise<void> {
    this.fields += 1;
    await chooseBeginning(list, words);
  }

  /** Goes on by Tab until it has the focus; each Tab counts. */
  async tabTo(target: Locator): Promise<void> {
    for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
      await this.keys('Tab');
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
    }
    throw new Error(`${String(target)} is not reached by Tab`);
  }

  /** Actions since the last time it was asked. */
  counted(): number {
    const { actions } = this;
    this.steps = actions - this.tabs + this.fields;
    this.actions = 0;
    this.tabs = 0;
    this.fields = 0;
    return actions;
  }
}
