import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWindow, PHONE } from '../world/browser.js';
import { sized, type BenchOptions, type Metric } from './bench-frame.js';
import { cuttingProxy } from './cutting-proxy.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { officialToken, requestsWith, type Ask } from './search-client.js';

const FORM = '/aldan/write';
const SHARES = { beforeRequest: 0.25, beforeAnswer: 0.25, amidAnswer: 0.1 } as const;
const PHONES = { smoke: 1, usual: 4, full: 4 } as const;
/** Of so many messages one loses its tab after the button was pressed. */
const TAB_LOST = 4;
/** A phone finds its connection again so often; the page itself tries each 20 s. */
const CONNECTION_FOUND = `setInterval(() => dispatchEvent(new Event('online')), 150)`;
const STUCK_MS = 120_000;
const REGISTER_WAIT_S = 60;

/**
 * Phones on a line that is cut: each message is written, sent and tried again, as a phone does that finds its connection,
 * until its draft is gone. Then the register tells what came.
 */
export async function cutsMetrics(browser: Browser, options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  const cuts = sized(options, { smoke: 4, usual: 200, full: 1_000 });
  await using product = await runningProduct([], print);
  await using proxy = await cuttingProxy(product.url, SHARES);
  print(`messages are sent until ${cuts} connections are cut`);
  const texts: string[] = [];
  const phone = async (): Promise<void> => {
    const { context, page } = await openWindow(browser, proxy.url, { size: PHONE });
    await context.addInitScript({ content: CONNECTION_FOUND });
    let current = page;
    try {
      while (proxy.cuts() < cuts) {
        const text = `Проверка связи ${texts.length}`;
        if (texts.push(text) % 20 === 0) print(`${texts.length} messages, ${proxy.cuts()} cuts`);
        current = await sendOne(context, current, text);
      }
    } finally {
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: sized(options, PHONES) }, phone));
  const sent = { messages: texts.length, cuts: proxy.cuts() };
  const came = await received(product, texts);
  const times = texts.map((text) => came.filter((one) => one === text).length);
  const less = { unit: '', floor: 0, goal: 0, lessIsBetter: true } as const;
  if (came.length === 0) throw new Error('no message came');
  return [
    {
      name: 'messages lost',
      value: times.filter((count) => count === 0).length,
      ...less,
      note: `${sent.messages} messages, ${sent.cuts} connections cut`,
    },
    { name: 'messages doubled', value: times.filter((count) => count > 1).length, ...less },
  ];
}

/** The answer is the page to go on with: another one, when the tab was lost. */
async function sendOne(context: BrowserContext, page: Page, text: string): Promise<Page> {
  await opened(page);
  await page.locator('textarea[name=text]').fill(text);
  await page.locator('[name=consent]').check();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await until(page, 'the button was pressed', async () => (await isLeft(page)) || (await drafts(page)).includes(text));
  if (Number(text.split(' ').at(-1)) % TAB_LOST > 0) {
    await until(page, 'the message was queued', () => isLeft(page));
    return page;
  }
  await page.close();
  const next = await context.newPage();
  await opened(next);
  await until(next, 'the tab was lost', async () => (await isLeft(next)) || !(await drafts(next)).includes(text));
  return next;
}

/** The form, from the network or from the worker's cache; the first visit has no cache yet. */
async function opened(page: Page): Promise<void> {
  for (const end = Date.now() + STUCK_MS; ;) {
    try {
      await page.goto(FORM, { waitUntil: 'domcontentloaded', timeout: 20_000 });
      // A script that the line broke leaves the form without it, and a queued draft leaves it at once for the receipt.
      await Promise.any([
        page.locator('#add:not([hidden])').waitFor({ timeout: 5_000 }),
        page.waitForURL((url) => url.pathname !== FORM, { timeout: 5_000 }),
      ]);
      if (new URL(page.url()).pathname === FORM) return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`The form does not open: ${await stateOf(page)}`, { cause: error });
    }
  }
}

/** The receipt, or its page that the line broke; or number and code of what the worker sent meanwhile. */
const isLeft = async (page: Page): Promise<boolean> =>
  page.url().startsWith('chrome-error:') ||
  page.evaluate<boolean>(`location.pathname !== '${FORM}' ||
    [...document.querySelectorAll('.note b')].some(({ textContent }) => /^[0-9A-Z]{5}-[0-9A-Z]{5}, /.test(textContent))`);

/** Texts of the drafts that the browser keeps. */
const drafts = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`new Promise((done, failed) => {
    const opening = indexedDB.open('otklik');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const kept = opening.result.transaction('drafts').objectStore('drafts').getAll();
      kept.onsuccess = () => {
        opening.result.close();
        done(kept.result.map(({ fields }) => new Map(fields).get('text')));
      };
    };
  })`);

async function until(page: Page, since: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + STUCK_MS; ; await sleep(50)) {
    // While a page gives way to the next, it answers nothing.
    if (await isSo().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`Stuck since ${since}: ${await stateOf(page)}`);
  }
}

const stateOf = async (page: Page): Promise<string> =>
  `${page.url()} ${await page
    .locator('main')
    .innerText({ timeout: 1_000 })
    .catch((error: unknown) => String(error))}`.slice(0, 600);

/** Texts of all messages in the register, once it has all of these. */
async function received(product: RunningProduct, texts: readonly string[]): Promise<readonly string[]> {
  const ask = requestsWith(product.url, await officialToken(product, 'MODERATOR'));
  for (let waited = 0; ; waited += 1) {
    const came = await allTexts(ask);
    if (texts.every((text) => came.includes(text)) || waited === REGISTER_WAIT_S) return came;
    await sleep(1_000);
  }
}

async function allTexts(ask: Ask): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let after: string | null = null; ;) {
    const { appeals }: { appeals: ListedPage } = await ask(
      `query ($after: String) { appeals(district: "aldan", first: 100, after: $after) {
        nodes { excerpt } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    texts.push(...appeals.nodes.map(({ excerpt }) => excerpt ?? ''));
    if (!appeals.pageInfo.hasNextPage) return texts;
    after = appeals.pageInfo.endCursor;
  }
}

interface ListedPage {
  readonly nodes: readonly { readonly excerpt: string | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
