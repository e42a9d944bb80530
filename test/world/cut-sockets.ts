import type { Page } from 'playwright-core';

/** Cuts the page's open sockets, at both ends and without a word; the answer is how many there were. */
export type Cut = () => Promise<number>;

/** From now on the page's sockets can be cut; before its first is opened. */
export async function cuttableSockets(page: Page): Promise<Cut> {
  const open = new Set<() => Promise<void>>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const server = socket.connectToServer();
    open.add(async () => {
      await Promise.all([socket.close({ code: 3001, reason: 'cut' }), server.close()]);
    });
  });
  return async () => {
    const cuts = [...open];
    open.clear();
    await Promise.all(cuts.map((cut) => cut()));
    return cuts.length;
  };
}

export interface Cutting {
  readonly page: Page;
  readonly cut: Cut;
  /** Brings one more row into the list, while the socket is away, in a text that holds the mark. */
  readonly enter: (mark: string) => Promise<unknown>;
}

/**
 * Cuts the socket of an open list so many times, with a row that enters during each, and shows what waits at the end. The
 * answer is which of the marks are not in the list then.
 */
export async function missedAfterCuts({ page, cut, enter }: Cutting, times: number): Promise<readonly string[]> {
  const marks = Array.from({ length: times }, (_, at) => `обрыв ${at + 1} из ${times}`);
  for (const [at, mark] of marks.entries()) {
    if ((await cut()) === 0) throw new Error(`The page had no socket to cut before its ${at + 1}th row.`);
    await enter(mark);
    // The row waits to be shown: it came by the new socket, whose first message it is.
    await page.getByText(new RegExp(`^${at + 1} нов[а-я]+, показать`)).waitFor();
  }
  await page.keyboard.press('KeyN');
  await page.getByText(/нов[а-я]+, показать/).waitFor({ state: 'detached' });
  const shown = await shownTexts(page);
  return marks.filter((mark) => !shown.some((text) => text.includes(mark)));
}

/** Of all rows, also those that are not drawn before they are scrolled to. */
async function shownTexts(page: Page): Promise<readonly string[]> {
  const texts = new Set<string>();
  await page.keyboard.press('Home');
  for (let before = -1; texts.size > before;) {
    before = texts.size;
    for (const text of await page.locator('.rows .gist').allTextContents()) texts.add(text);
    for (let rows = 0; rows < 2; rows += 1) await page.keyboard.press('PageDown');
    await page.waitForTimeout(100);
  }
  return [...texts];
}
