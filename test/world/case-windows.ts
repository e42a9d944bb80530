import { it } from '@jest/globals';
import { isNight } from '@otklik/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, findButton, openWindow, PHONE, signIn, type Window } from './browser.js';

/** How a control is used: by the mouse, or by the keyboard alone. */
export interface Pressing {
  press(target: Locator): Promise<void>;
  /** A radio button or a checkbox. */
  choose(target: Locator): Promise<void>;
}

export const pressings: Readonly<Record<'mouse' | 'keyboard', Pressing>> = {
  mouse: { press: (target) => target.click(), choose: (target) => target.check() },
  keyboard: {
    press: async (target) => {
      await target.waitFor();
      await target.focus();
      await target.press('Enter');
    },
    choose: async (target) => {
      await target.focus();
      await target.press('Space');
    },
  },
};

/** `it` for the journeys of a group that each hand has: with a commit by one of the two, in turn; at night by both. */
export function handInTurn(hand: string): (title: string, journey: () => Promise<void>) => void {
  let turn = Object.keys(pressings).indexOf(hand);
  return (title, journey) => {
    if (isNight || turn % 2 === 0) it(title, journey);
    turn += 1;
  };
}

/** The windows of the people of one case: an official has one, a resident a new one each time. What is wrong with any is kept. */
export class CaseWindows {
  private readonly windows: Window[] = [];
  private resident: Page | undefined;
  private readonly desks = new Map<string, Page>();
  readonly findings: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly district: string,
    readonly by: Pressing,
  ) {}

  async desk(role: string, path: string): Promise<Page> {
    const to = `/desk/${this.district}/${path}`;
    const before = this.desks.get(role);
    const page = await (before ? before.context().newPage() : this.window());
    this.desks.set(role, page);
    if (!before) {
      await signIn(page, `${this.district}.${role}`, to);
      return page;
    }
    // It would go on to load what changes.
    await before.close();
    await page.goto(to);
    return page;
  }

  /** The page of the appeal, as the holder of its code sees it. */
  async follow({ number, followUpCode }: { readonly number: string; readonly followUpCode: string }): Promise<Page> {
    await this.resident?.close();
    const page = await this.window(PHONE);
    this.resident = page;
    await page.goto(`/${this.district}/follow`);
    await page.locator('[name=number]').fill(number);
    await page.locator('[name=code]').fill(followUpCode);
    await this.by.press(page.locator('main form button').first());
    await page.locator('main ol.facts').first().waitFor();
    return page;
  }

  async examine(page: Page): Promise<void> {
    this.findings.push(...(await accessibilityFindings(page)));
  }

  /** Opens a dialog by the word of its button. */
  async dialog(page: Page, word: RegExp): Promise<Locator> {
    await this.press(page, word);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await this.examine(page);
    return dialog;
  }

  /** Presses the last button of the dialog, which does what it was opened for. */
  async submit(dialog: Locator): Promise<void> {
    await this.by.press(dialog.locator('button[type=submit]'));
    await dialog.waitFor({ state: 'detached' });
  }

  async press(page: Page, word: RegExp): Promise<void> {
    await this.by.press(await findButton(page, word));
  }

  /** Uncaught errors and refused contents of all windows. */
  faults(): readonly string[] {
    return this.windows.flatMap(({ faults }) => faults);
  }

  async close(): Promise<void> {
    for (const { context } of this.windows) await context.close();
  }

  private async window(size?: typeof PHONE): Promise<Page> {
    const opened = await openWindow(this.browser, this.url, size ? { size } : {});
    this.windows.push(opened);
    return opened.page;
  }
}
