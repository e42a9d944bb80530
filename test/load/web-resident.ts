import { randomBytes } from 'node:crypto';
import type { Browser, CDPSession } from 'playwright-core';
import sharp from 'sharp';
import { openWindow, PHONE } from '../world/browser.js';
import { NO_CUTS, cuttingProxy } from './cutting-proxy.js';
import { median, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct } from './running-product.js';

/** 64 kbit/s, 400 ms there and back, a processor four times slower. */
const LINE = { offline: false, latency: 400, downloadThroughput: 8_000, uploadThroughput: 8_000 } as const;
const CPU_SLOWDOWN = 4;
const FORM = '/aldan/write';
const PHOTO = { width: 4000, height: 3000 } as const;
const KB = 1_000;

interface Visit {
  /** Until a letter can be typed, ms. */
  readonly usable: number;
  readonly bytes: number;
  readonly scriptBytes: number;
}

/** The residents' form on a poor line, and a phone's photo. */
export async function residentMetrics(browser: Browser, options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using product = await runningProduct([], print);
  const visits: Visit[] = [];
  const wanted = sized(options, { smoke: 1, usual: 5, full: 9 });
  for (let visit = 0; visit < wanted; visit += 1) visits.push(await firstVisit(browser, product.url));
  print('a photo of twelve megapixels is made smaller');
  const photo = await smallerPhoto(browser, product.url);
  const less = { lessIsBetter: true } as const;
  const of = (name: keyof Visit) => median(visits.map((one) => one[name]));
  return [
    { name: 'form at 64 kbit/s, usable', unit: 'ms', value: of('usable'), floor: 2_500, goal: 1_200, ...less },
    { name: 'form, first visit', unit: 'kB', value: of('bytes') / KB, floor: 20, goal: 10, ...less },
    { name: 'of it the script', unit: 'kB', value: of('scriptBytes') / KB, floor: 8, goal: 4, ...less },
    { name: 'photo of 12 megapixels, sent', unit: 'kB', value: photo / KB, floor: 250, goal: 150, ...less },
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

/** Bytes of the whole form on the wire, with the photo in it. */
async function smallerPhoto(browser: Browser, url: string): Promise<number> {
  await using proxy = await cuttingProxy(url, NO_CUTS);
  const { context, page } = await openWindow(browser, proxy.url, { size: PHONE });
  try {
    await page.goto(FORM);
    await page.locator('#add:not([hidden])').waitFor();
    const photo = { name: 'двор.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() };
    await page.locator('input[name=files]').setInputFiles(photo);
    await page.locator('#photos li').waitFor({ timeout: 60_000 });
    await page.locator('textarea[name=text]').fill('Двор не убирают.');
    await page.locator('[name=consent]').check();
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.locator('#number').waitFor({ timeout: 60_000 });
    return proxy.sentTo(FORM);
  } finally {
    await context.close();
  }
}
