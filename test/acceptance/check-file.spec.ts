import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeContainer, ownKey, thumbprintOf } from '@otklik/signatures';
import { needing } from '@otklik/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  openWindow,
  PHONE,
  type Window,
} from '../world/browser.js';
import { startWorld, type World } from '../world/world.js';

const CLEAR = `document.querySelector('#found').replaceChildren()`;

needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let folder: string;
  let file: Buffer;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
    folder = mkdtempSync(join(tmpdir(), 'otklik-check-'));
    const letter = { name: 'letters/1.pdf', mediaType: 'application/pdf', bytes: Buffer.from('a letter') };
    const key = ownKey(Buffer.alloc(32, 7), 'aldan', 2026);
    file = Buffer.from(await makeContainer({ name: 'letters', parts: [letter] }, key, new Date('2026-12-01')));
    window = await openWindow(browser, world.url, { size: PHONE });
    ({ page } = window);
    await page.goto('/check-file');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const choose = async (buffer: Buffer): Promise<string> => {
    await page.evaluate(CLEAR);
    await page.locator('#file').setInputFiles({ name: 'case.asice', mimeType: 'application/zip', buffer });
    const found = page.locator('#found p:not(:text("Проверяем"))').first();
    await found.waitFor();
    return page.locator('#found').innerText();
  };
  const changed = (): Buffer => {
    const copy = Buffer.from(file);
    copy[copy.indexOf('a letter')]! ^= 1;
    return copy;
  };

  it('says in the browser whether a case file is whole, and which part is not', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const whole = await choose(file);
    expect(whole).toMatch(/^Файл цел: частей 2[^]*Otklik aldan 2026/);
    expect(whole).toContain(await thumbprintOf(ownKey(Buffer.alloc(32, 7), 'aldan', 2026).certificate));
    expect(await choose(changed())).toMatch(/Файл не такой[^]*Изменено: letters\/1\.pdf/);
    expect(await choose(Buffer.from('no such file'))).toContain('Это не файл дела');
    expect([requests, window.faults]).toEqual([[], []]);
  });

  it('says whether a signature covers a document, GOST among them', async () => {
    const samples = join(process.cwd(), 'libs/signatures/src/samples');
    const [letter, signature] = ['letter.txt', 'gost512-tc26-a.sig'].map((name) => readFileSync(join(samples, name)));
    const both = async (document: Buffer): Promise<string> => {
      const sent = [
        { name: 'answer.pdf', mimeType: 'application/pdf', buffer: document },
        { name: 'answer.pdf.sig', mimeType: 'application/octet-stream', buffer: signature! },
      ];
      await page.locator('#file').setInputFiles(sent);
      await page.locator('#found').getByText('Подпись').waitFor();
      return page.locator('#found').innerText();
    };
    expect(await both(letter!)).toMatch(/^Подпись цела и относится.*Петрова Мария Ивановна/);
    await page.evaluate(CLEAR);
    expect(await both(Buffer.from('another letter'))).toContain('не относится к этому документу');
  });

  it('can be used by everyone', async () => {
    expect(await accessibilityFindings(page)).toEqual([]);
    for (const [language, words] of [
      ['en', 'Check of a case file or a signature'],
      ['sah', 'Дьыала билэтин уонна илии баттааһын бэрэбиэркэтэ'],
    ] as const) {
      await page.goto(`/check-file?lang=${language}`);
      expect(await page.locator('h1').innerText()).toBe(words);
      expect(await accessibilityFindings(page)).toEqual([]);
    }
    await page.goto('/check-file?lang=ru');
  });

  it('works when it was saved, without a network', async () => {
    const saved = join(folder, 'saved.html');
    writeFileSync(saved, await (await page.request.get('/check-file')).text());
    await page.context().setOffline(true);
    await page.goto(`file://${saved}`);
    expect(await choose(changed())).toContain('letters/1.pdf');
    await page.context().setOffline(false);
  });
});
