import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needing } from '@otklik/testing';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  openWindow,
  PHONE,
  signIn,
  type Window,
} from '../world/browser.js';
import { startWorld, type World } from '../world/world.js';

/** How words are looked for. */
const hands: Readonly<Record<string, { readonly find: (page: Page, words: string) => Promise<void> }>> = {
  mouse: {
    find: async (page, words) => {
      await page.getByRole('searchbox').fill(words);
      await page.getByRole('button', { name: /^Найти/ }).click();
    },
  },
  keyboard: {
    find: async (page, words) => {
      await page.keyboard.press('Slash');
      await page.keyboard.press('Control+KeyA');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    },
  },
};

needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  describe.each(Object.entries(hands))('an analyst of the republic, by %s', (_, { find }) => {
    const windows: Window[] = [];
    const findings: string[] = [];
    let page: Page;
    beforeAll(async () => {
      windows.push(await openWindow(browser, world.url));
      page = windows[0]!.page;
      // The desk has no lists for an analyst: it leads to the search.
      await signIn(page, 'republic.analyst', '/desk');
      await page.waitForURL(/\/analysis/);
      await page.getByRole('heading', { name: /\d+ обращени/ }).waitFor();
    });
    afterAll(async () => {
      for (const { context } of windows) await context.close();
    });
    const examine = async (on: Page) => void findings.push(...(await accessibilityFindings(on)));
    const heading = () => page.locator('.hits h2').first().textContent();

    it('finds words in another form, marked in the text', async () => {
      await find(page, 'аварийных бараков');
      await page.locator('.hit mark').first().waitFor();
      expect(page.url()).toContain('q=');
      expect((await page.locator('.hit mark').allTextContents()).join(' ')).toMatch(/барак/i);
      await examine(page);
    });

    it('reads what was found on a page of its own, masked, which a colleague can be sent', async () => {
      expect(await page.locator('.hit a[href*="/card/"]').count()).toBe(0);
      const search = page.url();
      const link = page.locator('.hit a').first();
      const number = await link.textContent();
      await link.click();
      await page.getByRole('heading', { name: number!, exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/analysis\/[a-z]+\/[\da-f-]{36}$/u);
      expect(await page.locator('.masked .read').first().textContent()).toMatch(/барак/i);
      await examine(page);
      const sent = page.url();
      await page.getByRole('link', { name: '← К поиску' }).click();
      await page.locator('.hit mark').first().waitFor();
      expect(page.url()).toBe(search);
      await page.goto(sent);
      await page.getByRole('heading', { name: number!, exact: true }).waitFor();
      await page.goto(sent.replace(/[\da-f-]{36}$/u, '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01'));
      await page.getByRole('heading', { name: 'Такого обращения нет' }).waitFor();
      await page.goto(sent.replace(/[\da-f-]{36}$/u, 'нет'));
      await page.getByRole('heading', { name: 'Такого обращения нет' }).waitFor();
      await page.goto(search);
      await page.locator('.hit mark').first().waitFor();
    });

    it('finds one or the other, and reads by what', async () => {
      const search = page.url();
      await find(page, 'аварийный барак или светофор');
      await page.getByText('Найдено по: «аварийный барак» или «светофор»').waitFor();
      await page.locator('.hit mark').first().waitFor();
      await examine(page);
      await page.goto(search);
      await page.locator('.hit mark').first().waitFor();
    });

    it('narrows by a facet, which counts as many as the list then holds', async () => {
      await find(page, '');
      await page.locator('.hit mark').first().waitFor({ state: 'detached' });
      const facet = page.locator('.facets fieldset', { hasText: 'Тема' }).locator('label').first();
      await facet.waitFor();
      const count = Number(await facet.locator('.num').textContent());
      await facet.getByRole('checkbox').check();
      await page.waitForURL(/topic=/);
      await page.locator('.hits h2', { hasText: new RegExp(`^${count} `) }).waitFor();
      await page.getByRole('link', { name: 'Снять отбор' }).click();
      await page.waitForURL((url) => !url.search.includes('topic='));
    });

    it('narrows by any days, and by the kind of the appeals', async () => {
      const search = page.url();
      const kind = page.locator('.facets fieldset', { hasText: 'Вид' }).locator('label').first();
      const count = Number(await kind.locator('.num').textContent());
      await kind.getByRole('checkbox').check();
      await page.waitForURL(/regime=/);
      await page.locator('.hits h2', { hasText: new RegExp(`^${count} `) }).waitFor();
      await page.getByLabel('С какого дня').fill('2026-03-05');
      await page.waitForURL(/from=2026-03-05/);
      await page.getByLabel('По какой день').fill('2026-03-01');
      // An end before the beginning takes the beginning with it.
      await page.waitForURL(/from=2026-03-01&to=2026-03-01/);
      expect(await page.getByLabel('С какого дня').inputValue()).toBe('2026-03-01');
      await examine(page);
      await page.goto(search);
      await page.locator('.hit').first().waitFor();
    });

    it('narrows by the result and by the beginning of a classifier’s code, and takes both back', async () => {
      const results = page.locator('.facets fieldset', { hasText: 'Результат' }).locator('label');
      const count = Number(await results.first().locator('.num').textContent());
      await results.first().getByRole('checkbox').check();
      await page.waitForURL(/result=/);
      await page.locator('.hits h2', { hasText: new RegExp(`^${count} `) }).waitFor();
      await page.getByRole('link', { name: 'Снять отбор' }).click();
      await page.waitForURL((url) => !url.search.includes('result='));
      const code = page.getByLabel('Код классификатора');
      await code.fill('0003.0008');
      await code.press('Enter');
      await page.waitForURL(/code=0003\.0008/);
      await code.fill('');
      await page.waitForURL((url) => !url.search.includes('code='));
    });

    it('compares the districts’ answers, does not compare a few, and comes from a number to its list', async () => {
      const table = page.locator('table.answers');
      await table.getByRole('row', { name: /Туора/ }).waitFor();
      await table
        .getByText(/мало данных: \d+/)
        .first()
        .waitFor();
      await page.getByLabel('Сравнить').selectOption({ label: 'по темам' });
      await page.waitForURL(/by=TOPIC/);
      await table.getByRole('columnheader', { name: 'Тема' }).waitFor();
      const topic = table.getByRole('rowheader').first().getByRole('link');
      const questions = Number((await topic.getAttribute('title'))!.split(' ')[0]);
      await topic.click();
      await page.waitForURL(/topic=/);
      await page.locator('.hits h2', { hasText: new RegExp(`^${questions} `) }).waitFor();
      await examine(page);
      await page.goto('/analysis');
      await page.locator('.hit').first().waitFor();
    });

    it('saves all that is found as a file for a Russian spreadsheet', async () => {
      const total = Number(/\d+/.exec((await heading()) ?? '')![0]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^CSV/ }).click(),
      ]);
      const text = await readFile((await download.path())!, 'utf8');
      expect(text.startsWith('\uFEFFНомер;Зарегистрировано;Поступило;Район;')).toBe(true);
      // A line of text may hold line breaks: rows begin with a number of the register or of a receipt.
      const rows = text
        .split('\r\n')
        .filter((line) => /^([А-Я]{3}-[А-Я]-\d{4}-\d+|[0-9A-Z]{5}-[0-9A-Z]{5});/.test(line));
      expect(rows).toHaveLength(total);
    });

    it('takes its numbers as PDF, DOCX and XLSX', async () => {
      const files = page.getByRole('group', { name: 'Отчёт по поиску:' });
      for (const [kind, start] of [
        ['PDF', '%PDF-'],
        ['DOCX', 'PK'],
        ['XLSX', 'PK'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          files.getByRole('button', { name: kind }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(new RegExp(`^otchet-.*\\.${kind.toLowerCase()}$`));
        expect((await readFile((await download.path())!, 'latin1')).startsWith(start)).toBe(true);
      }
    });

    it('compares one regime of the law at a time', async () => {
      await page.getByLabel('Что сравниваем').selectOption({ label: 'сообщения' });
      await page.waitForURL(/regime=SOCIAL_MESSAGE/);
      await page.locator('table.answers').waitFor();
      await examine(page);
      await page.goto('/analysis');
      await page.locator('.hit').first().waitFor();
    });

    it('sees what has changed in a district, and how often warnings were false', async () => {
      await page.getByRole('link', { name: 'Что изменилось' }).click();
      await page.getByRole('heading', { name: 'Раннее предупреждение' }).waitFor();
      await page.getByText(/За 365 дней \d+ предупреждени/).waitFor();
      // Who compares districts marks nothing in them.
      expect(await page.getByRole('button', { name: /^Не волна/ }).count()).toBe(0);
      await examine(page);
      await page.getByRole('link', { name: 'Поиск', exact: true }).click();
      await page.locator('.hit').first().waitFor();
    });

    it('keeps a search on the server, follows what is new in it, renames and removes it', async () => {
      const name = `Дворы ${windows.length}`;
      await page.locator('.facets fieldset', { hasText: 'Тема' }).getByRole('checkbox').first().check();
      await page.waitForURL(/topic=/);
      await page.getByRole('button', { name: 'Сохранить' }).click();
      await page.getByRole('dialog').getByLabel('Название').fill(name);
      await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
      const saved = page.getByRole('button', { name: /^Сохранённые, 1/ });
      await saved.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('link', { name, exact: true }).waitFor();
      // Who compares districts shares nothing in them.
      expect(await dialog.getByLabel('Весь район').count()).toBe(0);
      await dialog.getByLabel('Показывать новое').check();
      await dialog.getByText('новое: 0').waitFor();
      await examine(page);
      // Another browser has it, too: nothing is kept in this one.
      const other = await openWindow(browser, world.url);
      windows.push(other);
      await signIn(other.page, 'republic.analyst', '/analysis');
      await other.page.getByRole('button', { name: /^Сохранённые, 1/ }).click();
      await other.page.getByRole('dialog').getByText('новое: 0').waitFor();
      await other.page.getByRole('dialog').getByRole('link', { name, exact: true }).click();
      await other.page.waitForURL(/topic=/);
      await dialog.getByRole('button', { name: 'Переименовать' }).click();
      await dialog.getByLabel('Название').fill(`${name} и подъезды`);
      await dialog.getByRole('button', { name: 'Сохранить' }).click();
      await dialog.getByRole('link', { name: `${name} и подъезды` }).waitFor();
      await dialog.getByRole('button', { name: 'Убрать' }).click();
      await dialog.getByText('Сохранённых нет').waitFor();
      await page.keyboard.press('Escape');
      await page.goto('/analysis');
      await page.locator('.hit').first().waitFor();
    });

    it('sees the same on a phone, in the dark', async () => {
      const opened = await openWindow(browser, world.url, { size: PHONE, scheme: 'dark' });
      windows.push(opened);
      await signIn(opened.page, 'republic.analyst', '/analysis');
      await opened.page.locator('.hit').first().waitFor();
      await examine(opened.page);
      const width = await opened.page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(PHONE.width);
      await opened.page.locator('.hit a').first().click();
      await opened.page.locator('.masked .read').first().waitFor();
      await examine(opened.page);
      expect(await opened.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        PHONE.width,
      );
    });

    it('meets WCAG 2.2 AA on every screen, and raises no error in any window', () => {
      expect(findings).toEqual([]);
      expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
    });
  });

  it('leaves a record of each export for the controllers of the districts', async () => {
    const { page, context } = await openWindow(browser, world.url);
    await signIn(page, 'aldan.controller', '/desk/aldan/administration/evidence?kind=EXPORT');
    await page
      .getByRole('row', { name: /Айаал Максимов.*выгрузка в файл/ })
      .first()
      .waitFor();
    await context.close();
  });
});
