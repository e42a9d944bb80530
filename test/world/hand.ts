import type { Locator, Page } from 'playwright-core';

const MAX_TABS = 60;

/**
 * What a person does at a page, counted: a key or chord is one action and so is a press of the mouse, whatever is typed
 * into a field is none.
 */
export class Hand {
  private actions = 0;

  constructor(readonly page: Page) {}

  async keys(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      this.actions += 1;
      await this.page.keyboard.press(chord);
    }
  }

  async click(target: Locator, options: { readonly modifiers?: 'Shift'[] } = {}): Promise<void> {
    this.actions += 1;
    await target.click(options);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
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
    this.actions = 0;
    return actions;
  }
}
