import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { needing } from '@otklik/testing';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { DESK, missingBrowser, openBrowser, openWindow } from '../world/browser.js';
import { LIST_ROWS } from './web-desk-data.js';
import { deskServer, type DeskServer } from './web-desk-server.js';
import { workOf, type Work } from './web-work.js';

const STEPS = 10;
const ROW_PX = 32;
const ROWS_PER_STEP = 4;

/** What the built worklist costs the browser, in counts. Milliseconds are in `npm run bench -- web grid`. */
needing(missingBrowser, () => {
  let browser: Browser;
  let server: DeskServer;
  let page: Page;
  let session: CDPSession;
  beforeAll(async () => {
    [server, browser] = await Promise.all([deskServer(), openBrowser()]);
    server.pageRows = LIST_ROWS;
    const { context, page: opened } = await openWindow(browser, server.url, { size: DESK });
    page = opened;
    session = await context.newCDPSession(page);
    await page.goto('/desk/aldan/list/mine');
    await page.locator('[aria-rowindex="3"]').waitFor();
    await page.locator('.peek .read').waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const work = (act: () => Promise<unknown>): Promise<Work> => workOf(page, session, act);
  const steps = async (step: () => Promise<unknown>): Promise<void> => {
    for (let number = 0; number < STEPS; number += 1) {
      await step();
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
  };

  it('of ten thousand rows only those in sight are elements', async () => {
    expect(await page.locator('.wl *').count()).toBeLessThan(800);
  });

  it('a live change draws its row and nothing else', async () => {
    const { changes, calls } = await work(async () => server.change(6));
    expect(new Set(changes)).toEqual(new Set(['row 8']));
    expect(calls).toBeLessThan(4_000);
  });

  it('a key draws the rows that the cursor leaves and reaches, and the preview', async () => {
    const { changes, restyled, calls } = await work(() => steps(() => page.keyboard.press('ArrowDown')));
    const met = [...new Set(changes)].filter((part) => !part.startsWith('row ')).sort();
    expect(met).toEqual(['d-button is-main', 'd-label num', 'pair', 'peek', 'read']);
    expect(restyled / STEPS).toBeLessThan(12);
    expect(calls / STEPS).toBeLessThan(14_000);
  });

  it('the wheel makes the rows that come into sight and changes no other', async () => {
    await page.mouse.move(500, 400);
    const { changes, restyled, calls } = await work(() => steps(() => page.mouse.wheel(0, ROWS_PER_STEP * ROW_PX)));
    expect(new Set(changes)).toEqual(new Set(['grid rows']));
    expect(restyled / STEPS / ROWS_PER_STEP).toBeLessThan(20);
    expect(calls / STEPS / ROWS_PER_STEP).toBeLessThan(2_500);
  });
});
