import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { DESK, openWindow } from '../world/browser.js';
import { median, quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { LIST_ROWS } from './web-desk-data.js';
import { deskServer, type DeskServer } from './web-desk-server.js';

const CPU_SLOWDOWN = 4;
const CHANGES_PER_SECOND = 20;
const WHEEL = { perSecond: 20, px: 120 } as const;
const KEYS_PER_SECOND = 15;
/** Changes fall into so many rows from the first that is drawn: about what is seen, with some below it. */
const CHANGED_ROWS = 40;
const CARDS = { smoke: 2, usual: 10, full: 10 } as const;

interface Figures {
  /** While the wheel turns. */
  readonly fps: number;
  readonly frameP95: number;
  /** Of the keys whose frame took 16 ms or longer. */
  readonly keyP98: number;
}

/** A list of ten thousand rows in Chromium, slowed down four times, under twenty live changes a second. */
export async function gridMetrics(browser: Browser, options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using server = await deskServer(await yardstickFiles());
  const seconds = sized(options, { smoke: 0.5, usual: 6, full: 15 });
  const rounds = sized(options, { smoke: 1, usual: 3, full: 5 });
  const [ours, bare]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    print(`round ${round + 1} of ${rounds}: ${seconds} s of the wheel and of keys, for each of the two lists`);
    const pair = [
      async () => ours.push(await figuresOf(browser, server, '/desk/aldan/list/mine', seconds)),
      async () => bare.push(await figuresOf(browser, server, '/yardstick', seconds)),
    ];
    for (const measure of round % 2 ? pair : pair.toReversed()) await measure();
  }
  return [...listMetrics(ours, bare), await cardMetric(browser, server, sized(options, CARDS))];
}

function listMetrics(ours: readonly Figures[], bare: readonly Figures[]): readonly Metric[] {
  const both = (name: keyof Figures) => ({
    value: median(ours.map((one) => one[name])),
    yardstick: median(bare.map((one) => one[name])),
  });
  const ratioOf = (name: keyof Figures) => median(ours.map((one, at) => one[name] / bare[at]![name]));
  const note = 'beside a bare TanStack Virtual list';
  const [fps, frame, key] = [both('fps'), both('frameP95'), both('keyP98')];
  return [
    { name: `worklist of ${LIST_ROWS} rows, wheel`, unit: 'fps', value: fps.value, floor: 55, goal: 60 },
    { name: 'the same, ratio', unit: 'fps', ...fps, ratio: ratioOf('fps'), floor: 0.92, goal: 1, note },
    {
      name: 'frame, p95',
      unit: 'ms',
      ...frame,
      ratio: ratioOf('frameP95'),
      floor: 1.2,
      goal: 1.02,
      lessIsBetter: true,
      note,
    },
    { name: 'key, p98', unit: 'ms', value: key.value, floor: 100, goal: 40, lessIsBetter: true },
    {
      name: 'the same, ratio',
      unit: 'ms',
      ...key,
      ratio: ratioOf('keyP98'),
      floor: 2,
      goal: 1.25,
      lessIsBetter: true,
      note,
    },
  ];
}

async function yardstickFiles(): Promise<Readonly<Record<string, string>>> {
  const entry = join(import.meta.dirname, 'web-grid-yardstick.jsx');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const page = await readFile(entry.replace(/jsx$/, 'html'), 'utf8');
  return { '/yardstick': page, '/yardstick.js': outputFiles[0]!.text };
}

async function figuresOf(browser: Browser, server: DeskServer, path: string, seconds: number): Promise<Figures> {
  server.pageRows = LIST_ROWS;
  const { context, page } = await openWindow(browser, server.url, { size: DESK });
  const session = await context.newCDPSession(page);
  try {
    await page.goto(path);
    await page.locator('[aria-rowindex="3"]').waitFor();
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.mouse.move(500, 400);
    await using _changes = liveChanges(page, server);
    await record(page);
    await turnWheel(session, seconds);
    const { frames } = await recorded(page);
    await record(page);
    await pressKeys(session, seconds);
    const { keys } = await recorded(page);
    await mustShowChange(page, server);
    return {
      fps: (1000 * frames.length) / frames.reduce((sum, one) => sum + one, 0),
      frameP95: quantile(frames, 0.95),
      keyP98: keys.length ? quantile(keys, 0.98) : 16,
    };
  } finally {
    await context.close();
  }
}

/** A page that leaves changes out is as fast as one pleases. */
async function mustShowChange(page: Page, server: DeskServer): Promise<void> {
  const place = 5 + ((await firstDrawn(page)) ?? 0);
  const row = page.locator(`[aria-rowindex="${place + 2}"]`);
  const before = await row.textContent();
  server.change(place);
  for (let waited = 0; waited < 20; waited += 1) {
    if ((await row.textContent()) !== before) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`A change of row ${place} was not shown.`);
}

/** Twenty changes a second of rows that are drawn. */
function liveChanges(page: Page, server: DeskServer): AsyncDisposable {
  let first = 0;
  let sent = 0;
  const look = setInterval(() => void firstDrawn(page).then((row) => (first = row ?? first)), 1_000);
  const change = setInterval(() => {
    sent += 1;
    server.change(Math.min(LIST_ROWS - 1, first + ((sent * 7) % CHANGED_ROWS)));
  }, 1_000 / CHANGES_PER_SECOND);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(look);
      clearInterval(change);
    },
  };
}

const firstDrawn = (page: Page) =>
  page
    .evaluate<number>(
      `Math.max(0, document.querySelector('tbody [aria-rowindex], .row')?.getAttribute('aria-rowindex') - 2)`,
    )
    .catch(() => undefined);

/** At a steady pace, whether or not the page keeps up: a person does not wait for frames. */
async function paced(perSecond: number, seconds: number, act: () => Promise<unknown>): Promise<void> {
  const acts: Promise<unknown>[] = [];
  const start = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = start + (1_000 * number) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    acts.push(act());
  }
  await Promise.race([Promise.all(acts), new Promise((resolve) => setTimeout(resolve, 5_000))]);
}

function turnWheel(session: CDPSession, seconds: number): Promise<void> {
  const wheel = { type: 'mouseWheel', x: 500, y: 400, deltaX: 0, deltaY: WHEEL.px } as const;
  return paced(WHEEL.perSecond, seconds, () => session.send('Input.dispatchMouseEvent', wheel));
}

function pressKeys(session: CDPSession, seconds: number): Promise<void> {
  const key = { code: 'ArrowDown', key: 'ArrowDown', windowsVirtualKeyCode: 40 } as const;
  return paced(KEYS_PER_SECOND, seconds, async () => {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  });
}

const START = `{
  const taken = (globalThis.taken = { frames: [], keys: [], on: true });
  let last = performance.now();
  const frame = (now) => {
    if (!taken.on) return;
    taken.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => ((last = now), requestAnimationFrame(frame)));
  const keys = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') taken.keys.push(entry.duration);
  });
  keys.observe({ type: 'event', durationThreshold: 16 });
  taken.end = () => { taken.on = false; keys.disconnect(); return { frames: taken.frames, keys: taken.keys }; };
}`;

const record = (page: Page): Promise<void> => page.evaluate(START);

/** Milliseconds of each frame, and of each key from its press to its frame. */
async function recorded(page: Page): Promise<{ readonly frames: readonly number[]; readonly keys: readonly number[] }> {
  // The last key's entry comes with the frame after it.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return page.evaluate('taken.end()');
}

const OPENED = `(globalThis.opened = new Promise((resolve, reject) => {
  setTimeout(reject, 10_000, new Error('The card was not opened.'));
  addEventListener('keydown', ({ timeStamp }) => {
    const look = () => {
      if (!document.querySelector('.sheet .read')) return requestAnimationFrame(look);
      requestAnimationFrame(() => resolve(performance.now() - timeStamp));
    };
    look();
  }, { once: true, capture: true });
})), undefined`;

/** From the key to the frame that shows the card's text, of a loaded list; the list is opened again for each. */
async function cardMetric(browser: Browser, server: DeskServer, cards: number): Promise<Metric> {
  server.pageRows = 100;
  const { context, page } = await openWindow(browser, server.url, { size: DESK });
  const taken: number[] = [];
  try {
    await page.goto('/desk/aldan/list/mine');
    for (let number = 0; number < cards; number += 1) {
      await page.locator('[aria-rowindex="3"]').waitFor();
      await page.keyboard.press('ArrowDown');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await page.evaluate(OPENED);
      await page.keyboard.press('Enter');
      taken.push(await page.evaluate<number>('opened'));
      await page.keyboard.press('Escape');
      await page.locator('.sheet').waitFor({ state: 'detached' });
    }
  } finally {
    await context.close();
  }
  const value = quantile(taken.slice(1), 0.95);
  return { name: 'card of a loaded list, p95', unit: 'ms', value, floor: 100, goal: 50, lessIsBetter: true };
}
