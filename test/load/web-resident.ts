import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page, Request } from 'playwright-core';
import sharp from 'sharp';
import { openWindow, PHONE } from '../world/browser.js';
import { median, type BenchOptions, type Metric } from './bench-frame.js';
import { cuttingProxy } from './cutting-proxy.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { officialToken, requestsWith, type Ask } from './search-client.js';

/** 64 kbit/s, 400 ms there and back, a processor four times slower. */
const LINE = { offline: false, latency: 400, downloadThroughput: 8_000, uploadThroughput: 8_000 } as const;
const CPU_SLOWDOWN = 4;
const FORM = '/aldan';
const PHOTO = { width: 4000, height: 3000 } as const;
const KB = 1_000;
const REGISTER_TRIES = 20;

interface Visit {
  /** Until a letter can be typed, ms. */
  readonly usable: number;
  readonly bytes: number;
  readonly scriptBytes: number;
}

/** The residents' form on a poor line, a phone's photo, and messages over a line that is cut. */
export async function residentMetrics(browser: Browser, options: BenchOptions): Promise<readonly Metric[]> {
  const { full, print } = options;
  await using product = await runningProduct([], print);
  const visits: Visit[] = [];
  for (let visit = 0; visit < (full ? 9 : 5); visit += 1) visits.push(await firstVisit(browser, product.url));
  print('a photo of twelve megapixels is made smaller');
  const photo = await smallerPhoto(browser, product.url);
  const cuts = full ? 1_000 : 200;
  print(`messages are sent until ${cuts} connections are cut`);
  const sent = await sendOverCuts(browser, product, cuts);
  const less = { lessIsBetter: true } as const;
  const of = (name: keyof Visit) => median(visits.map((one) => one[name]));
  return [
    { name: 'form at 64 kbit/s, usable', unit: 'ms', value: of('usable'), floor: 2_500, goal: 1_200, ...less },
    { name: 'form, first visit', unit: 'kB', value: of('bytes') / KB, floor: 20, goal: 10, ...less },
    { name: 'of it the script', unit: 'kB', value: of('scriptBytes') / KB, floor: 8, goal: 4, ...less },
    { name: 'photo of 12 megapixels, sent', unit: 'kB', value: photo / KB, floor: 250, goal: 150, ...less },
    {
      ...{ name: 'messages lost', unit: '', value: sent.lost, floor: 0, goal: 0, ...less },
      note: `${sent.messages} messages, ${sent.cuts} connections cut`,
    },
    { name: 'messages doubled', unit: '', value: sent.doubled, floor: 0, goal: 0, ...less },
  ];
}

async function firstVisit(browser: Browser, url: string): Promise<Visit> {
  const { context, page } = await openWindow(browser, url, { size: PHONE });
  try {
    const session = await context.newCDPSession(page);
    const loaded = countBytes(session);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const begun = performance.now();
    await page.goto(FORM, { waitUntil: 'commit' });
    const text = page.locator('textarea[name=text]');
    await text.focus();
    await page.keyboard.type('Я');
    if ((await text.inputValue()) !== 'Я') throw new Error('The letter does not stand in the form.');
    const usable = performance.now() - begun;
    await page.waitForLoadState('load');
    return { usable, ...loaded() };
  } finally {
    await context.close();
  }
}

/** Bytes on the wire until the page is loaded, headers included; what the worker fetches afterwards is not among them. */
function countBytes(session: CDPSession): () => Pick<Visit, 'bytes' | 'scriptBytes'> {
  const scripts = new Set<string>();
  const count = { bytes: 0, scriptBytes: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    count.bytes += encodedDataLength;
    if (scripts.has(requestId)) count.scriptBytes += encodedDataLength;
  });
  return () => ({ ...count });
}

/** Noise over a picture: what a camera makes of grass and gravel, the hardest to make small. */
async function phonePhoto(): Promise<Buffer> {
  const { width, height } = PHOTO;
  const grain = await sharp(randomBytes((width / 8) * (height / 8) * 3), {
    raw: { width: width / 8, height: height / 8, channels: 3 },
  })
    .resize(width, height)
    .png()
    .toBuffer();
  return sharp(grain).jpeg({ quality: 92 }).toBuffer();
}

async function smallerPhoto(browser: Browser, url: string): Promise<number> {
  const { context, page } = await openWindow(browser, url, { size: PHONE });
  try {
    await page.goto(FORM);
    const files = page.locator('input[name=files]');
    await page.locator('#add:not([hidden])').waitFor();
    await files.setInputFiles({ name: 'двор.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() });
    await page.locator('#photos li').waitFor({ timeout: 60_000 });
    return await files.evaluate('(input) => input.files[0].size');
  } finally {
    await context.close();
  }
}

interface Sent {
  readonly messages: number;
  readonly cuts: number;
  readonly lost: number;
  readonly doubled: number;
}

/**
 * One phone on a line that is cut: each message is written, sent and, like a phone that finds its connection again, tried
 * again until the page shows its receipt or the line breaks while that is loaded. Then the register tells what came.
 */
async function sendOverCuts(browser: Browser, product: RunningProduct, cuts: number): Promise<Sent> {
  await using proxy = await cuttingProxy(new URL(product.url));
  const { context, page } = await openWindow(browser, proxy.url, { size: PHONE });
  const texts: string[] = [];
  try {
    await page.addInitScript({ content: `setInterval(() => dispatchEvent(new Event('online')), 100)` });
    while (proxy.cuts() < cuts) {
      const text = `Проверка связи ${texts.length}`;
      texts.push(text);
      await opened(page);
      await page.locator('textarea[name=text]').fill(text);
      await page.locator('[name=consent]').check();
      // Waited for before the press: a line may break sooner than the press returns.
      await Promise.all([isSent(page), page.getByRole('button', { name: 'Отправить' }).click()]);
    }
  } finally {
    await context.close();
  }
  const came = await received(product, texts.length);
  const times = texts.map((text) => came.filter((one) => one === text).length);
  return {
    ...{ messages: texts.length, cuts: proxy.cuts() },
    lost: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length,
  };
}

/** The receipt, or its page that the line broke; or the note of what the worker sent. */
async function isSent(page: Page): Promise<void> {
  const timeout = 60_000;
  const predicate = (request: Request) => request.isNavigationRequest() && request.url().endsWith(`${FORM}/sent`);
  await Promise.any([
    page.waitForURL((to) => to.pathname !== FORM, { waitUntil: 'commit', timeout }),
    page.waitForEvent('requestfailed', { predicate, timeout }),
    page.locator('.note b:text-matches("^[0-9A-Z]{5}-")').waitFor({ timeout }),
  ]);
}

/** The form, from the network or from the worker's cache; the first visit has no cache yet. */
async function opened(page: Page): Promise<void> {
  for (;;) {
    try {
      await page.goto(FORM, { waitUntil: 'load', timeout: 20_000 });
      await page.locator('#add:not([hidden])').waitFor({ timeout: 2_000 });
      return;
    } catch (error) {
      if (!/ERR_|Timeout|interrupted/.test(String(error))) throw error;
    }
  }
}

/** Texts of all messages in the register, once it has at least so many. */
async function received(product: RunningProduct, atLeast: number): Promise<readonly string[]> {
  const ask = requestsWith(product.url, await officialToken(product, 'MODERATOR'));
  for (let tries = 0; ; tries += 1) {
    const texts = await allTexts(ask);
    if (texts.length >= atLeast || tries === REGISTER_TRIES) return texts;
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
